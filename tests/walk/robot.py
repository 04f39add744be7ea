# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Drives programs as assistive technology sees them: controls are found by role and accessible name, and by nothing
else. Clicks and keys are real X events. Nothing here sleeps for a fixed time: every step waits for what it needs.
"""
from __future__ import annotations

import re
import select
import time
from typing import Callable, Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (the version has to be chosen first)

WAIT_SECONDS = 45
POLL_SECONDS = 0.05

# Qt calls a checkable button by how it looks; all of them are pressed.
BUTTONS = ("push button", "toggle button", "check box", "radio button")


class NotThere(AssertionError):
    """What a step looked for did not come."""


def wait_until(what: str, condition: Callable[[], object], seconds: float = WAIT_SECONDS):
    """The first true value of `condition`, or NotThere."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None  # the object went away between two looks
        if value:
            return value
        if time.monotonic() > deadline:
            raise NotThere(f"waited {seconds:.0f} s for {what}")
        select.select([], [], [], POLL_SECONDS)


class Control:
    """One accessible object."""

    def __init__(self, node):
        self.node = node

    @property
    def name(self) -> str:
        return self.node.get_name() or ""

    @property
    def role(self) -> str:
        role = self.node.get_role_name()
        return "push button" if role == "button" else role  # AT-SPI 2.56 renamed it

    def has(self, state) -> bool:
        return self.node.get_state_set().contains(state)

    @property
    def enabled(self) -> bool:
        return self.has(Atspi.StateType.ENABLED) and self.has(Atspi.StateType.SENSITIVE)

    @property
    def showing(self) -> bool:
        return self.has(Atspi.StateType.SHOWING) and self.has(Atspi.StateType.VISIBLE)

    @property
    def text(self) -> str:
        try:
            return Atspi.Text.get_text(self.node, 0, -1) or ""
        except GLib.Error:
            return ""

    def children(self) -> Iterator["Control"]:
        for index in range(self.node.get_child_count()):
            child = self.node.get_child_at_index(index)
            if child is not None:
                yield Control(child)

    def walk(self) -> Iterator["Control"]:
        """Every control below this one that is on screen."""
        for child in self.children():
            if child.has(Atspi.StateType.VISIBLE):
                yield child
                # A table of a million rows is asked for its rows one by one, not walked.
                if not child.has(Atspi.StateType.MANAGES_DESCENDANTS) or child.role not in ("table", "tree table"):
                    yield from child.walk()

    def find(self, role: str | tuple, name: str | re.Pattern, seconds: float = WAIT_SECONDS) -> "Control":
        roles = (role,) if isinstance(role, str) else role

        def look():
            return next((c for c in self.walk() if c.showing and c.role in roles and _matches(name, c.name)), None)
        return wait_until(f"{' or '.join(roles)} “{_shown(name)}”", look, seconds)

    def find_text(self, text: str | re.Pattern, seconds: float = WAIT_SECONDS) -> "Control":
        """A control of any role that is named so or shows the text."""
        def look():
            return next((c for c in self.walk() if c.showing and (_contains(text, c.name) or _contains(text, c.text))), None)
        return wait_until(f"the text “{_shown(text)}”", look, seconds)

    def sees(self, role: str, name: str | re.Pattern) -> bool:
        return any(c.showing and c.role == role and _matches(name, c.name) for c in self.walk())

    def texts(self) -> list[str]:
        """All that a screen reader could say of what is shown, tables included."""
        said = []
        for control in self.walk():
            said += [t for t in (control.name, control.text) if t]
            if control.role in ("table", "tree table"):
                said += [t for row in control.rows() for t in row]
        return said

    # --- tables and lists ---------------------------------------------------------------------------------------

    def row_count(self) -> int:
        return Atspi.Table.get_n_rows(self.node)

    def cell(self, row: int, column: int) -> "Control":
        return Control(Atspi.Table.get_accessible_at(self.node, row, column))

    def row(self, index: int) -> list[str]:
        return [self.cell(index, column).name for column in range(Atspi.Table.get_n_columns(self.node))]

    def rows(self, most: int = 60) -> Iterator[list[str]]:
        for index in range(min(self.row_count(), most)):
            yield self.row(index)

    def find_row(self, text: str | re.Pattern, seconds: float = WAIT_SECONDS) -> int:
        def look():
            for index, row in enumerate(self.rows()):
                if any(_contains(text, cell) for cell in row):
                    return index + 1
            return None
        return wait_until(f"a row with “{_shown(text)}” in {self.name}", look, seconds) - 1

    # --- hands --------------------------------------------------------------------------------------------------

    def click(self, button: str = "b1c") -> "Control":
        wait_until(f"{self.role} “{self.name}” to be enabled", lambda: self.enabled and self.showing)
        box = Atspi.Component.get_extents(self.node, Atspi.CoordType.SCREEN)
        Atspi.generate_mouse_event(box.x + min(box.width // 2, 600), box.y + box.height // 2, button)
        return self

    def double_click(self) -> "Control":
        return self.click("b1d")

    def press(self) -> "Control":
        """The control's own default action, as a screen reader's user triggers it."""
        wait_until(f"{self.role} “{self.name}” to be enabled", lambda: self.enabled)
        for index in range(Atspi.Action.get_n_actions(self.node)):
            if Atspi.Action.get_action_name(self.node, index).lower() in ("press", "toggle", "click"):
                Atspi.Action.do_action(self.node, index)
                return self
        return self.click()

    def focus(self) -> "Control":
        Atspi.Component.grab_focus(self.node)
        wait_until(f"{self.role} “{self.name}” to have the focus", lambda: self.has(Atspi.StateType.FOCUSED))
        return self

    def type(self, text: str, stays: bool = True) -> "Control":
        """Replaces the field's text with real key strokes; `stays` unless the last one sends the form."""
        self.focus()
        keys("ctrl+a")
        type_keys(text)
        if stays and self.role != "password text":
            wait_until(f"“{self.name}” to say what was typed", lambda: self.text == text)
        return self

    def set_text(self, text: str) -> "Control":
        """For scripts that the X keyboard has no keys for."""
        self.focus()
        Atspi.EditableText.set_text_contents(self.node, text)
        return self


KEYSYMS = {"enter": 0xFF0D, "tab": 0xFF09, "escape": 0xFF1B, "down": 0xFF54, "up": 0xFF52, "home": 0xFF50, "end": 0xFF57,
           "ctrl": 0xFFE3, "alt": 0xFFE9, "shift": 0xFFE1, "delete": 0xFFFF, "space": 0x20,
           **{f"f{n}": 0xFFBD + n for n in range(1, 13)}}


def _keysym(name: str) -> int:
    return KEYSYMS.get(name) or ord(name)


def keys(*combinations: str) -> None:
    """Presses key combinations such as "ctrl+l" or "enter"."""
    for combination in combinations:
        *modifiers, key = combination.lower().split("+")
        for modifier in modifiers:
            _key(modifier, Atspi.KeySynthType.PRESS)
        _key(key, Atspi.KeySynthType.PRESSRELEASE)
        for modifier in reversed(modifiers):
            _key(modifier, Atspi.KeySynthType.RELEASE)


def _key(name: str, kind) -> None:
    if kind == Atspi.KeySynthType.PRESSRELEASE:
        Atspi.generate_keyboard_event(_keysym(name), None, Atspi.KeySynthType.SYM)
    else:
        Atspi.generate_keyboard_event(_keycode(name), None, kind)


def _keycode(name: str) -> int:
    """PRESS and RELEASE take hardware codes: those of the pc105 layout that every X server starts with."""
    return {"ctrl": 37, "alt": 64, "shift": 50}[name]


def type_keys(text: str) -> None:
    for character in text:
        Atspi.generate_keyboard_event(ord(character), None, Atspi.KeySynthType.SYM)


def application(name: str, seconds: float = WAIT_SECONDS) -> Control:
    """A running program by its accessible name; raises NotThere if it does not come."""
    def look():
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count() - 1, -1, -1):
            node = desktop.get_child_at_index(index)
            if node is not None and node.get_name() == name and node.get_child_count() > 0:
                return Control(node)
        return None
    return wait_until(f"the program {name}", look, seconds)


def _matches(wanted: str | re.Pattern, text: str) -> bool:
    return bool(wanted.search(text)) if isinstance(wanted, re.Pattern) else wanted == text


def _contains(wanted: str | re.Pattern, text: str) -> bool:
    return bool(wanted.search(text)) if isinstance(wanted, re.Pattern) else wanted in text


def _shown(wanted: str | re.Pattern) -> str:
    return wanted.pattern if isinstance(wanted, re.Pattern) else wanted
