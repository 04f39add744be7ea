# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""A real backend for one test program: private PostgreSQL, an authority, two small organizations, the gateway.

    with Environment() as environment:
        ana = environment.signed_in("desk.ana")

Organization "north" has access mode clinic_role and clinics "oak" and "elm"; "south" has assigned_provider and clinic
"bay". Logins are <name>@<organization>.example; people of one role and clinic have one name each, see PEOPLE.
"""
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import time
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "schema"))
sys.path.insert(0, os.path.join(HERE, "..", "..", "support"))

from backend_client import BackendClient  # noqa: E402
from cluster import Cluster, quote  # noqa: E402

BACKEND = os.environ["CARREL_BACKEND"]
PASSWORD = "nine quiet herons at dusk"
CLINICS = {"oak": "north", "elm": "north", "bay": "south"}
MODES = {"north": "clinic_role", "south": "assigned_provider"}
# name: organization, role, clinics, NPI, DEA number
PEOPLE = {
    "desk.ana": ("north", "front_desk", ["oak"], None, None),
    "desk.ben": ("north", "front_desk", ["elm"], None, None),
    "assistant.dev": ("north", "medical_assistant", ["oak"], None, None),
    "prescriber.ruth": ("north", "prescriber", ["oak", "elm"], "1234567893", "BA1234563"),
    "prescriber.omar": ("north", "prescriber", ["oak"], None, None),
    "owner.grace": ("north", "owner", ["oak", "elm"], None, None),
    "sales.finn": ("north", "sales", ["oak"], None, None),
    "admin.hugo": ("north", "admin", ["oak", "elm"], None, None),
    "desk.kim": ("south", "front_desk", ["bay"], None, None),
    "prescriber.maya": ("south", "prescriber", ["bay"], "1578662233", None),
}


def eventually(condition, seconds=20):
    """Waits for a condition, asking again and again."""
    end = time.monotonic() + seconds
    while True:
        result = condition()
        if result or time.monotonic() > end:
            return result


def identifier(kind, number):
    return f"5f0c55d6-64a1-4c04-{kind:04x}-{number:012x}"


def login_of(name):
    return f"{name}@{PEOPLE[name][0]}.example"


class Gateway:
    """One `carrel-backend serve`."""

    def __init__(self, conninfo, folder, arguments=()):
        self.process = subprocess.Popen(
            [BACKEND, "serve", "--database", conninfo, "--listen", "localhost:0", "--certificate",
             os.path.join(folder, "server.pem"), "--key", os.path.join(folder, "server.key"), *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.log = []
        self._lines = queue.Queue()
        self._reader = threading.Thread(target=self._read_log, daemon=True)
        self._reader.start()
        line = self.process.stdout.readline()
        if not line:
            self.process.wait(timeout=10)
            self._reader.join(timeout=10)
            raise RuntimeError("the gateway did not start: " + "".join(self.log))
        self.url = json.loads(line)["listening"]

    def _read_log(self):
        for line in self.process.stderr:
            self.log.append(line)
            self._lines.put(line)

    def log_line(self, request_id, timeout=10):
        """The log's line about one request, waited for."""
        for line in list(self.log):
            if request_id in line:
                return line
        while True:
            line = self._lines.get(timeout=timeout)
            if request_id in line:
                return line

    def stop(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        code = self.process.wait(timeout=20)
        self._reader.join(timeout=10)
        self.process.stdout.close()
        self.process.stderr.close()
        return code


class Environment:
    def __init__(self):
        self.cluster = Cluster()
        self.folder = tempfile.mkdtemp(prefix="carrel-gateway-test-")
        self.gateways = []
        self.clients = []
        self.organizations = {name: identifier(0xa000, n) for n, name in enumerate(MODES, 1)}
        self.clinics = {name: identifier(0xa001, n) for n, name in enumerate(CLINICS, 1)}
        self.people = {name: identifier(0xa002, n) for n, name in enumerate(PEOPLE, 1)}
        self.products = {name: identifier(0xa003, n) for n, name in
                         enumerate(["north plain", "north controlled", "south plain"], 1)}
        self.secrets = {}
        self._made = 0
        self.patients = {}     # clinic -> [id]
        self.appointments = {}  # clinic -> [id]

    def __enter__(self):
        try:
            self.cluster.__enter__()
            self.make_certificates()
            self.run("migrate")
            self.admin = self.cluster.connect()
            self.fill()
            self.gateway = self.start_gateway()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *_):
        for client in self.clients:
            client.close()
        for gateway in self.gateways:
            gateway.stop()
        self.cluster.__exit__(None, None, None)
        for name in os.listdir(self.folder):
            os.remove(os.path.join(self.folder, name))
        os.rmdir(self.folder)

    # -- parts ------------------------------------------------------------------------------------------------
    def conninfo(self, user):
        return f"host={self.cluster.folder} port={self.cluster.port} dbname=carrel user={user}"

    def run(self, *arguments, stdin="", check=True, user="postgres"):
        """One of carrel-backend's other commands, against this database."""
        command, rest = (arguments[:2], arguments[2:]) if arguments[0] == "user" else (arguments[:1], arguments[1:])
        done = subprocess.run([BACKEND, *command, "--database", self.conninfo(user), *rest], input=stdin, text=True,
                              capture_output=True, timeout=60, check=False)
        if check and done.returncode:
            raise RuntimeError(f"{command}: exit {done.returncode}: {done.stderr}")
        return done

    def file(self, name, content=None):
        path = os.path.join(self.folder, name)
        if content is not None:
            with open(path, "wb") as file:
                file.write(content)
        return path

    def make_certificates(self):
        def openssl(*arguments):
            subprocess.run(["openssl", *arguments], check=True, capture_output=True)
        for name in ("ca", "server"):
            openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", self.file(name + ".key"))
        openssl("req", "-x509", "-new", "-key", self.file("ca.key"), "-sha256", "-days", "2", "-subj",
                "/CN=Carrel test authority", "-addext", "basicConstraints=critical,CA:TRUE",
                "-addext", "keyUsage=critical,keyCertSign", "-out", self.file("ca.pem"))
        openssl("req", "-new", "-key", self.file("server.key"), "-subj", "/CN=localhost", "-out", self.file("server.csr"))
        extensions = self.file("extensions", b"subjectAltName=DNS:localhost\nkeyUsage=critical,digitalSignature\n"
                               b"extendedKeyUsage=serverAuth\nauthorityKeyIdentifier=keyid\n")
        openssl("x509", "-req", "-in", self.file("server.csr"), "-CA", self.file("ca.pem"), "-CAkey", self.file("ca.key"),
                "-set_serial", "1", "-sha256", "-days", "2", "-extfile", extensions, "-out", self.file("server.pem"))

    def start_gateway(self, *arguments):
        gateway = Gateway(self.conninfo("carrel_gateway"), self.folder, arguments)
        self.gateways.append(gateway)
        return gateway

    def fill(self):
        sql = []
        for name, mode in MODES.items():
            sql.append(f"select admin.create_organization({quote(name.title())}, '{mode}', '{self.organizations[name]}')")
        for clinic, organization in CLINICS.items():
            sql.append(f"select admin.create_clinic('{self.organizations[organization]}', {quote(clinic.title())}, "
                       f"'1 Test Street', 'America/New_York', '{self.clinics[clinic]}')")
        for name, (organization, role, clinics, npi, dea) in PEOPLE.items():
            # RFC 4648 base32 of a made-up secret: 32 letters are 20 bytes.
            secret = "".join("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(7 * i + len(self.secrets) * 3) % 32] for i in range(32))
            self.secrets[name] = secret
            of_clinics = ",".join(self.clinics[clinic] for clinic in clinics)
            sql.append(f"select admin.create_person('{self.organizations[organization]}', {quote(login_of(name))}, "
                       f"{quote(name.title())}, '{role}', '{{{of_clinics}}}', {quote(PASSWORD)}, {quote(secret)}, "
                       f"{quote(npi)}, {quote(dea)}, '{self.people[name]}')")
        for name, product in self.products.items():
            organization, kind = name.split()
            sql.append(f"select admin.create_product('{self.organizations[organization]}', " + quote({
                "id": product, "name": kind.title(), "strength": "5 mg", "form": "vial", "unit": "vial",
                "category": "hormone", "schedule": "III" if kind == "controlled" else "", "max_quantity": 6,
                "default_directions": "As told."}) + ")")
        self.admin.run(";\n".join(sql))
        providers = {"north": "prescriber.ruth", "south": "prescriber.maya"}
        for clinic, organization in CLINICS.items():
            self.patients[clinic] = [self.admin.value(
                f"select data.import_patient('{self.organizations[organization]}', '{self.clinics[clinic]}', " + quote({
                    "external_id": f"{clinic}-{n}", "family": f"Canary{clinic.title()}{n}", "given": "Zoë",
                    "birth_date": f"1980-02-0{n}", "sex": "female", "phone": "+1 555 0100", "email": None,
                    "provider_login": login_of(providers[organization])}) + ")->>'patient_id'") for n in (1, 2, 3)]
            self.appointments[clinic] = [self._appointment(patient) for patient in self.patients[clinic]]

    def _appointment(self, patient):
        self._made += 1
        made = identifier(0xa004, self._made)
        self.admin.run("insert into data.appointment (org_id, id, clinic_id, patient_id, patient_ref, provider_id, "
                       f"starts_at, kind) select p.org_id, '{made}', p.clinic_id, p.id, p.ref, p.provider_id, now(), "
                       f"'Visit' from data.patient p where p.id = '{patient}'")
        return made

    def stop_database(self):
        """As an operator stops it: everybody is disconnected, nothing is lost."""
        self.cluster._server("pg_ctl", "-D", self.cluster.data, "-s", "-m", "fast", "-w", "stop")

    def start_database(self):
        self.cluster._server("pg_ctl", "-D", self.cluster.data, "-s", "-w", "-l", os.path.join(self.cluster.folder, "log"),
                             "-o", f"-k {self.cluster.folder} -p {self.cluster.port} -c listen_addresses=", "start")
        self.admin = self.cluster.connect()

    # -- what tests use ---------------------------------------------------------------------------------------
    def client(self, gateway=None):
        client = BackendClient((gateway or self.gateway).url, self.file("ca.pem"))
        self.clients.append(client)
        return client

    def forget_codes(self, name):
        """Makes this window's codes good again and ends a throttle of passwords, as the next minutes would."""
        self.admin.run(f"update auth.credential set totp_counter = 0 where person_id = '{self.people[name]}';"
                       "delete from auth.attempt")
        BackendClient.last_steps.pop(self.secrets[name], None)

    def signed_in(self, name, gateway=None):
        self.forget_codes(name)
        client = self.client(gateway)
        client.sign_in(login_of(name), PASSWORD, self.secrets[name])
        return client
