#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""The tour: a front desk, a prescriber, an owner and a sales story through the real windows, one picture a step.

Every step waits for and asserts what a person would look for, and compares it with the database. Exit status is
non-zero when a step fails; its picture then ends in -FAILED.png.
"""
from __future__ import annotations

import argparse
import re
import sys
import time
from pathlib import Path

from album import Album
from desktop import Desktop
from sandbox import Sandbox

DESK = "desk.ana@northgate.example"
PRESCRIBER = "prescriber.ruth@northgate.example"
OWNER = "owner.grace@northgate.example"
PSEUDONYMOUS_DESK = "desk.kim@meridian.example"
SALES = "sales.pia@meridian.example"
REFERENCE = re.compile(r"PT-[0-9A-F]{6}")


def expect(condition: object, sentence: str) -> None:
    if not condition:
        raise AssertionError(sentence)


def clinic_of(sandbox: Sandbox, login: str) -> str:
    return sandbox.account(login)["clinic_ids"][0]


def front_desk(album: Album, sandbox: Sandbox, workstation) -> str:
    """Ana checks a patient in, finds another by name, prepares a cart for refill day and submits it."""
    import robot

    shell = workstation.shell
    clinic = clinic_of(sandbox, DESK)
    with album.step("sign-in", "the sign-in window names the server and waits"):
        shell.find("text", "Login")
        shell.find_text("localhost")
    with album.step("wrong-password", "a wrong password is refused in words, and nothing is lost"):
        workstation.give_password(DESK, "not-the-password-of-ana")
        shell.find_text(re.compile("password", re.IGNORECASE))
        shell.find_text(re.compile("(wrong|not right|do not match|does not match|not correct)", re.IGNORECASE))
        expect(shell.find("text", "Login").text == DESK, "the login is still there")
    with album.step("second-factor", "the right one asks for the second factor"):
        workstation.give_password(DESK)
        shell.find("text", "Code")
    with album.step("schedule", "the workspace opens on today's schedule, by reference"):
        workstation.give_code(sandbox.code(DESK))
        workspace = workstation.until_synced()
        table = workspace.find("table", "Appointments")
        robot.wait_until("the day's appointments", lambda: table.row_count() >= 20)
        names = {name for (name,) in sandbox.sql(f"select family from data.patient_identity where clinic_id = '{clinic}'"
                                                 " and length(family) > 4")}
        shown = " ".join(" ".join(row) for row in table.rows())
        expect(REFERENCE.search(shown), "the list shows references")
        expect(not any(re.search(rf"\b{re.escape(name)}\b", shown) for name in names), "the list shows no names")
    with album.step("check-in", "one selected visit shows its patient, and is checked in"):
        row = table.find_row("Booked")
        reference = REFERENCE.search(" ".join(table.row(row)))[0]
        table.cell(row, 0).click()
        family = sandbox.sql(f"select upper(family) from data.patient_identity i join data.patient p on p.id = i.patient_id"
                             f" where p.ref = '{reference}' and p.clinic_id = '{clinic}'")[0][0]
        workspace.find_text(family)
        workspace.find("push button", "Check in").press()
        robot.wait_until("the visit to have arrived", lambda: "Arrived" in " ".join(table.row(table.find_row(reference))))
        robot.wait_until("the database to know", lambda: sandbox.sql(
            f"select 1 from data.appointment where patient_ref = '{reference}' and state = 'arrived' and clinic_id = '{clinic}'"))

    searched = sandbox.sql(f"""select i.family, i.given, i.birth_date, p.ref, i.phone, p.id from data.patient_identity i
        join data.patient p on p.id = i.patient_id where p.clinic_id = '{clinic}' and i.family like 'O''%'
        and not exists (select from data.cart c where c.patient_id = p.id) order by i.family, i.given, p.ref limit 1""")[0]
    family, given, born, reference, phone, patient_id = searched
    with album.step("search-name", "a few letters find a patient by name, apostrophe or not"):
        workstation.go_to("Patients")
        box = workspace.find("text", "Find a patient")
        box.type(f"{family.replace(chr(39), '').lower()} {given[:2].lower()}" if given.isascii() else family.replace("'", "").lower())
        found = workspace.find("table", "Patients found")
        found.find_row(family.upper())
    with album.step("search-birth-date", "a birth date finds the same patient"):
        box.type(born)
        found = workspace.find("table", "Patients found")
        found.find_row(family.upper())
    with album.step("search-reference", "so does the reference; Enter opens the one hit"):
        box.type(reference)
        found = workspace.find("table", "Patients found")
        robot.wait_until("exactly one hit", lambda: found.row_count() == 1)
        robot.keys("enter")
        workspace.find("push button", "New cart")
    with album.step("patient-card", "the card has the banner, the contact and no clinical content"):
        workspace.find_text(family.upper())
        workspace.find_text(phone[-7:])
        said = " ".join(workspace.texts()).lower()
        expect("allerg" not in said and "medication" not in said, "the front desk sees nothing clinical")
    with album.step("cart-product", "a new cart: the catalogue answers while one types"):
        workspace.find("push button", "New cart").press()
        workspace.find("text", "Find a product").type("sermo")
        products = workspace.find("list", "Products found")
        expect(len(list(products.children())) >= 2, "both strengths are offered")
    with album.step("cart-line", "a line with a quantity, added to the cart"):
        robot.keys("down", "enter")
        quantity = workspace.find("spin button", "Quantity")
        quantity.focus()
        robot.keys("ctrl+a")
        robot.type_keys("2")
        workspace.find("push button", "Add line").press()
        workspace.find_text(re.compile(r"sermorelin.*2 vials", re.IGNORECASE | re.DOTALL))
    with album.step("cart-submitted", "submitted for approval: the order's number comes back"):
        workspace.find("push button", "Submit for approval").press()
        workspace.find_text(re.compile(r"ON-\d{6}"))
        number = robot.wait_until("the order in the database", lambda: sandbox.sql(
            f"select number from data.orders where patient_id = '{patient_id}' and state = 'awaiting_approval'"))[0][0]
    with album.step("order-state", "and the order stands in the list, awaiting approval"):
        workstation.go_to("Orders")
        orders = workspace.find("table", "Orders by reference")
        row = orders.row(orders.find_row(number))
        expect(reference in " ".join(row), "the order is shown by reference")
    with album.step("draft", "half a line is typed when the phone rings"):
        workstation.go_to("Patients")  # where the card is still open
        workspace.find("push button", "New cart").press()
        workspace.find("text", "Find a product").type("estradiol")
        workspace.find("list", "Products found")
        robot.keys("down", "enter")
        workspace.find("spin button", "Quantity").focus()
        robot.keys("ctrl+a")
        robot.type_keys("7")
        robot.wait_until("the draft to be kept", lambda: workspace.find("spin button", "Quantity").text.startswith("7"))
    with album.step("locked", "Ctrl+L ends the workspace; the lock screen says who and why"):
        workstation.lock()
        workstation.shell.find_text("Ana Silva")
    with album.step("unlocked", "the password brings back the same place, with the half-typed line"):
        workspace = workstation.unlock(DESK)
        robot.wait_until("the quantity that was typed",
                         lambda: workspace.find("spin button", "Quantity").text.startswith("7"))
    workstation.sign_out()
    return number


def prescriber(album: Album, sandbox: Sandbox, workstation, number: str) -> None:
    """Ruth works her queue: reviews, signs one with both factors, declines one, and reads on in an outage."""
    import robot

    with album.step("queue", "the approval queue, oldest first, by reference"):
        workspace = workstation.sign_in(PRESCRIBER)
        workstation.go_to("Approvals")
        queue = workspace.find("table", "Orders by reference")
        robot.wait_until("the queue", lambda: queue.row_count() >= 20)
        waiting = int(sandbox.sql("select count(*) from data.orders o join data.organization g on g.id = o.org_id"
                                  " where o.state = 'awaiting_approval' and g.access_mode = 'clinic_role'")[0][0])
        workspace.find_text(f"Approval queue: {waiting}")
    with album.step("review", "one order: banner, allergies, medication, and every field the signature covers"):
        queue.cell(0, 0).double_click()
        workspace.find("password text", "Password for signing")
        order = robot.wait_until("the order's number", lambda: next(
            (m[0] for t in workspace.texts() if (m := re.search(r"ON-\d{6}", t))), None))
        family, drug = sandbox.sql(
            f"select upper(i.family), l.drug from data.orders o join data.patient_identity i on i.patient_id = o.patient_id"
            f" join data.order_line l on l.order_id = o.id join data.organization g on g.id = o.org_id where o.number = '{order}'"
            f" and g.access_mode = 'clinic_role' order by l.position limit 1")[0]
        workspace.find_text(family)
        workspace.find_text(drug)
        workspace.find_text("Dr. Ruth Adler")
    with album.step("wrong-code", "a wrong code signs nothing"):
        workspace.find("password text", "Password for signing").type(sandbox.account(PRESCRIBER)["password"])
        workspace.find("text", "Six-digit code for signing").type("000000")
        workspace.find("push button", "Sign and send").press()
        workspace.find_text("That code is wrong. Nothing was signed.")
        state = sandbox.sql(f"select o.state from data.orders o join data.organization g on g.id = o.org_id"
                            f" where o.number = '{order}' and g.access_mode = 'clinic_role'")[0][0]
        expect(state == "awaiting_approval", "the order still waits")
    with album.step("signed", "both factors while the order is on screen: signed, with an audit id"):
        workspace.find("password text", "Password for signing").type(sandbox.account(PRESCRIBER)["password"])
        workspace.find("text", "Six-digit code for signing").type(sandbox.code(PRESCRIBER))
        workspace.find("push button", "Sign and send").press()
        workspace.find("push button", "Next order")
        workspace.find_text(re.compile("^Signed"))
        digest, stored = sandbox.sql(f"select digest, encode(sha256(convert_to(content, 'UTF8')), 'hex') from data.signing_record s"
                                     f" join data.orders o on o.id = s.order_id join data.organization g on g.id = o.org_id"
                                     f" where o.number = '{order}' and g.access_mode = 'clinic_role'")[0]
        expect(digest == stored, "the record's digest is that of its text")
    with album.step("decline", "the next one is declined, with a reason and a note"):
        workspace.find("push button", "Next order").press()
        workspace.find("push button", "Decline this order").press()
        workspace.find("text", "Note for declining").type("Dose above the last lab. Please book a visit first.")
        workspace.find("combo box", "Reason for declining")
        robot.keys("shift+tab", "down")
    with album.step("declined", "and leaves the queue"):
        workspace.find("push button", "Decline order").press()
        workspace.find_text(re.compile("^Declined"))
        robot.wait_until("the database to know", lambda: sandbox.sql(
            "select 1 from data.orders where decline_note like 'Dose above the last lab%'"))
    with album.step("offline", "the server goes away: the screen says so and how old it is, and reading goes on"):
        sandbox.take_gateway_away()
        robot.keys("f5")
        workspace.find_text(re.compile("^Offline"), seconds=60)
        workstation.go_to("Patients")
        workspace.find("text", "Find a patient").type("gar")
        found = workspace.find("table", "Patients found")
        robot.wait_until("patients from the cache", lambda: found.row_count() > 0)
    with album.step("offline-review", "an order can be read, not signed, and the screen says why"):
        workstation.go_to("Approvals")
        back = workspace.find("push button", "Back to the list", seconds=5) if workspace.sees("push button", "Back to the list") else None
        if back:
            back.press()
        queue = workspace.find("table", "Orders by reference")
        queue.cell(0, 0).double_click()
        workspace.find_text(re.compile("Signing needs the server", re.IGNORECASE))
    with album.step("online-again", "and is there again when it comes back"):
        sandbox.bring_gateway_back()
        robot.keys("f5")
        workspace.find_text(re.compile("^Online"), seconds=60)
    workstation.sign_out()


def owner(album: Album, sandbox: Sandbox, workstation) -> None:
    """Grace looks at the operations board: numbers and references, no names."""
    import robot

    with album.step("operations", "the owner's board: orders by state and clinic, by reference"):
        workspace = workstation.sign_in(OWNER)
        board = workspace.find("table", "Board of orders")
        robot.wait_until("the board", lambda: board.row_count() > 20)
        for clinic in ("Northgate", "Riverside", "Elm Street"):
            workspace.find_text(clinic)
        shown = " ".join(" ".join(row) for row in board.rows())
        expect(REFERENCE.search(shown), "the board shows references")
    workstation.sign_out()


def pseudonymous(album: Album, sandbox: Sandbox, workstation) -> None:
    """Where only the assigned provider may identify a patient, Kim works with references and reveals one name for
    check-in; Pia in sales sees none at all."""
    import robot

    with album.step("references-only", "in the other organization the front desk finds patients by reference only"):
        workspace = workstation.sign_in(PSEUDONYMOUS_DESK)
        clinic = clinic_of(sandbox, PSEUDONYMOUS_DESK)
        workstation.go_to("Patients")
        workspace.find("text", "Find a patient").type("PT-")
        found = workspace.find("table", "Patients found")
        robot.wait_until("patients", lambda: found.row_count() > 0)
        expect(all(REFERENCE.search(" ".join(row)) for row in found.rows()), "every row is a reference")
    with album.step("reveal", "a name for check-in is a separate act, and recorded"):
        workstation.go_to("Schedule")
        table = workspace.find("table", "Appointments")
        row = table.find_row("Booked")
        reference = REFERENCE.search(" ".join(table.row(row)))[0]
        table.cell(row, 0).click()
        workspace.find("push button", "Reveal name for check-in").press()
        family = sandbox.sql(f"select upper(family) from data.patient_identity i join data.patient p on p.id = i.patient_id"
                             f" where p.ref = '{reference}' and p.clinic_id = '{clinic}'")[0][0]
        workspace.find_text(family)
        robot.wait_until("the access log", lambda: sandbox.sql(
            f"select 1 from audit.access_log where patient_ref = '{reference}' and act = 'reveal'"))
    workstation.sign_out()
    with album.step("sales", "sales sees numbers and references"):
        workspace = workstation.sign_in(SALES)
        board = workspace.find("table", "Board of orders")
        robot.wait_until("the board", lambda: board.row_count() > 20)
    workstation.sign_out()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=Path, required=True)
    parser.add_argument("--pictures", type=Path, required=True)
    parser.add_argument("--patients", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--appearance", default="light")
    parser.add_argument("--locale", default="")
    parser.add_argument("--only", default="", help="front_desk, prescriber, owner or pseudonymous")
    options = parser.parse_args()
    started = time.monotonic()
    print("starting the sandbox and a private desktop", flush=True)
    with Sandbox(options.bin, options.patients, options.seed) as sandbox, Desktop() as desktop:
        from workstation import Workstation  # needs the desktop's accessibility bus

        album = Album(options.pictures, desktop)
        with Workstation(options.bin, sandbox, "--appearance", options.appearance) as workstation:
            number = ""
            for title, story in (
                    ("front_desk", lambda: front_desk(album, sandbox, workstation)),
                    ("prescriber", lambda: prescriber(album, sandbox, workstation, number)),
                    ("owner", lambda: owner(album, sandbox, workstation)),
                    ("pseudonymous", lambda: pseudonymous(album, sandbox, workstation))):
                if options.only in ("", title):
                    print(title.replace("_", " "), flush=True)
                    number = story() or number
    print(f"{album.count} steps in {time.monotonic() - started:.0f} s, pictures in {options.pictures}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
