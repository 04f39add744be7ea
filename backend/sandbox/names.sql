-- SPDX-FileCopyrightText: 2026 The Carrel authors
-- SPDX-License-Identifier: Apache-2.0
--
-- Names as clinics have them: accents, apostrophes, particles, double and one-letter names, CJK, Arabic, Cyrillic.
-- All people are made up.

create temporary table family_name (n int generated always as identity, kind text, name text);
insert into family_name (kind, name)
select 'latin', unnest(array[
  'Abbott','Adams','Ahlström','Alvarez','Andersen','Archer','Bailey','Baker','Barnes','Bauer','Bennett','Bergström','Bianchi',
  'Blanc','Boone','Bradley','Brennan','Brooks','Brown','Burke','Campbell','Carter','Castillo','Chambers','Chapman','Chen',
  'Clarke','Cohen','Collins','Connolly','Cooper','Costa','Coyle','Crawford','Cruz','D''Angelo','D''Souza','Dalton','Daly',
  'Davies','Dawson','de Boer','de la Cruz','De Luca','Diallo','Diaz','Dixon','Dlamini','Doherty','Dubois','Duffy','Dupont',
  'Durand','Eze','Eastwood','Ellis','Erdoğan','Eriksson','Evans','Farrell','Ferrari','Fischer','Fitzgerald','Fleming','Flores',
  'Ford','Foster','Fournier','Fox','Franklin','Freeman','Gallagher','García','Gibson','Girard','Gomez','González','Gordon',
  'Graham','Grant','Greene','Grünwald','Gupta','Haas','Hall','Hamilton','Hansen','Harper','Hartmann','Hayes','Hernández',
  'Hoffmann','Holm','Horváth','Howard','Hughes','Hussein','Ibáñez','Ibrahim','Iversen','Jackson','Janssen','Jensen','Johansson',
  'Johnson','Jones','Jørgensen','Kaplan','Kaur','Kelly','Kennedy','Khan','Kim','King','Kowalski','Krüger','Kumar','Lambert',
  'Larsen','Lee','Lefèvre','Lehmann','Lewis','Li','Lindgren','Lopez','Lund','Lynch','MacDonald','MacLeod','Malik','Mancini',
  'Marshall','Martin','Martínez','Mason','Mbeki','McCarthy','McGrath','McKenzie','Mendes','Meyer','Mitchell','Møller','Moore',
  'Morales','Moreau','Moreno','Morgan','Müller','Murphy','Murray','Nakamura','Navarro','Nguyễn','Nielsen','Novák','Núñez','Nwosu',
  'O''Brien','O''Connor','O''Keefe','O''Neill','O''Sullivan','Oakley','Okafor','Olsen','Ortega','Ortiz','Osei','Owens','Palmer',
  'Parker','Patel','Pearson','Pereira','Perez','Petersen','Peña','Phillips','Popescu','Porter','Powell','Quinn','Ramírez','Ramos',
  'Reid','Reyes','Richards','Rivera','Roberts','Robinson','Rodríguez','Rojas','Romano','Rossi','Roux','Ruiz','Russell','Ryan',
  'Sánchez','Santos','Sato','Schäfer','Schmidt','Schneider','Schröder','Sharma','Silva','Singh','Smith','Soto','Stewart','Strauß',
  'Suzuki','Szabó','Tanaka','Taylor','Thompson','Torres','Tremblay','Tucker','Turner','Vargas','van den Berg','van Dijk','Vega',
  'Villanueva','von Arx','Wagner','Walker','Wallace','Walsh','Wang','Warren','Watson','Weber','Weiß','White','Williams','Wilson',
  'Winkler','Wong','Wright','Yamamoto','Yılmaz','Young','Zapata','Zhang','Ziegler','Zimmermann','Smith-Jones','Taylor-Greene',
  'Ng','Ó','Y','Ito','Xu'])
union all
select 'cjk', unnest(array['王','李','张','刘','陈','杨','赵','黄','周','吴','佐藤','鈴木','高橋','田中','伊藤','김','이','박','최','정'])
union all
select 'arabic', unnest(array['الحداد','المصري','النجار','الخطيب','السيد','العلي','الحسن','منصور','خليل','عثمان'])
union all
select 'cyrillic', unnest(array['Иванова','Петров','Смирнова','Кузнецов','Шевченко','Коваленко','Попов','Соколова']);

create temporary table given_name (n int generated always as identity, kind text, sex text, name text);
insert into given_name (kind, sex, name)
select 'latin', 'female', unnest(array['Ada','Aisha','Alice','Amélie','Ana','Beatriz','Brigid','Carla','Chloé','Clara','Dana','Eileen',
  'Elena','Emma','Esther','Fatima','Fiona','Grace','Hanna','Inés','Ingrid','Irene','Jane','Joy','Karen','Laura','Leila','Lucía',
  'Mai','Maria','María José','Marta','Mei','Nadia','Niamh','Nora','Olga','Priya','Rachel','Rosa','Ruth','Sara','Siobhán','Sofía',
  'Søs','Tess','Uma','Vera','Wendy','Xenia','Yara','Zoë','Renée','Mary Ann','E'])
union all
select 'latin', 'male', unnest(array['Aaron','Ahmed','Alan','André','Arjun','Björn','Brian','Carlos','Colm','Daniel','David','Diego',
  'Edward','Eoin','Erik','Felix','François','George','Gustavo','Hans','Henry','Ian','Ivan','Jack','Javier','Jean-Luc','John','José',
  'Juan Carlos','Kwame','Lars','Liam','Luca','Luis','Marek','Mateo','Mohamed','Nils','Noah','Oisín','Omar','Owen','Pablo','Paul',
  'Peter','Quentin','Rafael','Raj','Samuel','Sean','Thomas','Umar','Víctor','William','Yusuf','Zoltán','J.','O'])
union all
select 'cjk', 'female', unnest(array['伟英','芳','娜','秀英','美咲','さくら','지우','서연'])
union all
select 'cjk', 'male', unnest(array['伟','强','磊','洋','翔太','大輔','민준','서준'])
union all
select 'arabic', 'female', unnest(array['فاطمة','مريم','ليلى','نور','سارة'])
union all
select 'arabic', 'male', unnest(array['محمد','أحمد','يوسف','علي','عمر'])
union all
select 'cyrillic', 'female', unnest(array['Анна','Елена','Ольга','Татьяна'])
union all
select 'cyrillic', 'male', unnest(array['Иван','Дмитрий','Сергей','Андрій']);

-- A number from 0 to size - 1 that depends on the seed, the row and what it is for.
create function pg_temp.pick(seed bigint, row_number bigint, what int, size bigint) returns bigint language sql immutable as $$
  select abs(hashint8extended(row_number * 131 + what, seed) % size)
$$;

create function pg_temp.person(seed bigint, first bigint, last bigint)
  returns table (n bigint, family text, given text, birth_date date, sex text, phone text, email text)
  language plpgsql as $$
declare
  latin_family text[] := (select array_agg(f.name order by f.n) from family_name f where f.kind = 'latin');
  other_family jsonb := (select jsonb_object_agg(kind, names) from
    (select f.kind, jsonb_agg(f.name order by f.n) as names from family_name f group by f.kind) k);
  given_names jsonb := (select jsonb_object_agg(kind || '/' || k.sex, names) from
    (select g.kind, g.sex, jsonb_agg(g.name order by g.n) as names from given_name g group by g.kind, g.sex) k);
begin
  return query
  select drawn.i, 
         case when drawn.kind = 'latin'
              then latin_family[1 + pg_temp.pick(seed, drawn.source, 2, cardinality(latin_family))]
                   -- one in nine has two family names
                   || case when pg_temp.pick(seed, drawn.source, 3, 9) = 0
                           then ' ' || latin_family[1 + pg_temp.pick(seed, drawn.source, 4, cardinality(latin_family))] else '' end
              else other_family -> drawn.kind ->> pg_temp.pick(seed, drawn.source, 2, jsonb_array_length(other_family -> drawn.kind))::int
         end,
         (select list ->> pg_temp.pick(seed, drawn.source, 5, jsonb_array_length(list))::int
          from (select given_names -> (drawn.kind || '/' || drawn.sexed) as list) l),
         date '1931-01-01' + pg_temp.pick(seed, drawn.source, 6, 27900)::int,
         case pg_temp.pick(seed, drawn.source, 7, 400) when 0 then 'intersex' when 1 then 'unknown' else drawn.sexed end,
         -- area code 555 is assigned to nobody
         '+1 555 ' || lpad(pg_temp.pick(seed, drawn.i, 8, 10000000)::text, 7, '0'),
         case when pg_temp.pick(seed, drawn.i, 9, 4) = 0 then null else 'patient' || drawn.i || '@mail.example' end
  from (
    select series.i,
           -- one in a thousand is a namesake of the row before, born the same day
           case when series.i % 1000 = 7 then series.i - 1 else series.i end as source
    from generate_series(first, last) as series (i)
  ) numbered
  cross join lateral (
    select numbered.i, numbered.source,
           case when pg_temp.pick(seed, numbered.source, 0, 100) < 94 then 'latin'
                when pg_temp.pick(seed, numbered.source, 0, 100) < 97 then 'cjk'
                when pg_temp.pick(seed, numbered.source, 0, 100) < 99 then 'arabic' else 'cyrillic' end as kind,
           case when pg_temp.pick(seed, numbered.source, 1, 2) = 0 then 'female' else 'male' end as sexed
  ) drawn;
end
$$;
