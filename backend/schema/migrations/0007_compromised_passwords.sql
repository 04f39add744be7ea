-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0

-- Migration: runs once and is never edited afterwards; a change is a new number.

-- Provisioning and import: for `carrel-backend user | import` and the sandbox, connected as an administrator
-- that row security does not hold (a superuser, or a member of a role with BYPASSRLS). Not for the gateway.

-- What people try first. Lower case; each also counts with the usual endings.
insert into auth.compromised_password (sha1)
select distinct crypto.digest(variant, 'sha1')
from unnest(string_to_array(
  '123456 123456789 12345678 1234567890 12345 1234567 111111 123123 000000 654321 666666 987654321 112233 '
  '121212 123321 555555 777777 888888 999999 696969 159753 147258369 11111111 00000000 12341234 123454321 '
  '1q2w3e4r 1qaz2wsx qwerty qwertyuiop qwerty123 qazwsx asdfgh asdfghjkl zxcvbn zxcvbnm qweasd qweasdzxc '
  'password passw0rd p@ssw0rd p@ssword pa$$word pass secret letmein welcome login admin administrator root '
  'toor guest user test testing changeme default master access hello whatever trustno1 iloveyou princess '
  'sunshine monkey dragon football baseball basketball soccer hockey superman batman spiderman starwars '
  'pokemon shadow michael jennifer jordan hunter ashley bailey charlie daniel thomas robert matthew andrew '
  'joshua jessica amanda nicole michelle george harley ranger buster tigger killer pepper ginger summer '
  'winter spring autumn january february march april june july august september october november december '
  'monday tuesday wednesday thursday friday saturday sunday freedom computer internet samsung apple google '
  'facebook linkedin amazon microsoft windows flower cookie cheese banana orange purple silver golden yellow '
  'diamond angel angels lovely loveme forever family mother father hannah maggie sophie oliver william '
  'jackson america canada london newyork chicago boston phoenix dallas texas florida california yankees '
  'lakers eagles cowboys steelers liverpool arsenal chelsea barcelona corvette mustang ferrari porsche mercedes '
  'clinic doctor nurse patient medical medicine pharmacy hospital health healthcare prescriber frontdesk '
  'reception carrel testosterone peptide wellness northgate meridian hunter2 correcthorsebatterystaple abc123 '
  'a1b2c3 aa123456 abcd1234 abcdef abcdefg abcdefgh qwe123 asd123 zxc123 lol123 love123 pass123 pass1234', ' '))
  as word
cross join unnest(array['', '1', '12', '123', '1234', '12345', '!', '1!', '123!', '2023', '2024', '2025', '2026',
                        '2026!', '2025!', '@123', '#1']) as ending
cross join lateral unnest(array[word || ending, upper(word || ending), initcap(word) || ending]) as variant;
