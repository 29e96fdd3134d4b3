#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample's PDFs from outside: red heads and drawn seals, several pages, tables, and some scans without text."""
import pathlib
import subprocess
import sys
import unittest

import sample_city
import tap

BUILD = pathlib.Path(sys.argv.pop(1))
RESOLUTION = 24                                     # dots per inch: enough for a head and a seal


def tool(*argv):
    return subprocess.run([str(part) for part in argv], capture_output=True, check=True, timeout=60).stdout


def pages_of(pdf):
    """Each page as rows of (red, green, blue)."""
    told, pages = tool("pdftoppm", "-r", RESOLUTION, pdf), []
    while told:
        head = told.split(b"\n", 3)
        (width, height), body = map(int, head[1].split()), head[3]
        pages.append([[tuple(body[3 * (y * width + x):3 * (y * width + x) + 3]) for x in range(width)] for y in range(height)])
        told = body[3 * width * height:]
    return pages


def red(rows):
    """How many points are the red of heads and seals."""
    return sum(r > 150 and g < 140 and b < 140 for row in rows for r, g, b in row)


class Papers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = sample_city.sample_city(BUILD) / "county-990103" / "evidence"
        cls.pages = {pdf: pages_of(pdf) for pdf in sorted(folder.rglob("*.pdf"))}
        cls.texts = {pdf: tool("pdftotext", "-layout", pdf, "-").decode() for pdf in cls.pages}

    def test_documents_have_a_red_head_and_a_seal(self):
        documents = [pdf for pdf, text in self.texts.items() if "文件" in text.split("\n\n")[0] and "〔" in text]
        self.assertGreaterEqual(len(documents), 3)
        for pdf in documents:
            first, *others = self.pages[pdf]
            self.assertGreater(red(first[:len(first) // 4]), 30, "the head is red")
            below = [first[len(first) // 4:], *others]    # an annex may follow the page with the date
            self.assertGreater(max(map(red, below)), 30, "a seal is drawn over the date")

    def test_there_are_several_pages_and_tables(self):
        self.assertGreaterEqual(sum(len(pages) > 1 for pages in self.pages.values()), 3)
        self.assertTrue(any("附件" in text and "%" in text for text in self.texts.values()), "a table of figures as annex")

    def test_some_are_scans(self):
        scans = [pdf for pdf, text in self.texts.items() if not text.strip()]
        self.assertTrue(scans)
        for pdf in scans:
            page = self.pages[pdf][0]
            self.assertNotEqual(page[1][1], (255, 255, 255), "paper as a scanner sees it")
            self.assertGreater(red(page), 30, "with head and seal all the same")


if __name__ == "__main__":
    tap.main()
