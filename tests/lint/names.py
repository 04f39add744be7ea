# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""A command's or view's name stands once in C++: where it is defined. Whoever needs it asks there.

Counted are string literals that are such a name and nothing else, outside tests. The names come from their
definitions, so a new one is guarded without a word here.
"""
import re
from collections import defaultdict

TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|"((?:\\.|[^"\\\n])*)"', re.DOTALL)
# kind, where its names are defined, the part of the file that defines them, and how a name looks there
DEFINITIONS = [
    ("command", r"^core/domain/commands/\w+\.h$", r".*", r'QLatin1StringView name\{"([a-z-]+)"\}'),
    ("view", r"^core/domain/pseudonymous/account\.h$", r"wireName\(View view\) \{.*?\n\}", r'return "([a-z-]+)"_L1'),
]
# name, files, why the same word is no command or view there
HOMONYMS = [
    (r"reveal", r"^core/domain/pseudonymous/audit_act\.h$", "an act of the audit trail"),
    (r"operations", r"^core/domain/pseudonymous/audit_act\.h$", "a purpose of the audit trail"),
    (r"schedule", r"^core/domain/identified/order_content\.cpp$|^core/cache/", "a controlled substance's schedule, a column"),
    (r"schedule|patients|carts|orders|operations", r"^core/domain/pseudonymous/place\.h$", "a page's name: what a page shows "
     "may be many views or none"),
    (r"schedule|patients|orders|operations", r"^app/workspace/pages/|^ui/", "an icon's name"),
]


def literals(text: str) -> list[tuple[int, str]]:
    """Line and content of each string literal that no comment holds."""
    return [(text.count("\n", 0, match.start()) + 1, match.group(1)) for match in TOKEN.finditer(text)
            if match.group(1) is not None]


def is_homonym(name: str, file: str) -> bool:
    return any(re.fullmatch(names, name) and re.search(files, file) for names, files, _ in HOMONYMS)


def check_names(texts: dict[str, str]) -> list[str]:
    """`texts` holds the C++ files by their path in the tree."""
    defined: dict[str, str] = {}
    for kind, where, part, name in DEFINITIONS:
        for file, text in texts.items():
            if re.search(where, file) and (body := re.search(part, text, re.DOTALL)):
                defined |= dict.fromkeys(re.findall(name, body.group()), kind)
    places = defaultdict(list)
    for file, text in texts.items():
        if file.startswith("tests/"):
            continue
        for line, literal in literals(text):
            if literal in defined and not is_homonym(literal, file):
                places[literal].append(f"{file}:{line}")
    return [f"{' '.join(places[name])}: the {kind}'s name \"{name}\" stands {len(places[name])} times: once, where it is "
            "defined (tests/lint/names.py)" for name, kind in defined.items() if len(places[name]) != 1]
