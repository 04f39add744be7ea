# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Holds the document against its own rules, and the gateway's real answers against the document."""
import hashlib
import json
import os
import re
import socket
import ssl
import sys
import unittest
import urllib.parse
import uuid

import jsonschema
import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "gateway"))

from environment import PASSWORD, Environment, login_of  # noqa: E402
from backend_client import BackendClient  # noqa: E402

with open(os.path.join(HERE, "..", "..", "..", "backend", "api", "openapi.yaml"), encoding="utf-8") as source:
    CONTRACT = yaml.safe_load(source)
METHODS = ("get", "post", "put", "patch", "delete")
OPERATIONS = {(method.upper(), path): operation for path, item in CONTRACT["paths"].items()
              for method, operation in item.items() if method in METHODS}


def follow(node):
    while isinstance(node, dict) and "$ref" in node:
        target = CONTRACT
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def check(schema, value):
    """Raises jsonschema.ValidationError. References resolve inside the document that the schema is put into."""
    frame = {"$schema": "https://json-schema.org/draft/2020-12/schema", "components": CONTRACT["components"],
             "allOf": [schema]}
    jsonschema.Draft202012Validator(frame).validate(value)


def nodes(node):
    yield node
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        yield from nodes(child)


class CheckedClient(BackendClient):
    """Every answer that passes is held against the contract."""
    seen = {}  # operationId -> statuses

    def request(self, method, path, *arguments, **named):
        answer = super().request(method, path, *arguments, **named)
        bare = urllib.parse.urlsplit(path).path
        operation = next((operation for (verb, template), operation in OPERATIONS.items() if verb == method and
                          re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), bare)), None)
        if operation is None:
            raise AssertionError(f"{method} {bare} is not in the contract")
        response = follow(operation["responses"].get(str(answer.status)))
        if response is None:
            raise AssertionError(f"{operation['operationId']} answers {answer.status}, which the contract does not have: {answer.body}")
        for name, header in response.get("headers", {}).items():
            if follow(header).get("required") and name not in answer.headers:
                raise AssertionError(f"{operation['operationId']} {answer.status} lacks the header {name}")
        content = response.get("content")
        if content is None:
            assert not answer.body, answer.body
        else:
            kind = answer.headers["Content-Type"]
            assert kind in content, (operation["operationId"], answer.status, kind)
            check(content[kind]["schema"], answer.json)
        self.seen.setdefault(operation["operationId"], set()).add(answer.status)
        return answer


class Document(unittest.TestCase):
    def test_document_follows_the_openapi_3_1_schema(self):
        # The OpenAPI Initiative's own schema, from the npm package that carries it (tools.sh).
        schema = os.path.join(os.environ["CARREL_CONTRACT_TOOLS"], "node_modules", "@seriousme", "openapi-schema-validator",
                              "schemas", "v3.1", "schema.json")
        if not os.path.exists(schema):
            self.skipTest("backend_contract_tools could not install the schema")
        with open(schema, encoding="utf-8") as file:
            jsonschema.Draft202012Validator(json.load(file)).validate(CONTRACT)

    def test_every_reference_leads_somewhere_and_every_component_is_used(self):
        used = {node["$ref"] for node in nodes(CONTRACT) if isinstance(node, dict) and "$ref" in node}
        for reference in used:
            follow({"$ref": reference})
        for kind, components in CONTRACT["components"].items():
            for name in components if kind != "securitySchemes" else ():
                self.assertIn(f"#/components/{kind}/{name}", used)

    def test_every_schema_is_a_schema(self):
        for name, schema in CONTRACT["components"]["schemas"].items():
            with self.subTest(name):
                jsonschema.Draft202012Validator.check_schema(schema)

    def test_every_operation_is_named_once_summed_up_and_answers_with_a_request_id(self):
        names = [operation["operationId"] for operation in OPERATIONS.values()]
        self.assertEqual(len(names), len(set(names)))
        for (method, path), operation in OPERATIONS.items():
            with self.subTest(method + " " + path):
                self.assertTrue(operation["summary"])
                self.assertTrue(operation["tags"])
                named = {follow(parameter)["name"] for parameter in operation.get("parameters", [])}
                self.assertLessEqual(set(re.findall(r"\{(\w+)\}", path)), named)
                for status, response in operation["responses"].items():
                    response = follow(response)
                    self.assertIn("X-Request-Id", response["headers"])
                    if int(status) >= 400:
                        self.assertEqual(list(response["content"]), ["application/problem+json"])

    def test_every_example_fits_its_schema(self):
        count = 0
        for node in nodes(CONTRACT["paths"]):
            if isinstance(node, dict) and "schema" in node:
                examples = [node["example"]] if "example" in node else []
                examples += [example["value"] for example in node.get("examples", {}).values()]
                for example in examples:
                    check(node["schema"], example)
                    count += 1
        self.assertGreater(count, 10)


class Answers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.environment = Environment().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.environment.__exit__(None, None, None)

    def client(self, name=None):
        client = CheckedClient(self.environment.gateway.url, self.environment.file("ca.pem"))
        self.addCleanup(client.close)
        if name:
            self.environment.forget_codes(name)
            client.sign_in(login_of(name), PASSWORD, self.environment.secrets[name])
        return client

    def submit(self, desk, product="north plain", clinic="oak", number=0):
        cart, line = str(uuid.uuid4()), str(uuid.uuid4())
        desk.command("open-cart", cart_id=cart, patient_id=self.environment.patients[clinic][number],
                     clinic_id=self.environment.clinics[clinic])
        desk.command("set-cart-line", cart_id=cart, line_id=line, product_id=self.environment.products[product], quantity=2,
                     refill_day=None)
        desk.command("set-cart-line", cart_id=cart, line_id=str(uuid.uuid4()), product_id=self.environment.products[product],
                     quantity=1, refill_day=None)
        desk.command("remove-cart-line", cart_id=cart, line_id=line)
        result = desk.command("submit-cart", cart_id=cart)
        check({"$ref": "#/components/schemas/SubmittedCart"}, result)
        return cart, result["order_id"]

    def test_every_operation_answers_as_the_contract_says(self):
        environment = self.environment
        nobody = self.client()
        nobody.call("GET", "/v1/health")
        nobody.request("POST", "/v1/sessions", {})
        nobody.give_password("nobody@north.example", "not it, not it")
        nobody.request("GET", "/v1/me", token="A" * 43)

        desk = self.client("desk.ana")
        desk.give_code("123456")
        desk.call("GET", "/v1/me")
        desk.command("check-in", appointment_id=environment.appointments["oak"][0], version=1)
        again = desk.request("POST", "/v1/commands/check-in", {"appointment_id": environment.appointments["oak"][0], "version": 1},
                             headers={"Idempotency-Key": str(uuid.uuid4())})
        self.assertIn(again.status, (409, 422))
        cart, order = self.submit(desk)
        shown = {view: desk.get_view_all(view, limit=2) for view in desk.me["views"]}
        self.assertTrue(all(shown.values()), shown.keys())
        late = desk.request("POST", "/v1/commands/submit-cart", {"cart_id": cart}, headers={"Idempotency-Key": str(uuid.uuid4())})
        self.assertEqual((late.status, late.json["reason"]), (409, "cart-submitted"))
        empty = str(uuid.uuid4())
        desk.command("open-cart", cart_id=empty, patient_id=environment.patients["oak"][1], clinic_id=environment.clinics["oak"])
        refused = desk.request("POST", "/v1/commands/submit-cart", {"cart_id": empty}, headers={"Idempotency-Key": str(uuid.uuid4())})
        self.assertEqual((refused.status, refused.json["reason"]), (422, "cart-empty"))
        desk.request("GET", "/v1/views/charts/changes")
        desk.request("GET", "/v1/views/patients/changes?cursor=nonsense")
        desk.request("GET", f"/v1/orders/{order}/review")
        desk.lock()
        desk.request("GET", "/v1/me")
        desk.unlock(PASSWORD)

        self.sign_and_decline(order, self.submit(desk, number=2)[1])
        self.upload(desk)
        for name in ("assistant.dev", "owner.grace", "sales.finn", "desk.kim", "prescriber.maya"):
            client = self.client(name)
            for view in client.me["views"]:
                client.get_view_all(view)
            client.sign_out()
        kim = self.client("desk.kim")
        self.review_of_a_patient_who_was_reassigned(kim)
        revealed = kim.command("reveal", patient_id=environment.patients["bay"][0], purpose="check_in")
        check({"$ref": "#/components/schemas/RevealedPatient"}, revealed)

        for operation in OPERATIONS.values():
            good = {int(status) for status in operation["responses"] if int(status) < 300}
            self.assertTrue(good & CheckedClient.seen.get(operation["operationId"], set()), operation["operationId"])

    def test_harm09_what_is_refused_before_it_is_a_request_is_in_the_document_too(self):
        said = set(re.findall(r"\b4\d\d\b", CONTRACT["info"]["description"]))
        gateway = self.environment.start_gateway("--header-seconds", "1")
        context = ssl.create_default_context(cafile=self.environment.file("ca.pem"))
        seen = set()
        for head in (b"nonsense\r\n\r\n", b"GET /v1/health HTTP/1.1\r\nHost: localhost\r\n",
                     b"POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n",
                     b"GET /v1/" + b"x" * 9000, b"GET /v1/health HTTP/1.1\r\nX-Fill: " + b"x" * 9000):
            url = urllib.parse.urlsplit(gateway.url)
            with context.wrap_socket(socket.create_connection((url.hostname, url.port), timeout=20),
                                     server_hostname="localhost") as connection:
                connection.sendall(head)
                answer = b""
                while b"request_id" not in answer and (chunk := connection.recv(65536)):
                    answer += chunk
            top, body = answer.split(b"\r\n\r\n", 1)
            self.assertIn(b"application/problem+json", top)
            check({"$ref": "#/components/schemas/Problem"}, json.loads(body))
            seen.add(top.split()[1].decode())
        self.assertEqual(seen, {"400", "408", "411", "414", "431"})
        self.assertLessEqual(seen, said)

    def sign_and_decline(self, first, second):
        ruth = self.client("prescriber.ruth")
        for view in ruth.me["views"]:
            ruth.get_view_all(view)
        review = ruth.review(first)
        # RFC 8785 for strings and integers: sorted names, no spaces, UTF-8.
        canonical = json.dumps(review["content"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        digest = hashlib.sha256(canonical.encode()).hexdigest()
        version = review["content"]["version"]
        path = f"/v1/orders/{first}/approval"

        def approve(**changes):
            body = {"version": version, "digest": digest, "password": PASSWORD, "code": "000000"} | changes
            return ruth.request("POST", path, body, headers={"Idempotency-Key": str(uuid.uuid4())})

        self.assertEqual(approve(password="not it, not it").code, "wrong-credentials")
        changed = approve(digest="0" * 64, code=ruth.next_code())
        self.assertEqual((changed.status, changed.json["reason"]), (409, "content-changed"))
        self.environment.forget_codes("prescriber.ruth")
        signed = approve(code=ruth.next_code())
        self.assertEqual(signed.status, 200, signed.body)
        self.assertEqual(signed.json["digest"], digest)
        ruth.command("decline-order", order_id=second, version=ruth.review(second)["content"]["version"],
                     reason_code="other", note="Ask again next week.")

    def review_of_a_patient_who_was_reassigned(self, desk):
        order = self.submit(desk, "south plain", "bay", 1)[1]
        self.environment.admin.run(f"update data.patient set provider_id = null where id = '{self.environment.patients['bay'][1]}'")
        refused = self.client("prescriber.maya").request("GET", f"/v1/orders/{order}/review")
        self.assertEqual((refused.status, refused.json["order_state"], refused.json["signature"]),
                         (403, "awaiting_approval", None))

    def upload(self, desk):
        events, previous = [], "0" * 64
        for seq in (1, 2):
            event = {"seq": seq, "id": str(uuid.uuid4()), "at": "2026-11-22T09:30:00.000Z", "act": "list", "purpose": "treatment",
                     "clinic_id": self.environment.clinics["oak"], "patient_ref": "", "subject_type": "view",
                     "subject_id": "patients", "previous": previous}
            canonical = json.dumps(event, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            previous = event["hash"] = hashlib.sha256(canonical.encode()).hexdigest()
            events.append(event)
        body = {"device_id": desk.device["id"], "events": events}
        check({"$ref": "#/components/schemas/AuditUpload"}, body)
        done = desk.call("POST", "/v1/audit/events", body)
        self.assertEqual((done["accepted_through"], done["head"]), (2, previous))
        events[1]["subject_id"] = "carts"
        broken = desk.request("POST", "/v1/audit/events", {"device_id": desk.device["id"], "events": [events[1] | {"seq": 3}]})
        self.assertEqual((broken.status, broken.json.get("reason")), (409, "chain-broken"))


if __name__ == "__main__":
    unittest.main()
