# SPDX-License-Identifier: GPL-3.0-or-later
"""Workspaces for the fault tests: made, driven by the program `office`, and looked into without the program.

The content of a database is read here by Python's own sqlite3 from a copy, so that a fault of the store can't hide itself.
"""
import hashlib
import os
import pathlib
import sqlite3
import subprocess
import tempfile
import unittest

COUNTY, CITY = "610302", "6103"
# What is recorded; the journal, undo steps and search text are told apart from it.
RECORDS = ("setting", "plan_document", "person", "submission", "transition", "return_reason", "entry", "draft",
           "evidence", "citation", "occurrence", "occurrence_tick", "record", "received_document", "package")


def make_pdf(path, words="Survey report"):
    """The smallest PDF of one page with a line of text; other words, another content."""
    stream = "BT /F1 20 Tf 72 700 Td (%s) Tj ET" % words
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources"
               " << /Font << /F1 5 0 R >> >> >>",
               "<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    text, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(text))
        text += "%d 0 obj\n%s\nendobj\n" % (number, body)
    table = "".join("%010d 00000 n \n" % place for place in places)
    text += "xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (table, len(text))
    pathlib.Path(path).write_bytes(text.encode("ascii"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def example():
    """The folder of a small plan; with it a database is short."""
    return os.path.join(os.path.dirname(os.environ["YANSHOU_DATADIR"]), "tests", "data", "example")


class Office:
    """One workspace folder and the program that works in it."""

    def __init__(self, program, folder, **environment):
        self.program, self.folder = program, pathlib.Path(folder)
        self.environment = dict(os.environ, LC_ALL="C.UTF-8", **environment)

    def start(self, *words, environment=None, **options):
        return subprocess.Popen([self.program, self.folder, *map(str, words)], stdout=subprocess.PIPE,
                                env=dict(self.environment, **(environment or {})), **options)

    def run(self, *words, environment=None, prefix=()):
        """Exit status and fields of the first line."""
        done = subprocess.run([*prefix, self.program, self.folder, *map(str, words)], stdout=subprocess.PIPE, timeout=120,
                              env=dict(self.environment, **(environment or {})))
        self.lines = [line.split("\t") for line in done.stdout.decode().splitlines()]
        return done.returncode, self.lines[0] if self.lines else []

    def do(self, *words, **options):
        """The same, and it must succeed; the words after "ok"."""
        status, fields = self.run(*words, **options)
        if status != 0 or fields[:1] != ["ok"]:
            raise AssertionError("%s: %d %s" % (" ".join(map(str, words)), status, fields))
        return fields[1:]

    def content(self, tables=RECORDS):
        """All rows of the tables, as the closed database holds them (a hot journal beside it counts)."""
        return read_content(self.folder / "workspace.db", tables)

    def faults(self):
        """What verify says: a list of (name, file, place, words); empty where all is sound."""
        status, _ = self.run("verify")
        return [] if status == 0 and self.lines == [["ok"]] else [tuple(line) for line in self.lines if line != ["ok"]]


def read_content(path, tables=RECORDS):
    with tempfile.TemporaryDirectory() as place:
        copy = pathlib.Path(place) / "copy.db"
        copy.write_bytes(pathlib.Path(path).read_bytes())
        journal = pathlib.Path(str(path) + "-journal")
        if journal.exists():
            pathlib.Path(str(copy) + "-journal").write_bytes(journal.read_bytes())
        handle = sqlite3.connect(copy)
        handle.text_factory = bytes
        try:
            return {table: sorted(handle.execute("SELECT * FROM " + table).fetchall(), key=repr) for table in tables}
        finally:
            handle.close()


class OfficeCase(unittest.TestCase):
    """A fresh place for each case; `program` is set by the script."""
    program = None

    def setUp(self):
        place = tempfile.TemporaryDirectory(prefix="ys-faults-")
        self.addCleanup(place.cleanup)
        self.place = pathlib.Path(place.name)

    def make(self, name="county", unit=COUNTY, **environment):
        office = Office(self.program, self.place / name, **environment)
        office.do("create", unit)
        return office

    def assert_sound(self, office):
        self.assertEqual(office.faults(), [])
