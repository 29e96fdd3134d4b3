# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/formats.md names everything that the schemas allow, and what it shows is true.

Whole documents in it are those of tests/data/example; the scoring points in it are valid in one standard.
"""
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap
from shipped import HERE, ROOT, SCHEMAS, complaints, load, shown_blocks

XS = "{http://www.w3.org/2001/XMLSchema}"
TEXT = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
BLOCKS = shown_blocks()


class Formats(unittest.TestCase):
    def test_every_name_is_explained(self):
        prose = re.sub("```xml\n.*?```", "", TEXT, flags=re.DOTALL)
        words = {word for code in re.findall("`([^`\n]+)`", prose) for word in re.findall("[A-Za-z0-9-]+", code)}
        for name in ("catalogue", "standard", "assessment", "submission", "occurrences", "review", "opinion", "finding",
                     "dossier"):
            root = load(SCHEMAS / (name + ".xsd"))
            names = {e.get("name") for kind in ("element", "attribute") for e in root.iter(XS + kind)}
            self.assertEqual(names - words, set(), name)
            values = {e.get("value") for e in root.iter(XS + "enumeration")}
            self.assertEqual(values - words, set(), name)

    def test_whole_documents_are_the_example(self):
        shown = [block for block in BLOCKS if block.startswith("<?xml")]
        kept = [path.read_text(encoding="utf-8") for path in (HERE / "example").glob("*.xml")]
        self.assertEqual(sorted(shown), sorted(kept))

    def test_points_are_valid(self):
        points = [block for block in BLOCKS if block.startswith("<point")]
        self.assertGreater(len(points), 12)
        task = '<part ref="I-1" points="1"><task ref="1" points="1">%s</task></part>' % "".join(points)
        frame = (HERE / "example" / "standard.xml").read_text(encoding="utf-8")
        text = re.sub("<part .*</part>", lambda match: task, frame, flags=re.DOTALL)
        self.assertEqual(complaints("standard", text), "")


if __name__ == "__main__":
    tap.main()
