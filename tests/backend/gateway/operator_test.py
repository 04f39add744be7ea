# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""What an operator does from a terminal: take over a clinic's patient list, and people."""
import re
import unittest
import urllib.parse

from environment import PASSWORD, PEOPLE, Environment, login_of
from backend_client import current_step

environment = None


def setUpModule():
    global environment
    environment = Environment().__enter__()


def tearDownModule():
    environment.__exit__(None, None, None)


class Import(unittest.TestCase):
    def run_import(self, content, *options, clinic="oak", organization="north"):
        path = environment.file("list.csv", content if isinstance(content, bytes) else content.encode())
        return environment.run("import", "--organization", environment.organizations[organization], "--clinic",
                               environment.clinics[clinic], *options, path, check=False)

    def stored(self, prefix):
        return environment.admin.rows(
            "select p.external_id, i.family, i.given, i.birth_date::text, i.sex, i.phone, i.email, p.version from "
            "data.patient p join data.patient_identity i on (i.org_id, i.patient_id) = (p.org_id, p.id) "
            f"where p.external_id like '{prefix}%' order by 1")

    def test_good_list_is_imported_and_a_second_import_changes_nothing(self):
        text = ("\ufeffMRN,Last Name,First Name,DOB,Gender,Mobile,E-Mail\r\n"
                'good-1,"O\'Neill-Ürün, ""Mac""",Zoë,1984-02-29,F,+1 555 0100,zoe@patients.example\r\n'
                "good-2,李,,1990-12-01,male,,\r\n"
                "good-3,العربي,محمد,2001-01-01,,,\r\n")
        first = self.run_import(text)
        self.assertEqual((first.returncode, first.stdout), (0, "imported 3, unchanged 0, rejected 0 of 3\n"))
        stored = self.stored("good-")
        self.assertEqual([row["family"] for row in stored], ['O\'Neill-Ürün, "Mac"', "李", "العربي"])
        self.assertEqual(stored[0]["sex"], "female")
        self.assertEqual(stored[2]["sex"], "unknown")
        again = self.run_import(text)
        self.assertEqual((again.returncode, again.stdout), (0, "imported 0, unchanged 3, rejected 0 of 3\n"))
        self.assertEqual(self.stored("good-"), stored)
        changed = self.run_import(text.replace("Zoë", "Zoé"))
        self.assertIn("updated 1, unchanged 2", changed.stdout)

    def test_bad_lines_are_named_by_line_field_and_rule_and_good_ones_are_imported(self):
        done = self.run_import(
            b"mrn,family,given,dob,sex,email\n"
            b"bad-1,Canary,Ok,1970-01-01,f,\n"
            b"bad-2,\"Canary\ntwo lines\",X,1970-01-01,f,\n"
            b"bad-3,Canary,X,01/02/1970,f,\n"
            b"bad-4,Canary,X,1970-02-30,f,\n"
            b"bad-5,Canary,X,2970-01-01,f,\n"
            b"bad-6,Can\xffary,X,1970-01-01,f,\n"
            b"bad-7,,X,1970-01-01,f,\n"
            b"bad-8,Canary,X,1970-01-01,canary,\n"
            b"bad-9,Canary,X,1970-01-01,f,canary\n"
            b"bad-10,Canary,X,1970-01-01\n"
            b"bad-12,Can\"ary,X,1970-01-01,f,\n"
            b"bad-13,Fine,X,1970-01-01,f,\n")
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stdout, "imported 2, unchanged 0, rejected 10 of 12\n")
        reports = re.findall(r"^line (\d+), field (\S+): (\S+)$", done.stderr, re.M)
        self.assertEqual([(int(line), field) for line, field, _ in reports], [
            (3, "family"), (5, "birth_date"), (6, "birth_date"), (7, "birth_date"), (8, "family"), (9, "family"),
            (10, "sex"), (11, "email"), (12, "-"), (13, "family")])
        self.assertNotIn("canary", done.stderr.lower())
        self.assertEqual([row["external_id"] for row in self.stored("bad-")], ["bad-1", "bad-13"])

    def test_same_patient_twice_in_a_list_is_one_patient(self):
        line = "twice-1,Same,Person,1970-01-01,f\n"
        done = self.run_import("mrn,family,given,dob,sex\n" + line + line)
        self.assertEqual(done.stdout, "imported 1, unchanged 1, rejected 0 of 2\n")

    def test_list_without_record_numbers_is_imported_once_too(self):
        text = "family,given,dob\nNoNumber,A,1970-01-01\nNoNumber,A,1970-01-02\n"
        self.assertEqual(self.run_import(text).stdout, "imported 2, unchanged 0, rejected 0 of 2\n")
        self.assertEqual(self.run_import(text).stdout, "imported 0, unchanged 2, rejected 0 of 2\n")

    def test_dry_run_tells_and_keeps_nothing(self):
        done = self.run_import("mrn,family,dob\ndry-1,A,1970-01-01\ndry-2,B,nonsense\n", "--dry-run")
        self.assertEqual((done.returncode, done.stdout), (2, "would import 1, unchanged 0, rejected 1 of 2\n"))
        self.assertEqual(self.stored("dry-"), [])

    def test_unknown_titles_can_be_mapped(self):
        text = "Akte,Nachname,geboren\nmap-1,Müller,1970-01-01\n"
        refused = self.run_import(text)
        self.assertEqual(refused.returncode, 1)
        self.assertIn('--map family="TITLE"', refused.stderr)
        done = self.run_import(text, "--map", "external_id=Akte", "--map", "family=Nachname", "--map", "birth_date=geboren")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.stored("map-")[0]["family"], "Müller")

    def test_list_without_titles_is_refused_without_repeating_it(self):
        done = self.run_import("1,Canary,Zoë,1970-01-01\n")
        self.assertEqual(done.returncode, 1)
        self.assertNotIn("Canary", done.stderr + done.stdout)

    def test_nothing_to_import_is_said(self):
        self.assertEqual(self.run_import("").returncode, 1)
        self.assertEqual(self.run_import("mrn,family,dob\n1,,\n").returncode, 1)
        self.assertEqual(self.run_import("mrn,family,dob\n").returncode, 0)

    def test_clinic_of_another_organization_takes_no_patient(self):
        done = self.run_import("mrn,family,dob\nstray-1,A,1970-01-01\n", clinic="bay", organization="north")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(self.stored("stray-"), [])

    def test_more_lines_than_one_transaction_holds_are_all_imported(self):
        lines = "".join(f"many-{n},Family{n},Given,1970-01-01\n" for n in range(1200))
        done = self.run_import("mrn,family,given,dob\n" + lines)
        self.assertEqual(done.stdout, "imported 1200, unchanged 0, rejected 0 of 1200\n")

    def people_of(self, clinic):
        return environment.admin.rows(
            "select p.external_id, i.family, i.given, i.birth_date::text as born, i.sex, i.phone, i.email, p.version from "
            "data.patient p join data.patient_identity i on (i.org_id, i.patient_id) = (p.org_id, p.id) "
            f"where p.clinic_id = '{environment.clinics[clinic]}' and i.family like 'Harm%' order by i.family")

    def test_harm03_list_of_another_clinic_with_the_same_numbers_touches_nobody(self):
        title = "mrn,family,given,dob,phone\n"
        oak = title + "harm-1001,HarmAdams,Brigid,1950-05-05,555 0100\nharm-1002,HarmBerg,Lars,1960-06-06,555 0101\n"
        elm = title + "harm-1001,HarmElmA,Otto,1999-09-09,\nharm-1002,HarmElmB,Ida,1998-08-08,\n"
        self.run_import(oak)
        before = self.people_of("oak")
        done = self.run_import(elm, clinic="elm")
        self.assertEqual((done.returncode, done.stdout), (0, "imported 2, unchanged 0, rejected 0 of 2\n"))
        self.assertEqual(self.people_of("oak"), before)
        # The wrong list for a clinic is refused line by line, and said.
        wrong = self.run_import(elm, clinic="oak")
        self.assertEqual((wrong.returncode, wrong.stdout), (1, "imported 0, unchanged 0, rejected 2 of 2\n"))
        self.assertEqual(re.findall(r"^line (\d+), field (\S+): (\S+)", wrong.stderr, re.M),
                         [("2", "external_id", "one-person-per-number"), ("3", "external_id", "one-person-per-number")])
        self.assertNotIn("Harm", wrong.stderr)
        self.assertNotIn("harm-", wrong.stderr)
        self.assertEqual(self.people_of("oak"), before)

    def test_harm03_placeholders_are_warned_of_by_line_and_damaged_numbers_are_refused(self):
        text = ("mrn,family,given,dob\n"
                "N/A,HarmP1,A,1950-05-05\n"
                "#REF!,HarmP2,B,1951-05-05\n"
                ",HarmP3,C,1952-05-05\n"
                "1.23457E+11,HarmP4,D,1953-05-05\n"
                "N/A,HarmP5,E,1954-05-05\n")
        for outcome in ("imported 4, unchanged 0", "imported 0, unchanged 4"):
            done = self.run_import(text)
            self.assertEqual((done.returncode, done.stdout), (2, outcome + ", rejected 1 of 5, warnings 4\n"))
            self.assertEqual(re.findall(r"^line (\d+), field external_id: (warning, )?(\S+)", done.stderr, re.M),
                             [("2", "warning, ", "no-number"), ("3", "warning, ", "no-number"),
                              ("4", "warning, ", "no-number"), ("5", "", "number-damaged-by-spreadsheet"),
                              ("6", "warning, ", "no-number")])
            self.assertIn("were not imported, the others were", done.stderr)
        stored = [row for row in self.people_of("oak") if row["family"].startswith("HarmP")]
        self.assertEqual([row["external_id"] for row in stored], [None] * 4)

    def test_harm03_list_without_columns_erases_nothing(self):
        self.run_import("mrn,family,given,dob,sex,phone,email\n"
                        "harm-20,HarmKept,Zoë,1970-01-01,f,555 0100,zoe@patients.example\n")
        before = self.people_of("oak")
        for text in ("mrn,family,dob\nharm-20,HarmKept,1970-01-01\n",
                     "mrn,family,given,dob,sex,phone,email\nharm-20,HarmKept,,1970-01-01,,,\n"):
            self.assertEqual(self.run_import(text).stdout, "imported 0, unchanged 1, rejected 0 of 1\n")
            self.assertEqual(self.people_of("oak"), before)

    def test_harm03_two_people_under_one_number_in_one_list_are_the_first_and_a_refusal(self):
        # Twins: family name and birth date are the same, so only the list itself shows that they are two.
        text = ("mrn,family,given,dob\n"
                "harm-30,HarmTwin,Ada,2001-01-01\n"
                " HARM-30 ,HarmTwin,Bea,2001-01-01\n"
                "harm-31,HarmTwinless,Cy,2001-01-01\n"
                "harm-30,HarmTwin,Ada,2001-01-01\n")
        for options, outcome in ((["--dry-run"], "would import 2, unchanged 1"), ([], "imported 2, unchanged 1"),
                                 ([], "imported 0, unchanged 3")):
            done = self.run_import(text, *options)
            self.assertEqual((done.returncode, done.stdout), (2, outcome + ", rejected 1 of 4\n"))
            self.assertIn("line 3, field external_id: one-person-per-number (line 2 ", done.stderr)
        self.assertEqual([row["given"] for row in self.people_of("oak") if row["family"] == "HarmTwin"], ["Ada"])

    def test_harm03_changed_identity_is_warned_of_by_line_and_field_and_a_son_is_refused(self):
        title = "mrn,dob,given,family,sex,phone,email\n"
        self.run_import(title + "harm-40,1950-01-01,John,HarmSmith,male,2025550100,old@patients.example\n"
                        "harm-41,1980-01-01,Ann,HarmWed,female,2025550101,\n")
        before = self.people_of("oak")
        text = (title + "harm-40,1985-03-03,John,HarmSmith,male,2025559999,young@patients.example\n"
                "harm-41,1980-01-01,Ann,HarmBride,female,2025550101,\n")
        done = self.run_import(text)
        self.assertEqual((done.returncode, done.stdout),
                         (2, "imported 0, updated 1, unchanged 0, rejected 1 of 2, warnings 1\n"))
        self.assertEqual(re.findall(r"^line (\d+), field (\S+): (warning, )?(\S+)", done.stderr, re.M),
                         [("2", "external_id", "", "one-person-per-number"), ("3", "family", "warning, ", "identity-changed")])
        for value in ("Harm", "John", "Ann", "19", "2025"):
            self.assertNotIn(value, done.stderr)
        self.assertEqual([row for row in self.people_of("oak") if row["external_id"] == "harm-40"],
                         [row for row in before if row["external_id"] == "harm-40"])

    def test_harm03_two_lines_without_number_for_one_name_and_birth_date_are_not_merged_silently(self):
        text = "mrn,family,given,dob\n-,HarmSame,A,1970-01-01\n?,HarmSame,A,1970-01-01\n"
        done = self.run_import(text)
        self.assertEqual((done.returncode, done.stdout), (2, "imported 1, unchanged 0, rejected 1 of 2, warnings 1\n"))
        self.assertIn("line 3, field external_id: possible-duplicate (line 2 ", done.stderr)

    def test_harm03_list_without_a_column_of_numbers_is_said_once(self):
        done = self.run_import("family,given,dob\nHarmQ1,A,1970-01-01\nHarmQ2,A,1970-01-02\n")
        self.assertEqual((done.returncode, done.stdout), (0, "imported 2, unchanged 0, rejected 0 of 2\n"))
        self.assertEqual(done.stderr.count("has no column of the clinic's own numbers"), 1)

    def test_harm03_import_that_stops_says_which_lines_it_kept(self):
        lines = "".join(f"harm-s{n},HarmStop{n},Given,1970-01-01\n" for n in range(1200))
        environment.admin.run(
            "create function data.stop_import() returns trigger language plpgsql as $$ begin "
            "if new.external_id = 'harm-s1100' then raise exception 'stop' using errcode = '40P01'; end if; return new; "
            "end $$; create trigger stop_import before insert on data.patient for each row "
            "execute function data.stop_import()")
        try:
            done = self.run_import("mrn,family,given,dob\n" + lines)
            dry = self.run_import("mrn,family,given,dob\n" + lines, "--dry-run")
        finally:
            environment.admin.run("drop trigger stop_import on data.patient; drop function data.stop_import()")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("stopped at line 1102", done.stderr)
        self.assertIn("lines up to 1001 are kept, later ones are not", done.stderr)
        self.assertEqual(len(self.stored("harm-s")), 1000)
        self.assertIn("a dry run keeps nothing", dry.stderr)


class People(unittest.TestCase):
    def add(self, login, *options, stdin="", check=True):
        return environment.run("user", "add", "--organization", environment.organizations["north"], "--login", login, "--name",
                               "New Person", "--role", "front_desk", "--clinic", environment.clinics["oak"], *options,
                               stdin=stdin, check=check)

    def test_new_person_signs_in_with_what_was_printed(self):
        done = self.add("New.Person@north.example")
        password = re.search(r"^password: (.+)$", done.stdout, re.M)[1]
        uri = urllib.parse.urlsplit(re.search(r"^otpauth://.+$", done.stdout, re.M)[0])
        self.assertEqual(urllib.parse.unquote(uri.path), "/Carrel:new.person@north.example")
        client = environment.client()
        answer = client.sign_in("new.person@north.example", password, urllib.parse.parse_qs(uri.query)["secret"][0])
        self.assertEqual(answer["me"]["role"], "front_desk")

    def test_secrets_given_on_standard_input_are_not_printed(self):
        secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
        done = self.add("second@north.example", "--password-stdin", "--totp-stdin", stdin=f"{PASSWORD}\n{secret}\n")
        self.assertEqual(done.stdout, "login: second@north.example\n")
        environment.client().sign_in("second@north.example", PASSWORD, secret)

    def test_known_password_short_password_and_taken_login_are_explained(self):
        for stdin, why in (("password2024\n", "tried first"), ("canary-xyz\n", "at least 12")):
            done = self.add("third@north.example", "--password-stdin", stdin=stdin, check=False)
            self.assertEqual(done.returncode, 1)
            self.assertIn(why, done.stderr)
            self.assertNotIn(stdin.strip(), done.stderr)
        self.assertIn("already", self.add(login_of("desk.ana"), check=False).stderr)

    def test_new_password_ends_sessions_and_the_old_password(self):
        client = environment.signed_in("desk.ben")
        done = environment.run("user", "set-password", "--login", login_of("desk.ben"))
        self.assertEqual(client.request("GET", "/v1/me").code, "session-expired")
        self.assertEqual(client.give_password(login_of("desk.ben"), PASSWORD).code, "wrong-credentials")
        password = re.search(r"^password: (.+)$", done.stdout, re.M)[1]
        self.assertEqual(client.give_password(login_of("desk.ben"), password).status, 201)

    def test_harm07_new_second_factor_opens_what_wrong_codes_had_ended_and_ends_sessions(self):
        login = "guessed@north.example"
        self.add(login, "--password-stdin", stdin=PASSWORD + "\n")
        environment.admin.run(
            "insert into auth.code_failure (org_id, person_id, device_id, at) select org_id, id, gen_random_uuid(), now() "
            f"from data.person, generate_series(1, 30) where login = '{login}'")
        client = environment.client()
        answer = client.give_password(login, PASSWORD)
        self.assertEqual((answer.status, answer.code, answer.json["reason"]), (403, "not-allowed", "second-factor-ended"))
        done = environment.run("user", "set-second-factor", "--login", login)
        made = re.search(r"secret=([A-Z2-7]{32})&", done.stdout)[1]
        client.last_steps[made] = current_step()  # no code of the time before is taken
        client.sign_in(login, PASSWORD, made)
        secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        done = environment.run("user", "set-second-factor", "--login", login, "--totp-stdin", stdin=secret + "\n")
        self.assertEqual(done.stdout, "")
        self.assertEqual(client.request("GET", "/v1/me").code, "session-expired")
        client.last_steps[secret] = current_step()
        client.sign_in(login, PASSWORD, secret)
        again = environment.run("user", "set-second-factor", "--login", login, "--totp-stdin", stdin=secret + "\n", check=False)
        self.assertEqual(again.returncode, 1)
        self.assertIn("the secret that there is already", again.stderr)
        self.assertNotIn(secret, again.stderr)
        client.call("GET", "/v1/me")
        self.assertEqual(environment.run("user", "set-second-factor", "--login", "nobody@north.example",
                                         check=False).returncode, 1)

    def test_list_shows_everybody_of_one_organization(self):
        done = environment.run("user", "list", "--organization", environment.organizations["south"])
        self.assertEqual([line.split("\t")[0] for line in done.stdout.splitlines()],
                         sorted(login_of(name) for name in PEOPLE if PEOPLE[name][0] == "south"))

    def test_revoke_of_nobody_is_an_error(self):
        done = environment.run("user", "revoke", "--login", "nobody@north.example", check=False)
        self.assertEqual(done.returncode, 1)


if __name__ == "__main__":
    unittest.main()
