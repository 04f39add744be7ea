# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""`carrel-backend migrate` with a schema that changes: code is replaced, tables stay, all of it or nothing."""
import os
import shutil
import subprocess
import tempfile
import unittest

from cluster import BACKEND, SCHEMA
from world import world

# All that could be left over: tables and functions by their numbers, what they say, who may, and what was noted.
STATE = """
  select 'class ' || c.oid || coalesce(c.relacl::text, '') as line from pg_class c
    where c.relnamespace::regnamespace::text !~ '^pg_|information_schema'
  union all select 'function ' || p.oid || md5(p.prosrc) || coalesce(p.proacl::text, '') from pg_proc p
    where p.pronamespace::regnamespace::text !~ '^pg_|information_schema'
  union all select 'trigger ' || oid || tgname from pg_trigger
  union all select 'policy ' || oid || polname from pg_policy
  union all select 'column ' || attrelid || attname || atttypid || coalesce(attacl::text, '') from pg_attribute
  union all select 'migration ' || path || sha256 || applied_at from deploy.migration
  union all select 'code ' || path || sha256 || applied_at from deploy.code
  order by 1"""

NEXT = len(os.listdir(os.path.join(SCHEMA, "migrations"))) + 1


class Replace(unittest.TestCase):
    numbers = 0

    def setUp(self):
        self.cluster = world().cluster
        Replace.numbers += 1
        self.database = f"replace_{Replace.numbers}"
        self.cluster.connect("postgres", "postgres").run(f"create database {self.database}")
        self.folder = tempfile.mkdtemp(prefix="carrel-schema-")
        self.addCleanup(shutil.rmtree, self.folder)
        self.schema = shutil.copytree(SCHEMA, os.path.join(self.folder, "schema"))
        self.cluster.migrate(self.database)
        self.sql = self.cluster.connect(database=self.database)

    def path(self, *parts):
        return os.path.join(self.schema, *parts)

    @staticmethod
    def next_migration(subject):
        return f"migrations/{NEXT:04}_{subject}.sql"

    def append(self, path, sql):
        with open(self.path(path), "a", encoding="utf-8") as file:
            file.write("\n" + sql + "\n")

    def edit(self, path, old, new):
        with open(self.path(path), encoding="utf-8") as file:
            text = file.read()
        self.assertIn(old, text)
        with open(self.path(path), "w", encoding="utf-8") as file:
            file.write(text.replace(old, new))

    def restore(self, path):
        shutil.copy(os.path.join(SCHEMA, path), self.path(path))

    def migrate(self):
        return self.cluster.migrate(self.database, self.schema).strip().split("; ")

    def assert_refused(self, *parts, schema=None):
        before = self.sql.rows(STATE)
        done = self.cluster.run_migrate(self.database, schema or self.schema)
        self.assertEqual(done.returncode, 1, done.stdout)
        for part in parts:
            self.assertIn(part, done.stderr)
        self.assertEqual(self.sql.rows(STATE), before)

    def test_changedFile_isReplaced_andNothingIsAppliedAgain(self):
        self.sql.run("select admin.create_organization('Stays')")
        noted = self.sql.rows("select * from deploy.migration")
        self.edit("code/10_base/answers.sql", "'Not found'", "'Not there'")
        replaced, changed, now = self.migrate()
        self.assertRegex(replaced, r"^replaced \d+ files of code$")
        self.assertEqual((changed, now[:17]), ("changed: code/10_base/answers.sql", "now at migration "))
        self.assertEqual(self.sql.value("select api.title_of('not-found')"), "Not there")
        self.assertEqual(self.sql.rows("select * from deploy.migration"), noted)
        self.assertEqual(self.sql.value("select name from data.organization"), "Stays")
        self.assertEqual(self.migrate(), ["nothing to do", now])

    def test_whatVanishedFromTheFiles_isGone(self):
        self.append("code/10_base/answers.sql", "create function api.spare() returns int language sql return 1;")
        self.append("code/90_policies/patients.sql", "grant select on data.chart to carrel_front_desk;")
        os.makedirs(self.path("code/97_spare"))
        self.append("code/97_spare/spare.sql", "create function work.spare() returns int language sql as 'select api.spare()';")
        self.migrate()
        self.assertEqual(self.sql.value("select work.spare()"), 1)
        self.restore("code/10_base/answers.sql")
        self.restore("code/90_policies/patients.sql")
        shutil.rmtree(self.path("code/97_spare"))
        self.assertEqual(self.migrate()[1], "changed: code/10_base/answers.sql, code/90_policies/patients.sql, "
                                            "code/97_spare/spare.sql")
        self.assertEqual(self.sql.rows("select to_regprocedure('api.spare()') as a, to_regprocedure('work.spare()') as b, "
                                       "has_table_privilege('carrel_front_desk', 'data.chart', 'select') as c"),
                         [{"a": None, "b": None, "c": False}])

    def test_failingFile_leavesTheDatabaseAsItWas(self):
        self.append(self.next_migration("more"), "create table data.more (n int);")
        self.append("code/10_base/answers.sql", "create function api.spare() returns int language sql return 1;")
        self.append("code/95_doors/doors.sql", "select 1 / 0;")
        self.assert_refused("code/95_doors/doors.sql", "22012")

    def test_filesWithoutTheirCode_areRefused(self):
        shutil.rmtree(self.path("code"))
        self.assert_refused("a part of them is missing")

    def test_bodyThatCanNotRun_isRefusedByTheFunctionsName(self):
        self.append("code/10_base/answers.sql", "create function api.spare() returns int language sql as 'select none.such()';")
        self.assert_refused("api.spare()", "none")

    def test_newerDatabase_isRefused(self):
        self.append(self.next_migration("more"), "create table data.more (n int);")
        applied = self.migrate()
        self.assertEqual((applied[0], applied[-1]), (f"applied {NEXT:04}_more", f"now at migration {NEXT}"))
        self.assert_refused("newer than this program", schema=SCHEMA)

    def test_changedMigration_isRefused(self):
        self.append("migrations/0002_organizations.sql", "-- after the fact")
        self.assert_refused("0002_organizations.sql was changed after it had been applied")

    def test_orderWithinALayer_doesNotMatter(self):
        for layer in os.listdir(self.path("code")):
            for number, name in enumerate(sorted(os.listdir(self.path("code", layer)))):
                os.rename(self.path("code", layer, name), self.path("code", layer, f"{999 - number}_{name}"))
        self.assertIn("replaced", self.migrate()[0])
        grants = "select oid::regprocedure::text as name, proowner, proacl::text from pg_proc where oid > 16384 order by 1"
        self.assertEqual(self.sql.rows(grants), world().admin.rows(grants))

    def test_migration_meetsNoViewAndNoPolicyThatHangsOnItsColumn(self):
        self.append(self.next_migration("type"), "alter table data.patient_identity alter column phone type varchar(60);")
        self.assertEqual(self.migrate()[-1], f"now at migration {NEXT}")
        self.assertEqual(self.sql.value("select api.schema_version()"), NEXT)

    def test_twoAtOnce_takeTurns(self):
        self.cluster.connect("postgres", "postgres").run(f"create database {self.database}_fresh")
        command = [BACKEND, "migrate", "--database", self.cluster.conninfo(f"{self.database}_fresh"), "--schema", SCHEMA]
        both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        said = [process.communicate(timeout=60) for process in both]
        self.assertEqual([process.returncode for process in both], [0, 0], said)
        self.assertEqual(sorted(out.startswith("nothing to do") for out, _ in said), [False, True])


if __name__ == "__main__":
    unittest.main()
