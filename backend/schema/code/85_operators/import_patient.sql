-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

-- What would mix two people up is refused here, whoever calls.
--
-- One line of a clinic's patient list. Members: family, birth_date (required), given, sex, phone, email,
-- external_id, provider_login; one that is absent, null or empty leaves what is known, and so does the sex "unknown".
-- Returns {"outcome": "inserted" | "updated" | "unchanged", "patient_id", "ref"}, perhaps with a "warning"
-- {"field", "rule"}, or the refusal {"field", "rule"}. The same line again changes nothing, not even a version.
--
-- A line is a known patient by the number that this clinic gave, if what it says of them is nearly what is known: names
-- and dates get corrected and people marry, but a number may be given anew, and father and son, mother and daughter and
-- twins differ in little. So of family name, given name, birth date and sex at most one may be another; then telephone or
-- e-mail, if one contradicts, must agree in the other; and a family name or birth date is only corrected beside a given
-- name that is known on both sides. Each such change is said in a warning, because three of them, one after the other,
-- make somebody else, and nothing here would see it.
-- And refused is one thing that makes them somebody else whom the clinic has, as in a list whose numbers slipped by
-- a row. Without a known number the same name and birth date is looked for, because one person must not get two
-- charts, and a namesake must never be overwritten:
--   no number,   no such patient:  inserted, with a warning if the list has numbers
--   no number,   one such patient: that patient if the line says nothing else of them (and, if they have a number,
--                                  the same telephone or e-mail); the line changes nothing of their identity
--   new number,  one such patient without a number: the number is theirs if telephone or e-mail agree
--   new number,  such patients with other numbers:  inserted with a warning; refused if only leading zeros differ
-- and everything else is refused.
create function data.import_patient(org uuid, clinic uuid, line jsonb) returns jsonb language plpgsql as $$
declare
  known record;
  known_id uuid;
  wanted record;
  likely record;
  change record;
  warning jsonb := '{}';
  refusal text;
  member text;
begin
  begin
    select * into wanted from data.read_line(org, line);

    -- Imports into one clinic take turns: what is looked for below cannot appear meanwhile.
    perform from data.clinic c where c.org_id = org and c.id = clinic for no key update;
    if not found then
      raise foreign_key_violation using message = 'there is no such clinic in this organization';
    end if;
    if wanted.number is not null then
      select p.id into known_id from data.patient p
      where p.org_id = org and p.issuer_clinic_id = clinic and lower(p.external_id) = lower(wanted.number);
    end if;
    if known_id is null then
      -- `silent`: the line says nothing that is not known already. `fits`: nothing in it contradicts.
      select count(*) as people, count(*) filter (where c.external_id is null) as without_number,
             (array_agg(c.id))[1] as id, bool_and(c.silent) as silent, bool_and(c.fits) as fits,
             bool_or(c.vouched) as vouched,
             -- at this clinic with a number that another one gave, before they moved
             coalesce(bool_or(c.issuer_clinic_id <> clinic), false) as moved_here,
             bool_or(c.issuer_clinic_id = clinic and
                     ltrim(lower(c.external_id), '0') = ltrim(lower(wanted.number), '0')) as zeros_differ
      into likely
      from (select p.id, p.external_id, p.issuer_clinic_id,
                   coalesce(wanted.sex = i.sex, true) and
                     (wanted.given is null or data.folded_name(wanted.given) = data.folded_name(i.given)) and
                     (wanted.phone is null or data.same_contact(wanted.phone, i.phone)) and
                     (wanted.email is null or data.same_contact(wanted.email, i.email)) as silent,
                   (wanted.sex is null or i.sex in ('unknown', wanted.sex)) and
                     (wanted.phone is null or i.phone is null or data.same_contact(wanted.phone, i.phone)) and
                     (wanted.email is null or i.email is null or data.same_contact(wanted.email, i.email)) as fits,
                   data.vouches(wanted.phone, i.phone) or data.vouches(wanted.email, i.email) as vouched
            from data.patient_identity i join data.patient p on (p.org_id, p.id) = (i.org_id, i.patient_id)
            where i.org_id = org and i.clinic_id = clinic and i.birth_date = wanted.birth_date
              and data.folded_name(i.family) = data.folded_name(wanted.family)
              and (wanted.given is null or i.given = ''
                   or data.folded_name(i.given) = data.folded_name(wanted.given))) c;
      if likely.zeros_differ then
        perform api.refuse_field('external_id', 'leading-zeros');
      elsif wanted.number is null and likely.people = 1 and likely.silent
            and (likely.without_number = 1 or likely.vouched)
         or wanted.number is not null and likely.people = 1 and likely.without_number = 1
            and likely.fits and likely.vouched then
        known_id := likely.id;
      elsif wanted.number is null and likely.people > 0 or likely.without_number > 0 or likely.moved_here then
        perform api.refuse_field('external_id', 'possible-duplicate');
      elsif likely.people > 0 then
        warning := '{"warning": {"field": "external_id", "rule": "same-name-and-birth-date"}}';
      end if;
    end if;
    if wanted.number is null and line ? 'external_id' then
      warning := '{"warning": {"field": "external_id", "rule": "no-number"}}';
    end if;

    select p.id, p.ref, p.clinic_id, p.provider_id, p.external_id, i.family, i.given, i.birth_date, i.sex, i.phone,
           i.email into known
    from data.patient p join data.patient_identity i on (i.org_id, i.patient_id) = (p.org_id, p.id)
    where p.org_id = org and p.id = known_id for update of p;
    if found then
      if known.clinic_id <> clinic then
        perform api.refuse_field('external_id', 'patient-of-another-clinic');
      end if;
      -- A given name that comes where none was known is a change too; one that is not said is none.
      select *, family::int + given::int + birth_date::int + sex::int as things into change
      from (select data.folded_name(known.family) <> data.folded_name(wanted.family) as family,
                   wanted.given is not null
                     and data.folded_name(known.given) <> data.folded_name(wanted.given) as given,
                   known.birth_date <> wanted.birth_date as birth_date,
                   coalesce(nullif(known.sex, 'unknown') <> wanted.sex, false) as sex,
                   wanted.given is null or known.given = '' as nameless,
                   wanted.phone is not null and known.phone is not null and not data.same_contact(wanted.phone, known.phone)
                     or wanted.email is not null and known.email is not null
                       and not data.same_contact(wanted.email, known.email) as contradicted,
                   data.vouches(wanted.phone, known.phone) or data.vouches(wanted.email, known.email) as vouched
           ) c;
      if change.things > 1 or (change.family or change.birth_date) and change.nameless
         or change.things = 1 and change.contradicted and not change.vouched then
        perform api.refuse_field('external_id', 'one-person-per-number');
      -- A list whose numbers slipped: twins, spouses and namesakes change in one thing only.
      elsif (change.family or change.given or change.birth_date)
          and exists (
            select from data.patient_identity i
            where i.org_id = org and i.clinic_id = clinic and i.birth_date = wanted.birth_date and i.patient_id <> known.id
              and data.folded_name(i.family) = data.folded_name(wanted.family)
              and (wanted.given is null or data.folded_name(i.given) = data.folded_name(wanted.given))) then
        perform api.refuse_field('external_id', 'number-of-another-patient');
      elsif change.things = 1 and wanted.number is not null then
        warning := jsonb_build_object('warning', jsonb_build_object('rule', 'identity-changed', 'field',
          case when change.family then 'family' when change.given then 'given' when change.birth_date then 'birth_date'
               else 'sex' end));
      end if;
    end if;
  exception when sqlstate 'CRL01' then
    get stacked diagnostics refusal = pg_exception_detail;
    return jsonb_build_object('field', refusal::jsonb->'more'->'field', 'rule', refusal::jsonb->'more'->'rule');
  end;

  if known_id is null then
    insert into data.patient (org_id, clinic_id, ref, provider_id, external_id)
    values (org, clinic, (select data.allocate_patient_ref(org, 1)), wanted.provider, wanted.number)
    returning id, ref into known;
    insert into data.patient_identity (org_id, patient_id, clinic_id, provider_id, family, given, birth_date, sex,
                                       phone, email)
    values (org, known.id, clinic, wanted.provider, wanted.family, coalesce(wanted.given, ''), wanted.birth_date,
            coalesce(wanted.sex, 'unknown'), wanted.phone, wanted.email);
    insert into data.chart (org_id, patient_id, clinic_id, provider_id) values (org, known.id, clinic, wanted.provider);
    return jsonb_build_object('outcome', 'inserted', 'patient_id', known.id, 'ref', known.ref) || warning;
  end if;
  update data.patient p set provider_id = coalesce(wanted.provider, p.provider_id),
                            external_id = coalesce(p.external_id, wanted.number)
  where p.org_id = org and p.id = known.id
    and (p.provider_id is distinct from coalesce(wanted.provider, p.provider_id)
         or p.external_id is null and wanted.number is not null);
  member := case when found then 'updated' else 'unchanged' end;
  -- Without a number the patient was found by what is known of them, so there is nothing to change.
  if wanted.number is not null then
    update data.patient_identity i
    set family = wanted.family, given = coalesce(wanted.given, i.given), birth_date = wanted.birth_date,
        sex = coalesce(wanted.sex, i.sex), phone = coalesce(wanted.phone, i.phone),
        email = coalesce(wanted.email, i.email)
    where i.org_id = org and i.patient_id = known.id
      and row(i.family, i.given, i.birth_date, i.sex, i.phone, i.email) is distinct from
          row(wanted.family, coalesce(wanted.given, i.given), wanted.birth_date, coalesce(wanted.sex, i.sex),
              coalesce(wanted.phone, i.phone), coalesce(wanted.email, i.email));
    member := case when found then 'updated' else member end;
  end if;
  return jsonb_build_object('outcome', member, 'patient_id', known.id, 'ref', known.ref) || warning;
end $$;
