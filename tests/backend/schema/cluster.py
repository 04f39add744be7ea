# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""A private, throw-away PostgreSQL on a unix socket, and a psql that stays open.

    with Cluster() as cluster:
        cluster.migrate()
        admin = cluster.connect()                       # superuser
        gateway = cluster.connect("carrel_gateway")
        admin.rows("select 1 as one")                   # [{"one": 1}]

PostgreSQL refuses to run as root, so root starts it as the user postgres. No TCP, no password: the socket's
folder is private. Standalone: `cluster.py PATTERN_DIR` keeps one running for a person to look at.
"""
import glob
import json
import os
import pwd
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
SCHEMA = os.path.join(ROOT, "backend", "schema")
BACKEND = os.environ.get("CARREL_BACKEND", os.path.join(ROOT, "build", "dev", "bin", "carrel-backend"))
END = "--carrel-end-of-answer--"


class SqlError(Exception):
    def __init__(self, text):
        super().__init__(text)
        self.sqlstate = ""
        for line in text.splitlines():
            head = line.split(":", 2)
            if len(head) >= 2 and head[0].strip() in ("ERROR", "FATAL"):
                self.sqlstate = head[1].strip()
                break


def quote(value):
    """A Python value as an SQL literal (dict and list become jsonb)."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, (dict, list)):
        return quote(json.dumps(value)) + "::jsonb"
    text = str(value)
    return ("E" if "\\" in text else "") + "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


class Connection:
    """One psql process: transactions and settings last until close()."""

    def __init__(self, cluster, user, database):
        self.process = subprocess.Popen(
            ["psql", "-X", "-q", "-A", "-t", "-h", cluster.folder, "-p", str(cluster.port), "-U", user,
             "-d", database, "-v", "VERBOSITY=verbose", "-v", "ON_ERROR_STOP=0"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={**os.environ, "PGOPTIONS": "", "PGCLIENTENCODING": "UTF8"})

    def run(self, sql):
        """Runs statements and returns what they print; raises SqlError on an error."""
        self.process.stdin.write(sql.rstrip().rstrip(";") + "\n;\n\\echo " + END + "\n")
        self.process.stdin.flush()
        return self._read()

    def start(self, sql):
        """Sends statements without waiting; finish() reads the answer."""
        self.process.stdin.write(sql.rstrip().rstrip(";") + "\n;\n\\echo " + END + "\n")
        self.process.stdin.flush()

    def finish(self):
        return self._read()

    def _read(self):
        lines = []
        for line in self.process.stdout:
            if line.rstrip("\n") == END:
                break
            lines.append(line)
        else:
            raise SqlError("".join(lines) or "FATAL: connection closed")
        text = "".join(lines)
        if any(line.startswith(("ERROR:", "FATAL:")) for line in lines):
            raise SqlError(text)
        return text

    def rows(self, sql):
        text = self.run("select coalesce(json_agg(row_to_json(answer)), '[]') from (" +
                        sql.rstrip().rstrip(";") + ") answer")
        return json.loads(text)

    def value(self, sql):
        rows = self.rows(sql)
        return next(iter(rows[0].values())) if rows else None

    def close(self):
        if self.process.poll() is None:
            self.process.stdin.close()
            self.process.wait(timeout=20)
        self.process.stdout.close()


class Cluster:
    port = 5432

    def __init__(self):
        self.connections = []
        # Short on purpose: a unix socket's path has a limit of 107 bytes.
        self.folder = tempfile.mkdtemp(prefix="carrel-pg-", dir="/tmp")
        self.data = os.path.join(self.folder, "data")
        self.as_user = []
        if os.geteuid() == 0:
            postgres = pwd.getpwnam("postgres")
            os.chown(self.folder, postgres.pw_uid, postgres.pw_gid)
            self.as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]

    def __enter__(self):
        try:
            self._server("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                         "--locale=C.UTF-8", "--no-sync")
            self._server("pg_ctl", "-D", self.data, "-s", "-w", "-l", os.path.join(self.folder, "log"), "-o",
                         f"-k {self.folder} -p {self.port} -c listen_addresses= -c fsync=off "
                         "-c synchronous_commit=off -c full_page_writes=off -c max_connections=40 "
                         "-c timezone=UTC", "start")
            admin = self.connect("postgres", "postgres")
            admin.run("create database carrel")
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *_):
        for connection in self.connections:
            connection.close()
        if os.path.exists(os.path.join(self.data, "postmaster.pid")):
            self._server("pg_ctl", "-D", self.data, "-s", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _server(self, program, *arguments):
        newest = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda p: int(p.split("/")[4]))[-1]
        done = subprocess.run([*self.as_user, os.path.join(newest, program), *arguments], cwd="/",
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True)
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stdout}")

    def connect(self, user="postgres", database="carrel"):
        connection = Connection(self, user, database)
        self.connections.append(connection)
        return connection

    def conninfo(self, database="carrel", user="postgres"):
        return f"host={self.folder} port={self.port} dbname={database} user={user}"

    def run_migrate(self, database="carrel", schema=SCHEMA):
        """`carrel-backend migrate`, the one runner that there is; returns the finished process."""
        return subprocess.run([BACKEND, "migrate", "--database", self.conninfo(database), "--schema", schema],
                              capture_output=True, text=True, timeout=120, check=False)

    def migrate(self, database="carrel", schema=SCHEMA):
        done = self.run_migrate(database, schema)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout


def main():
    with Cluster() as cluster:
        cluster.migrate()
        print(f"psql -h {cluster.folder} -U postgres carrel   (end with Ctrl-D)", flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
