# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence of the program has its Chinese, and only sentences of the program have one.

Takes the merged catalogue of the build; the sentences are drawn from the sources anew.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import tap

ROOT = pathlib.Path(__file__).resolve().parent.parent
MERGED = pathlib.Path(sys.argv.pop(1))
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]
# Words of programmers that an office does not use for these things.
FOREIGN_WORDS = re.compile("哈希|序列化|JSON|数据库事务")


def run(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def messages(text):
    """The entries of a catalogue as {(context, msgid): msgstr}, plural forms joined."""
    found = {}
    for block in re.split(r"\n\s*\n", run_through_msgcat(text)):
        fields = {}
        for line in block.splitlines():
            match = re.match(r'(msg\w+)(?:\[\d\])? "(.*)"$', line)
            if match:
                fields[match[1]] = fields.get(match[1], "") + match[2]
        if fields.get("msgid"):
            fuzzy = re.search(r"^#,.*\bfuzzy\b", block, re.M)
            found[fields.get("msgctxt"), fields["msgid"]] = "" if fuzzy else fields["msgstr"]
    return found


def run_through_msgcat(text):
    """One line for each field, so that a regular expression can read them."""
    with tempfile.NamedTemporaryFile("w", suffix=".po", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        return run("msgcat", "--no-wrap", "--no-location", file.name).replace('""\n"', '"')


def drawn_from_sources():
    code = sorted(path for path in (ROOT / "src").rglob("*") if path.suffix in (".c", ".def", ".h"))
    forms = sorted((ROOT / "ui").rglob("*.ui"))
    drawn = run("xgettext", "--language=C", "--from-code=UTF-8", "--output=-",
                *("--keyword=" + word for word in KEYWORDS), *code)
    if forms:
        drawn_forms = run("xgettext", "--from-code=UTF-8", "--output=-", *forms)
        return messages(drawn) | messages(drawn_forms)
    return messages(drawn)


class Translations(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.sources = drawn_from_sources()
        cls.chinese = messages(MERGED.read_text(encoding="utf-8"))

    def test_sources_were_read(self):
        self.assertIn((None, "Choose a file of the expected kind."), self.sources)

    def test_no_sentence_is_cut(self):
        # xgettext knows PRIu64 and its like, but stops at G_GUINT64_FORMAT.
        self.assertEqual([key for key in self.sources if re.search("%$", key[1])], [])

    def test_every_sentence_has_its_chinese(self):
        self.assertEqual([key for key in self.sources if not self.chinese.get(key)], [])

    def test_no_chinese_without_a_sentence(self):
        self.assertEqual([key for key in self.chinese if key not in self.sources], [])

    def test_rooms_agree(self):
        seen, quarrels = {}, []
        for part in sorted((ROOT / "po" / "parts").glob("*.po")):
            for key, text in messages(part.read_text(encoding="utf-8")).items():
                if seen.setdefault(key, text) != text:
                    quarrels.append((part.name, key, seen[key], text))
        self.assertEqual(quarrels, [])

    def test_every_room_is_merged(self):
        merged = set(self.chinese)
        for part in sorted((ROOT / "po" / "parts").glob("*.po")):
            missing = [key for key in messages(part.read_text(encoding="utf-8")) if key not in merged]
            self.assertEqual(missing, [], part.name)

    def test_words_of_the_office(self):
        self.assertEqual([text for text in self.chinese.values() if FOREIGN_WORDS.search(text)], [])


tap.main()
