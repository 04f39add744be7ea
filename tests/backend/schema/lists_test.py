# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""The lists of views and commands: what stands there is made, granted to exactly those roles, told, and in the contract."""
import os
import unittest

import yaml

from cluster import ROOT
from world import world

with open(os.path.join(ROOT, "backend", "api", "openapi.yaml"), encoding="utf-8") as source:
    SCHEMAS = yaml.safe_load(source)
BODIES = SCHEMAS["paths"]["/v1/commands/{command}"]["post"]["requestBody"]["content"]["application/json"]["schema"]["anyOf"]
SCHEMAS = SCHEMAS["components"]["schemas"]
ROLES = "(select rolname from pg_roles where rolname like 'carrel%')"


def named(reference):
    return reference["$ref"].rsplit("/", 1)[1]


class Lists(unittest.TestCase):
    def setUp(self):
        self.world = world()
        rows = self.world.admin.rows
        self.doors = {door["role"]: door["db_role"] for door in rows("select * from work.door")}
        self.commands = rows("select * from work.command order by name")
        self.views = rows("select * from work.view order by position")

    def holders(self, what, privilege, name):
        """The roles that hold a privilege without owning the thing."""
        return {row["rolname"] for row in self.world.admin.rows(
            f"select rolname from {ROLES} r where has_{what}_privilege(rolname, '{name}', '{privilege}') and rolname <> "
            + (f"(select proowner::regrole::text from pg_proc where oid = '{name}'::regprocedure)" if what == "function"
               else f"(select relowner::regrole::text from pg_class where oid = '{name}'::regclass)"))}

    def test_everyCommand_isGrantedToExactlyItsRoles(self):
        self.assertGreaterEqual(len(self.commands), 7)
        for command in self.commands:
            with self.subTest(command["name"]):
                self.assertEqual(self.holders("function", "execute", command["function"]),
                                 {self.doors[role] for role in command["roles"]})

    def test_everyView_isGrantedToExactlyItsRoles(self):
        for view in self.views:
            with self.subTest(view["name"]):
                self.assertEqual(self.holders("table", "select", "projection." + view["name"]),
                                 {self.doors[role] for role in view["roles"]})

    def test_everyCommand_isInTheContract_withABodyNamedLikeIt(self):
        names = [command["name"] for command in self.commands]
        self.assertEqual(sorted(SCHEMAS["CommandName"]["enum"]), names)
        bodies = ["".join(word.title() for word in name.split("-")) for name in names]
        self.assertEqual(sorted(named(body) for body in BODIES), sorted(bodies))
        for body in bodies:
            self.assertIn(body, SCHEMAS)

    def test_everyViewsColumns_areTheContracts_inItsOrder(self):
        self.assertEqual(SCHEMAS["View"]["enum"], [view["name"] for view in self.views])
        rows = {}
        for page in SCHEMAS["ViewPage"]["oneOf"]:
            members = SCHEMAS[named(page)]["allOf"][1]["properties"]
            rows[members["view"]["const"]] = SCHEMAS[named(members["rows"]["items"])]
        for view in self.views:
            with self.subTest(view["name"]):
                columns = [row["attname"] for row in self.world.admin.rows(
                    f"select attname from pg_attribute where attrelid = 'projection.{view['name']}'::regclass "
                    "order by attnum")]
                self.assertEqual(columns.pop(), "changed_xid")
                self.assertEqual(columns, list(rows[view["name"]]["properties"]))
                self.assertEqual(columns, rows[view["name"]]["required"])

    def test_everyActAndPurpose_ofAnAuditEvent_isTheContracts(self):
        event = SCHEMAS["AuditEvent"]["properties"]
        for member in ("act", "purpose"):
            known = {row["name"] for row in self.world.admin.rows(f"select name from work.audit_{member}")}
            self.assertEqual(known, set(event[member]["enum"]), member)

    def test_everyPerson_isToldTheViewsAndCommandsOfTheirRole(self):
        w = self.world
        for login, role in [("desk.north", "front_desk"), ("assistant.north", "medical_assistant"), ("ruth", "prescriber"),
                            ("owner", "owner"), ("sales", "sales"), ("admin", "admin")]:
            status, me = w.handle("me", w.token(login))
            self.assertEqual((status, me["role"]), (200, role))
            self.assertEqual(me["views"], [view["name"] for view in self.views if role in view["roles"]])
            self.assertEqual(me["commands"], [c["name"] for c in self.commands if role in c["roles"]])

    def test_aCommandThatOneIsNotTold_isNotAllowed(self):
        w = self.world
        for login in ("desk.north", "assistant.north", "ruth", "owner", "sales", "admin"):
            told = w.handle("me", w.token(login))[1]["commands"]
            for command in self.commands:
                status, answer = w.command(login, command["name"], {})
                self.assertEqual(status == 403, command["name"] not in told, (login, command["name"], answer))
        self.assertEqual(w.command("desk.north", "no-such-command", {})[0], 404)


if __name__ == "__main__":
    unittest.main()
