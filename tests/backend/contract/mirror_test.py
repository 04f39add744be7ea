# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Holds what the client believes of the contract (`carrelctl contract`) against openapi.yaml.

The other half, contract against database, is tests/backend/schema/lists_test.py: together they make drift red on
either side.
"""
import json
import os
import subprocess
import unittest

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "..", "..", "..", "backend", "api", "openapi.yaml"), encoding="utf-8") as source:
    SCHEMAS = yaml.safe_load(source)["components"]["schemas"]
CLIENT = json.loads(subprocess.run([os.environ["CARREL_CTL"], "contract"], check=True, capture_output=True, text=True).stdout)


def follow(schema):
    while "$ref" in schema:
        schema = SCHEMAS[schema["$ref"].rpartition("/")[2]]
    return schema


def told(schema):
    """(type, nullable, words or None) as the client's table says them."""
    named = schema.get("$ref", "").rpartition("/")[2]
    options = [option for option in schema.get("oneOf", ()) if option != {"type": "null"}]
    if options:
        kind, _, words = told(options[0])
        return kind, len(options) < len(schema["oneOf"]), words
    kinds = {"Uuid": "uuid", "Reference": "reference", "Day": "date", "Time": "time"}
    if named in kinds:
        return kinds[named], False, None
    schema = follow(schema)
    if "enum" in schema:
        words = [word for word in schema["enum"] if word is not None]
        return "word", None in schema["enum"], words
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    kind = {"string": "text", "integer": "integer", "boolean": "flag", "array": "lines"}[next(t for t in types if t != "null")]
    return kind, "null" in types, None


def row_of(view):
    """The schema of a view's rows, by the page that names the view."""
    for option in SCHEMAS["ViewPage"]["oneOf"]:
        properties = follow(option)["allOf"][1]["properties"]
        if properties["view"]["const"] == view:
            return follow(properties["rows"]["items"])
    raise AssertionError(f"the contract has no page of the view {view}")


# The client keeps a text here although the contract has a closed list: it shows what it does not know as it is.
KEPT_AS_TEXT = {("orders", "decline_reason")}
# A value of the client's own, for what could not be had; the backend never sends it.
CLIENT_ONLY = {"allergy_status": {"unavailable"}}


class Mirror(unittest.TestCase):
    maxDiff = None

    def same_columns(self, where, columns, schema):
        self.assertEqual([column["name"] for column in columns], list(schema["properties"]), where)
        for column in columns:
            with self.subTest(column=f"{where}.{column['name']}"):
                kind, nullable, words = told(schema["properties"][column["name"]])
                if (where, column["name"]) in KEPT_AS_TEXT:
                    kind, words = "text", None
                self.assertEqual((column["type"], column["nullable"]), (kind, nullable))
                known = set(column.get("words", ())) - CLIENT_ONLY.get(column["name"], set())
                if words is not None and known:
                    self.assertEqual(known, set(words))

    def test_everyView_hasTheContractsColumnsTypesAndNulls(self):
        self.assertEqual(sorted(CLIENT["views"]), sorted(SCHEMAS["View"]["enum"]))
        for view, columns in CLIENT["views"].items():
            self.same_columns(view, columns, row_of(view))

    def test_everyLineOfARow_hasTheContractsMembers(self):
        seen = 0
        for view, columns in CLIENT["views"].items():
            for column in columns:
                if "members" in column:
                    seen += 1
                    items = row_of(view)["properties"][column["name"]]["items"]
                    self.assertEqual({member["name"] for member in column["members"]}, set(items["properties"]),
                                     f"{view}.{column['name']}")
        self.assertGreater(seen, 0)

    def test_everyCommand_isTheContracts(self):
        self.assertEqual(sorted(CLIENT["commands"]), sorted(SCHEMAS["CommandName"]["enum"]))

    def test_everyClosedList_isTheContracts(self):
        me = SCHEMAS["Me"]["properties"]
        event = SCHEMAS["AuditEvent"]["properties"]
        row = {view: row_of(view)["properties"] for view in SCHEMAS["View"]["enum"]}
        contract = {
            "view": SCHEMAS["View"]["enum"], "role": me["role"]["enum"],
            "access_mode": me["organization"]["properties"]["access_mode"]["enum"],
            "appointment_state": row["schedule"]["state"]["enum"], "cart_state": row["carts"]["state"]["enum"],
            "order_state": SCHEMAS["OrderState"]["enum"], "sex": [word for word in row["patients"]["sex"]["enum"] if word],
            "allergy_status": row["charts"]["allergy_status"]["enum"],
            "audit_act": follow(event["act"])["enum"], "purpose": follow(event["purpose"])["enum"],
            "problem_code": SCHEMAS["Problem"]["properties"]["code"]["enum"]}
        self.assertEqual(CLIENT["lists"].keys(), contract.keys())
        for name, words in CLIENT["lists"].items():
            with self.subTest(name):
                self.assertEqual(set(words) - CLIENT_ONLY.get(name, set()), set(contract[name]))


if __name__ == "__main__":
    unittest.main()
