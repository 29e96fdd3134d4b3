#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds breaches of the house's layers that the build lets through, and of its other habits.

DESIGN.md has the map that is written down here as tables; the last tests try the finders on a bad example of each kind.
"""
import os
import pathlib
import re
import unittest

import tap

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Room: the rooms whose headers it may include.
LOWER = {"base", "model"}
ROOMS = {
    "base": set(),
    "model": {"base"},
    "scoring": LOWER,
    "store": LOWER,
    "exchange": LOWER,
    "evidence": LOWER,
    "report": LOWER | {"scoring"},
    "workspace": LOWER | {"scoring", "store", "exchange", "evidence", "report"},
    "sample": LOWER | {"workspace", "report"},
    "gui": LOWER | {"workspace", "scoring", "report", "sample"},
    "cli": LOWER | {"workspace", "sample"},
}
# Headers of a room that is not among those: the client of the confined PDF worker, which shows pages as pixels and text.
HEADERS = {"gui": {"ys-pdf-document.h", "ys-pdf-info.h", "ys-pdf-text.h", "ys-pdf-finder.h"}}
# Header of a library (how it begins): the folders that may include it. Other system headers are free.
LIBRARIES = {
    "sqlite3": {"store"},
    "libxml/": {"exchange"},
    "zlib.h": {"exchange"},
    "zip.h": set(),
    "openssl/": {"base", "exchange"},
    "gmp": {"base"},
    "unicode/": {"base"},
    "seccomp.h": {"base"},
    "poppler": {"evidence/worker"},
    "cairo": {"report", "evidence", "sample", "gui"},
    "pango": {"report", "sample", "gui"},
    "xlsxwriter": {"report"},
    "gtk/": {"gui"},
    "gdk/": {"gui"},
    "adwaita": {"gui"},
}
GENERATED = re.compile(r"ys-config\.h|.*-resources\.h")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
MACHINE = re.compile(r"(?<![\w.])/" r"work/")
LONGEST_FILE, LONGEST_FUNCTION = 500, 60


def sources(*suffixes, below=("src", "tests")):
    """The files that people write here, not the data that tests read."""
    for folder in below:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in suffixes and path.is_file() and not {"data", "__pycache__"} & set(path.parts[:-1]):
                yield path


def include_faults(folder, name, text, homes):
    """The includes of one file that its folder (below src) may not have; homes gives the room of each header."""
    faults, room = [], folder.partition("/")[0]
    for number, line in enumerate(text.splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        mark, header = found.groups()
        fault = library_fault(folder, header) if mark == "<" else room_fault(room, header, homes)
        if "../" in header:
            fault = "climbs out of its room"
        if fault:
            faults.append("%s:%d: %s %s" % (name, number, header, fault))
    return faults


def library_fault(folder, header):
    for start, folders in LIBRARIES.items():
        if header.startswith(start) and not any((folder + "/").startswith(known + "/") for known in folders):
            return "is not for this room"
    return "is a header of the house and goes in quotes" if os.path.basename(header).startswith("ys-") else None


def room_fault(room, header, homes):
    if GENERATED.fullmatch(header):
        return None
    home = homes.get(os.path.basename(header))
    if home is None:
        return "is not known"
    if os.path.basename(header) in HEADERS.get(room, ()):
        return None
    return None if home == room or home in ROOMS[room] else "belongs to %s, which this room may not see" % home


def long_functions(name, text):
    """Functions of a C file whose body is too long: from a lone brace after a closing bracket to the next lone one."""
    faults, began, previous = [], None, ""
    for number, line in enumerate(text.splitlines(), 1):
        if line == "{" and previous.rstrip().endswith(")"):
            began = number
        elif line == "}" and began:
            if number - began - 1 > LONGEST_FUNCTION:
                faults.append("%s:%d: a function of %d lines" % (name, began, number - began - 1))
            began = None
        previous = line or previous
    return faults


class Layers(unittest.TestCase):
    def none(self, faults):
        self.assertEqual([], faults, "\n" + "\n".join(faults))

    def test_rooms_see_only_what_they_may(self):
        folders = {path: path.parent.relative_to(ROOT / "src").as_posix()
                   for path in sources(".c", ".h", ".def", below=["src"])}
        homes = {path.name: folder.partition("/")[0] for path, folder in folders.items()}
        faults = []
        for path, folder in folders.items():
            self.assertIn(folder.partition("/")[0], ROOMS, "an unknown room")
            faults += include_faults(folder, path.relative_to(ROOT), path.read_text("utf-8"), homes)
        self.none(faults)

    def test_files_are_short(self):
        faults = []
        for path in list(sources(".c", ".h", ".py", ".sh")) + [ROOT / "dev"]:
            lines = len(path.read_text("utf-8").splitlines())
            if lines > LONGEST_FILE:
                faults.append("%s has %d lines" % (path.relative_to(ROOT), lines))
        self.none(faults)

    def test_functions_are_short(self):
        self.none([fault for path in sources(".c")
                   for fault in long_functions(path.relative_to(ROOT), path.read_text("utf-8"))])

    def test_nothing_is_left_unfinished(self):
        self.none(["%s:%d: %s" % (path.relative_to(ROOT), number, line.strip())
                   for path in list(sources(".c", ".h", ".py", ".sh", ".ui", below=("src", "tests", "ui")))
                   for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if UNFINISHED.search(line)])

    def test_no_path_of_one_machine(self):
        self.none(["%s:%d: %s" % (path.relative_to(ROOT), number, line.strip())
                   for path in sources(".c", ".h", ".py", ".sh", ".build")
                   for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if MACHINE.search(line)])

    def test_every_file_names_its_licence(self):
        self.none([str(path.relative_to(ROOT)) for path in sources(".c", ".h", ".py", ".sh", ".def")
                   if "SPDX-License-Identifier: GPL-3.0-or-later" not in path.read_text("utf-8")[:200]])


class Finders(unittest.TestCase):
    """Each finder finds a bad example, so that the silence of the tests above means something."""

    HOMES = {"ys-store.h": "store", "ys-item.h": "model", "ys-pdf-text.h": "evidence", "ys-pdf-worker.h": "evidence"}

    def faults(self, room, line):
        return include_faults(room, "x.c", line, self.HOMES)

    def test_climbing(self):
        self.assertTrue(self.faults("gui", '#include "../store/ys-store.h"'))

    def test_room(self):
        self.assertTrue(self.faults("gui", '#include "ys-store.h"'))
        self.assertTrue(self.faults("model", '# include "ys-unheard-of.h"'))
        self.assertFalse(self.faults("gui", '#include "ys-item.h"'))
        self.assertFalse(self.faults("gui", '#include "ys-pdf-text.h"'))
        self.assertTrue(self.faults("gui", '#include "ys-pdf-worker.h"'))
        self.assertFalse(self.faults("workspace", '#include "ys-store.h"'))

    def test_library(self):
        self.assertTrue(self.faults("workspace", "#include <sqlite3.h>"))
        self.assertTrue(self.faults("cli", "#include <libxml/tree.h>"))
        self.assertTrue(self.faults("workspace", "#include <gtk/gtk.h>"))
        self.assertTrue(self.faults("gui", "#include <ys-store.h>"))
        self.assertTrue(self.faults("evidence", "#include <poppler.h>"))
        self.assertFalse(self.faults("evidence/worker", "#include <poppler.h>"))
        self.assertFalse(self.faults("store", "#include <sqlite3.h>"))
        self.assertFalse(self.faults("gui", "#include <glib/gi18n-lib.h>"))

    def test_length(self):
        body = "static void\nlong_one (void)\n{\n%s}\n"
        self.assertTrue(long_functions("x.c", body % ("  call ();\n" * (LONGEST_FUNCTION + 1))))
        self.assertFalse(long_functions("x.c", body % ("  call ();\n" * LONGEST_FUNCTION)))

    def test_words(self):
        self.assertTrue(UNFINISHED.search("/* TO" "DO: later */"))
        self.assertFalse(UNFINISHED.search("TODOS"))
        self.assertTrue(MACHINE.search("cp /" "work/x"))
        self.assertFalse(MACHINE.search("src/" "work/space"))


if __name__ == "__main__":
    tap.main()
