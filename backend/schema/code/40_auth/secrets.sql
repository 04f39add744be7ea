-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Code: all of it is dropped and made anew when any of it changed, so it is edited in place.

create function auth.prehash(password text) returns text language sql immutable strict
  return encode(sha256(convert_to(password, 'UTF8')), 'base64');

create function auth.hash_password(password text) returns text language sql volatile strict
  return crypto.crypt(auth.prehash(password), crypto.gen_salt('bf', 10));

-- RFC 6238 / RFC 4226: HMAC-SHA-1 over the counter, dynamic truncation.
create function auth.totp(secret bytea, counter bigint, digits int default 6) returns text
language plpgsql immutable strict set search_path = pg_catalog, pg_temp as $$
declare
  mac bytea := crypto.hmac(int8send(counter), secret, 'sha1');
  start int := get_byte(mac, 19) & 15;
  number bigint := ((get_byte(mac, start) & 127)::bigint << 24) | (get_byte(mac, start + 1) << 16)
                   | (get_byte(mac, start + 2) << 8) | get_byte(mac, start + 3);
begin
  return lpad((number % (10 ^ digits)::bigint)::text, digits, '0');
end $$;

create function auth.current_step() returns bigint language sql volatile
  return floor(extract(epoch from clock_timestamp()) / 30)::bigint;

create function auth.new_token() returns text language sql volatile
  return translate(encode(crypto.gen_random_bytes(32), 'base64'), '+/=', '-_');

create function auth.token_hash(token text) returns bytea language sql immutable strict
  return sha256(convert_to(token, 'UTF8'));

-- base32 (RFC 4648), as authenticator apps and oathtool write secrets.
create function auth.from_base32(encoded text) returns bytea language plpgsql immutable strict
set search_path = pg_catalog, pg_temp as $$
declare
  clean text := rtrim(upper(translate(encoded, ' -', '')), '=');
  bits int := 0;
  held int := 0;
  result bytea := '';
  letter text;
  value int;
begin
  foreach letter in array string_to_array(clean, null) loop
    value := strpos('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', letter) - 1;
    if value < 0 then
      raise exception 'not base32' using errcode = 'invalid_text_representation';
    end if;
    held := ((held << 5) | value) & 4095;
    bits := bits + 5;
    if bits >= 8 then
      bits := bits - 8;
      result := result || set_byte('\x00'::bytea, 0, (held >> bits) & 255);
    end if;
  end loop;
  return result;
end $$;
