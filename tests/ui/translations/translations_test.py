# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Every text is translated, and nothing that the program fills in is lost on the way.

Usage: translations_test.py SOURCE_TREE LUPDATE
"""

import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

SOURCE = pathlib.Path()
LUPDATE = ""
FORMS = {"ar": 6, "de": 2, "en": 2}
# Forms that stand for one number only may leave it out, as Arabic does for none, one and two.
SAYS_ITS_NUMBER = {"ar": 3, "de": 1, "en": 1}
PLACE = re.compile(r"%(?:L?\d{1,2}|L?n)")
# "%1 lines", "After %1 more tries", "1 line": a number and its noun, joined by hand. English words in -s that are no nouns
# follow what is filled in as well ("Order %1 was …").
COUNTED = re.compile(r"%\d+ (?:more |wrong |other )*(?!(?:was|is|has|does|this|waits)\b)[a-z]+s\b|^(?:1|one) [a-z]+$")
TAG = re.compile(r"</?[a-zA-Z][^>]*>")
REFERENCE = re.compile(r"\b(?:PT|CT|ORD)-[0-9A-Z]{6}\b|\bNPI\b|\bDEA\b")
ACCELERATOR = re.compile(r"&(?=[^\s&;])(?![a-z]+;)")

Text = collections.namedtuple("Text", "context source state plural forms")


def texts(path):
    for context in ET.parse(path).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            plural = message.get("numerus") == "yes"
            forms = [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
            yield Text(context.findtext("name"), message.findtext("source"), translation.get("type"), plural, forms)


def lost(source, translated, says_its_number=False):
    """What of the source's machine-read parts is missing or added in one translated form."""
    problems = []
    if says_its_number and "%n" not in translated:
        source = source.replace("%n", "").strip()
    for name, pattern in (("placeholders", PLACE), ("tags", TAG), ("references", REFERENCE)):
        if sorted(pattern.findall(source)) != sorted(pattern.findall(translated)):
            problems.append(name)
    if len(ACCELERATOR.findall(source)) != len(ACCELERATOR.findall(translated)):
        problems.append("accelerator")
    if source[:1].isspace() != translated[:1].isspace() or source[-1:].isspace() != translated[-1:].isspace():
        problems.append("space at an end")
    return problems


class Translations(unittest.TestCase):
    def each(self):
        for language in FORMS:
            for text in texts(SOURCE / "translations" / f"carrel_{language}.ts"):
                yield language, text

    def report(self, problems):
        self.assertFalse(problems, "\n" + "\n".join(problems))

    def test_text_in_every_language_is_finished_and_not_empty(self):
        self.report([f"{language} {text.context}: “{text.source}” {text.state or 'empty'}" for language, text in self.each()
                     if text.state or not all(form.strip() for form in text.forms)])

    def test_text_with_a_number_has_every_plural_form(self):
        self.report([f"{language} {text.context}: “{text.source}” has {len(text.forms)} of {FORMS[language]} forms"
                     for language, text in self.each() if text.plural and len(text.forms) != FORMS[language]])

    def test_translation_keeps_what_the_program_fills_in(self):
        self.report([f"{language} {text.context}: “{text.source}” loses {', '.join(problems)}"
                     for language, text in self.each() for number, form in enumerate(text.forms)
                     if (problems := lost(text.source, form, text.plural and number < SAYS_ITS_NUMBER[language]))])

    def test_number_before_its_noun_has_plural_forms(self):
        for joined in ("%1 lines", "After %1 more wrong tries you", "1 line", "Wait %1 seconds, then", "one minute"):
            self.assertTrue(COUNTED.search(joined), joined)
        for fine in ("Order %1 was not declined.", "%1 min", "Order %1 waits for approval.", "Page %1 of %2", "%1, then"):
            self.assertFalse(COUNTED.search(fine), fine)
        self.report([f"{text.context}: “{text.source}” asks for tr(text, nullptr, n) with %n" for language, text in self.each()
                     if language == "de" and not text.plural and COUNTED.search(text.source)])

    def test_english_holds_texts_with_a_number_only(self):
        self.report([text.source for language, text in self.each() if language == "en" and not text.plural])

    def test_sources_hold_no_text_without_a_translation(self):
        with tempfile.TemporaryDirectory() as folder:
            for language in FORMS:
                copy = pathlib.Path(folder) / f"carrel_{language}.ts"
                shutil.copy(SOURCE / "translations" / copy.name, copy)
                before = {text[:2] for text in texts(copy)}
                subprocess.run([LUPDATE, "-silent", "-recursive", "-no-obsolete", "-locations", "none", "-I", SOURCE,
                                *(["-pluralonly"] if language == "en" else []),
                                SOURCE / "ui", SOURCE / "app", "-ts", copy],
                               check=True, stderr=subprocess.DEVNULL, timeout=60)
                after = list(texts(copy))
                self.assertTrue(after)
                self.report([f"{language} {text.context}: “{text.source}” is new: build update_translations, translate"
                             for text in after if text.state == "unfinished" or text[:2] not in before])
                self.report([f"{language} {context}: “{source}” is gone: build update_translations"
                             for context, source in sorted(before - {text[:2] for text in after})])


if __name__ == "__main__":
    SOURCE, LUPDATE = pathlib.Path(sys.argv[1]), sys.argv[2]
    unittest.main(argv=sys.argv[:1])
