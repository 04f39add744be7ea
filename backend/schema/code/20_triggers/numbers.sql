-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- References: a keyed hash of a counter, the next counter where it is taken. The organization's row is locked,
-- so two allocations never see the same counter.
create function data.allocate_patient_ref(org uuid, n int default 1) returns setof text language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
  secret bytea;
  counter bigint;
  missing int := n;
  got int;
begin
  insert into data.organization_key (org_id) values (org) on conflict do nothing;
  select k.ref_key, k.ref_counter into secret, counter from data.organization_key k
  where k.org_id = org for update;
  while missing > 0 loop
    if counter > 200000000 then
      raise exception 'the references of this organization are used up';
    end if;
    return query
      insert into data.patient_reference (org_id, ref)
      select org, 'PT-' || upper(encode(substr(crypto.hmac(int8send(c), secret, 'sha256'), 1, 3), 'hex'))
      from generate_series(counter + 1, counter + missing) c
      on conflict do nothing returning ref;
    get diagnostics got = row_count;
    counter := counter + missing;
    missing := missing - got;
  end loop;
  update data.organization_key k set ref_counter = counter where k.org_id = org;
end $$;

create function data.next_order_number(org uuid) returns text language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  counter int;
begin
  insert into data.organization_key as k (org_id, order_counter) values (org, 1)
  on conflict (org_id) do update set order_counter = k.order_counter + 1
  returning k.order_counter into counter;
  return 'ON-' || lpad(counter::text, 6, '0');
end $$;

alter function data.allocate_patient_ref owner to carrel_machinery;
alter function data.next_order_number owner to carrel_machinery;

grant execute on function data.next_order_number to carrel_front_desk, carrel_medical_assistant, carrel_prescriber;

-- A check and an index of the table are worked out for whoever writes the row.
grant execute on function data.seen(text), data.plain_number(text), data.number_is_damaged(text), data.patient_number(text),
  data.folded_name(text) to carrel_machinery;
