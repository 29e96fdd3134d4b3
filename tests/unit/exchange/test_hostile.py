# SPDX-License-Identifier: GPL-3.0-or-later
"""The attack list of packages.md: each hostile package is made here and read by the program; none may pass.

Called with the path of package-probe. Each case deviates from a sound package in one thing and names the code of
the refusal; what is not named by chance is caught too, because a refusal for another reason fails the test.
"""
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

import tap
from bags import Bag, Entry, make_zip, sha256

PROBE = sys.argv.pop(1)
NOT_CANONICAL, DAMAGED, LAYOUT = "zip-not-canonical", "zip-damaged", "bag-layout"
EXTRA, DIGEST, SCHEMA = "bag-extra", "bag-digest", "xml-schema"


def read(*paths):
    """One list of fields for each path: path, verdict, usable, digest, sender, name, origin, faults…"""
    result = subprocess.run([PROBE, "read", *map(str, paths)], capture_output=True, timeout=120, check=True)
    return [line.split("\t") for line in result.stdout.decode("utf-8").splitlines()]


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.place.name)
        done = subprocess.run([PROBE, "write", cls.folder], capture_output=True, check=True, text=True)
        cls.sound_path, cls.digest = done.stdout.strip().split("\t")

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    def setUp(self):
        self.bag = Bag(self.sound_path)
        self.cases = []

    def add(self, what, code, data):
        """Keeps @data as a package that must be refused with @code first."""
        path = self.folder / (self.id().rsplit(".", 1)[1] + "-%d.yanshou.zip" % len(self.cases))
        path.write_bytes(data)
        self.cases.append((what, code, path))

    def add_entries(self, what, code, change, **deviations):
        """A zip whose list of entries was changed by @change."""
        entries = Bag(self.sound_path).entries()
        entries = change(entries) or entries
        self.add(what, code, make_zip(entries, **deviations))

    def add_bag(self, what, code, change, seal=True):
        """A canonical zip of a bag whose files were changed by @change, with manifests that fit if @seal."""
        bag = Bag(self.sound_path)
        change(bag)
        self.add(what, code, (bag.seal() if seal else bag).zip())

    def check(self):
        for (what, code, path), fields in zip(self.cases, read(*[path for _, _, path in self.cases])):
            with self.subTest(what):
                self.assertEqual(fields[0], str(path))
                self.assertNotEqual(fields[2], "usable", fields)
                self.assertEqual(fields[7].split(":")[0], code, fields)
                if code not in (SCHEMA, "xml-encoding", "xml-forbidden", "xml-syntax", "xml-version"):
                    self.assertTrue(fields[1] == "damaged" or fields[7].endswith("package.xml"), fields)
        self.assertGreater(len(self.cases), 0)

    def test_sound_one_passes(self):
        (fields,) = read(self.sound_path)
        self.assertEqual(fields[1:6], ["sound", "usable", self.digest, "渭滨区", self.bag.top])
        self.assertEqual(fields[6], "unsigned")
        # The second writer makes the very same bytes: the form is canonical.
        self.assertEqual(self.bag.zip(), pathlib.Path(self.sound_path).read_bytes())
        self.assertEqual(self.bag.seal().zip(), pathlib.Path(self.sound_path).read_bytes())

    def test_names(self):
        top = self.bag.top
        for what, name in {
            "climbing": top + "/../../evil", "climbing at once": "../evil", "absolute": "/etc/evil",
            "drive": "C:/evil", "backslash": top + "\\data\\evil", "empty": "", "NUL": top + "/data/a\0.xml",
            "control": top + "/data/a\n.xml", "delete": top + "/data/a\x7f.xml", "non-ASCII": top + "/data/名.xml",
            "point": top + "/./data/a.xml", "empty part": top + "//a.xml", "blank": top + "/data/a b.xml",
            "folder": top + "/data/", "no folder": "evil.xml", "hidden": top + "/.evil", "long": top + "/" + "a" * 300,
        }.items():
            self.add_entries(what, NOT_CANONICAL, lambda entries, name=name: entries + [Entry(name, b"x")])
        self.check()

    def test_names_among_each_other(self):
        top = self.bag.top
        for what, name in {"twice": top + "/data/package.xml", "by case": top + "/data/PACKAGE.xml",
                           "file as folder": top + "/data/package.xml/evil", "two tops": "other/evil.xml",
                           "folder as file": top + "/data"}.items():
            self.add_entries(what, NOT_CANONICAL, lambda entries, name=name: entries + [Entry(name, b"x")])
        self.add_entries("order", NOT_CANONICAL, lambda entries: entries[::-1])
        self.add_entries("two in wrong order", NOT_CANONICAL, lambda entries: [entries[1], entries[0]] + entries[2:])
        self.check()

    def test_kinds_of_file(self):
        for what, mode in {"link": 0o120777, "FIFO": 0o010644, "folder": 0o040755, "device": 0o020644,
                           "set-uid": 0o104755, "writable": 0o100666, "none": 0}.items():
            def change(entries, mode=mode):
                entries[-1].mode = mode << 16
            self.add_entries(what, NOT_CANONICAL, change)
        self.check()

    def test_fields(self):
        for field, value in {"flags": 1, "method": 8, "time": 1, "date": 0x22, "version": 45, "made_by": 0x31e,
                             "extra": b"\1\0\0\0", "central_extra": b"\1\0\0\0", "comment": b"x"}.items():
            def change(entries, field=field, value=value):
                setattr(entries[2], field, value)
            self.add_entries(field, NOT_CANONICAL, change)
        self.check()

    def test_local_against_central(self):
        for field, value in {"crc": 1, "size": 1, "packed": 1, "method": 8, "flags": 8, "date": 0x22,
                             "name": self.bag.top.encode() + b"/README.TXT"}.items():
            def change(entries, field=field, value=value):
                entries[2].central[field] = value
            self.add_entries(field, NOT_CANONICAL, change)
        self.check()

    def test_places(self):
        def share(entries):
            entries[1].offset = 0

        def hide(entries):
            entries[2].in_central = False

        def miss(entries):
            entries[-1].in_local = False

        def gap(entries):
            entries[3].gap = b"hidden"
        self.add_entries("one block for two", NOT_CANONICAL, share)
        self.add_entries("hidden entry", NOT_CANONICAL, hide)
        self.add_entries("missing entry", NOT_CANONICAL, miss)
        self.add_entries("gap", NOT_CANONICAL, gap)
        self.add("gap before the directory", NOT_CANONICAL, self.bag.zip(before_directory=b"hidden"))
        self.add("prefix", NOT_CANONICAL, self.bag.zip(prefix=b"MZ stub"))
        self.add("suffix", DAMAGED, self.bag.zip(suffix=b"more"))
        self.add("comment", DAMAGED, self.bag.zip(comment=b"comment"))
        self.add("second archive in the comment", DAMAGED, self.bag.zip(comment=make_zip([Entry("a/b", b"x")]) + b"x"))
        self.add("two archives", NOT_CANONICAL, self.bag.zip() + self.bag.zip())
        self.check()

    def test_counts(self):
        n = len(self.bag.files)
        for what, deviations in {"fewer": {"count": n - 1}, "more": {"count": n + 1}, "none": {"count": 0},
                                 "halves differ": {"total": n + 1}, "zip64": {"count": 0xffff, "total": 0xffff},
                                 "offset": {"directory_offset": 0}, "offset zip64": {"directory_offset": 0xffffffff},
                                 "size": {"directory_size": 10}, "size zip64": {"directory_size": 0xffffffff},
                                 }.items():
            data = self.bag.zip(**deviations)
            self.add(what, DAMAGED if what == "more" else NOT_CANONICAL, data)
        self.check()

    def test_bombs_and_lies(self):
        def deflate(entries):
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            entry = entries[-1]
            entry.stored = packer.compress(b"\0" * 10_000_000) + packer.flush()
            entry.method, entry.size, entry.packed = 8, 10_000_000, len(entry.stored)

        def lie(size):
            def change(entries):
                entries[-1].size = entries[-1].packed = size
            return change

        def descriptor(entries):
            entry = entries[2]
            entry.after = b"PK\7\x08" + struct.pack("<3I", entry.crc, entry.size, entry.size)
            entry.flags, entry.crc, entry.size, entry.packed = 8, 0, 0, 0

        def encrypt(entries):
            entries[2].flags = 1

        def zip64(entries):
            entries[2].extra = struct.pack("<2H2Q", 1, 16, entries[2].size, entries[2].size)
            entries[2].size = entries[2].packed = 0xffffffff

        def unicode_path(entries):
            name = b"evil"
            entries[2].central_extra = struct.pack("<2HBI", 0x7075, 5 + len(name), 1, zlib.crc32(entries[2].name)) + name

        def wrong_crc(entries):
            entries[-1].crc ^= 1
        self.add_entries("deflate bomb", NOT_CANONICAL, deflate)
        self.add_entries("larger", NOT_CANONICAL, lie(1 << 20))
        self.add_entries("smaller", NOT_CANONICAL, lie(1))
        self.add_entries("huge", NOT_CANONICAL, lie(0xfffffffe))
        self.add_entries("descriptor", NOT_CANONICAL, descriptor)
        self.add_entries("encrypted", NOT_CANONICAL, encrypt)
        self.add_entries("zip64", NOT_CANONICAL, zip64)
        self.add_entries("Unicode path", NOT_CANONICAL, unicode_path)
        self.add_entries("wrong CRC in both", DAMAGED, wrong_crc)
        self.add("nothing", NOT_CANONICAL, b"")
        self.add("text", NOT_CANONICAL, b"This is a letter, not a package at all." * 3)
        self.add("empty zip", NOT_CANONICAL, make_zip([]))
        self.check()

    def test_manifests(self):
        def edit(name, change):
            def apply(bag):
                bag.files[name] = change(bag.files[name])
                if name != "tagmanifest-sha256.txt":
                    bag.seal_tags()
            return apply
        manifest, tags = "manifest-sha256.txt", "tagmanifest-sha256.txt"
        first = self.bag.files[manifest].splitlines(True)[0]
        for name in (manifest, tags):
            line = self.bag.files[name].splitlines(True)[0]
            for what, change in {"BOM": lambda data: b"\xef\xbb\xbf" + data,
                                 "CRLF": lambda data: data.replace(b"\n", b"\r\n"),
                                 "doubled": lambda data, line=line: line + data,
                                 "no last line feed": lambda data: data[:-1], "blank line": lambda data: data + b"\n",
                                 "short digest": lambda data: data[1:], "upper case": lambda data: data.upper(),
                                 "one blank": lambda data: data.replace(b"  ", b" ", 1), "empty": lambda data: b"",
                                 "comment": lambda data: b"# x\n" + data}.items():
                self.add_bag("%s: %s" % (name, what), LAYOUT, edit(name, change), seal=False)
        self.add_bag("missing line", EXTRA, edit(manifest, lambda data: data.replace(first, b"")), seal=False)
        self.add_bag("line too many", LAYOUT,
                     edit(manifest, lambda data: data + b"0" * 64 + b"  data/submission.xml\n"), seal=False)
        self.add_bag("climbing line", LAYOUT, edit(manifest, lambda data: data + b"0" * 64 + b"  ../evil\n"), seal=False)
        self.add_bag("wrong digest", DIGEST, edit(manifest, lambda data: data.replace(data[:4], b"0000", 1)), seal=False)
        self.check()

    def test_tag_files(self):
        def put(name, data):
            return lambda bag: bag.files.__setitem__(name, data)

        def oxum(bag):
            bag.files["bag-info.txt"] = bag.files["bag-info.txt"].replace(b"Payload-Oxum: ", b"Payload-Oxum: 1")
            bag.seal_tags()
        for name in ("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"):
            self.add_bag("without " + name, LAYOUT, lambda bag, name=name: bag.files.pop(name), seal=False)
        self.add_bag("without description", LAYOUT, lambda bag: bag.files.pop("data/package.xml"))
        self.add_bag("fetch.txt", EXTRA, put("fetch.txt", b"http://example.org/a 1 data/package.xml\n"))
        self.add_bag("bag in a bag", EXTRA, put("data/inner/bagit.txt", b"x"))
        self.add_bag("zip in a bag", EXTRA, put("data/inner.yanshou.zip", self.bag.zip()))
        self.add_bag("MD5 manifest", EXTRA, put("manifest-md5.txt", b"x"))
        self.add_bag("unknown file", EXTRA, put("data/evil.exe", b"MZ"))
        self.add_bag("Payload-Oxum", LAYOUT, oxum, seal=False)
        self.add_bag("evidence under a wrong name", DIGEST, put("data/evidence/" + "0" * 64 + ".pdf", b"%PDF-1.7"))
        self.add_bag("version 0.97", LAYOUT, put("bagit.txt", self.bag.files["bagit.txt"].replace(b"1.0", b"0.97")))
        self.check()

    def test_documents(self):
        text = self.bag.files["data/package.xml"]

        def put(data):
            return lambda bag: bag.files.__setitem__("data/package.xml", data)
        doctype = b'<!DOCTYPE package [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<package>&a;</package>'
        lol = b"<!DOCTYPE p [" + b"".join(b'<!ENTITY a%d "%s">' % (i, b"&a%d;" % (i - 1) * 10) for i in range(1, 9)) + b"]>"
        attributes = b"<package " + b"".join(b"a%d='' " % i for i in range(200_000)) + b"/>"
        for what, code, data in [
            ("external entity", "xml-forbidden", doctype), ("billion laughs", "xml-forbidden", lol + b"<p>&a8;</p>"),
            ("200,000 attributes", "xml-forbidden", attributes), ("depth", "xml-forbidden", b"<package>" * 40),
            ("NUL", "xml-forbidden", text.replace(b"<from", b"\0<from")),
            ("UTF-16", "xml-encoding", text.decode().encode("utf-16")),
            ("GB18030", "xml-encoding", text.decode().encode("gb18030")),
            ("declared GBK", "xml-encoding", text.replace(b"UTF-8", b"GBK")),
            ("cut", "xml-syntax", text[:-20]), ("gzip", "xml-encoding", b"\x1f\x8b\x08\0" + text),
            ("unknown element", SCHEMA, text.replace(b"<to ", b"<evil/><to ")),
            ("unknown attribute", SCHEMA, text.replace(b"<to ", b"<to evil='1' ")),
            ("other version", "xml-version", text.replace(b'format="1"', b'format="2"')),
            ("other kind", SCHEMA, text.replace(b'kind="submission"', b'kind="evil"')),
            ("30th of February", SCHEMA, text.replace(b'time="2022-01-12', b'time="2022-02-30'))]:
            self.add_bag(what, code, put(data))
        self.check()

    def test_description_against_content(self):
        def edit(old, new):
            def change(bag):
                text = bag.files["data/package.xml"]
                assert old in text
                bag.files["data/package.xml"] = text.replace(old, new)
            return change

        def more_evidence(bag):
            bag.files["data/evidence/%s.pdf" % sha256(b"%PDF-1.4")] = b"%PDF-1.4"

        def no_evidence(bag):
            bag.files = {name: data for name, data in bag.files.items() if "evidence/" not in name}

        def other_journal(bag):
            bag.files["data/journal.xml"] += b"<!-- x -->"

        def other_id(bag):
            bag.files["bag-info.txt"] = bag.files["bag-info.txt"].replace(b"017e4b5a", b"017e4b5b")
        self.add_bag("made for another number", LAYOUT, edit(b'number="1"', b'number="2"'))
        self.add_bag("other sender", LAYOUT, edit(b'unit="610302"', b'unit="610303"'))
        self.add_bag("other id", LAYOUT, edit(b"000000000a1b", b"000000000a1c"))
        self.add_bag("id in bag-info", LAYOUT, other_id)
        self.add_bag("evidence not listed", LAYOUT, more_evidence)
        self.add_bag("evidence missing", LAYOUT, no_evidence)
        self.add_bag("other document", LAYOUT, other_journal)
        self.add_bag("document not listed", LAYOUT, lambda bag: bag.files.pop("data/journal.xml"))
        self.check()

    def test_rezipped(self):
        """Case 90: packed again by an archiver that writes GBK names; the folder it came from passes."""
        entries = self.bag.entries()
        for entry in entries:
            entry.name = "报送包（终稿）/".encode("gbk") + entry.name.split(b"/", 1)[1]
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            entry.stored = packer.compress(entry.content) + packer.flush()
            entry.method, entry.packed = 8, len(entry.stored)
        path = self.folder / "rezipped.zip"
        path.write_bytes(make_zip(entries))
        folder = self.bag.write(self.folder / "报送包（终稿）")
        refused, accepted = read(path, folder)
        self.assertEqual(refused[1], "damaged")
        self.assertEqual(refused[5], "报送包（终稿）")
        self.assertTrue(refused[7].startswith(NOT_CANONICAL), refused)
        self.assertEqual(accepted[1:4], ["sound", "usable", self.digest])

    def test_folders(self):
        """The same verify over a folder: links, pipes and strangers are refused, system files are not."""
        made = {name: Bag(self.sound_path).write(self.folder / ("folder-" + name))
                for name in ("system", "extra", "link", "folder-link", "pipe", "gbk", "nested", "missing", "changed")}
        for name in ("Thumbs.db", "data/desktop.ini", "data/evidence/.DS_Store"):
            (made["system"] / name).write_bytes(b"x")
        (made["extra"] / "data/.~lock.package.xml#").write_bytes(b"x")
        (made["link"] / "README.txt").unlink()
        (made["link"] / "README.txt").symlink_to("/etc/passwd")
        (made["folder-link"] / "data").rename(self.folder / "outside")
        (made["folder-link"] / "data").symlink_to(self.folder / "outside")
        (made["pipe"] / "bagit.txt").unlink()
        os.mkfifo(made["pipe"] / "bagit.txt")
        (pathlib.Path(os.fsdecode(os.fsencode(made["gbk"]) + "/治理.pdf".encode("gbk")))).write_bytes(b"x")
        Bag(self.sound_path).write(made["nested"] / "data" / "inner")
        (made["missing"] / "data/journal.xml").unlink()
        (made["changed"] / "data/journal.xml").write_bytes(b"<journal/>")
        results = {pathlib.Path(fields[0]).name[7:]: fields for fields in read(*made.values())}
        self.assertEqual(results["system"][1:4], ["sound", "usable", self.digest])
        for name, code in {"extra": EXTRA, "link": EXTRA, "folder-link": EXTRA, "pipe": EXTRA, "gbk": EXTRA,
                           "nested": EXTRA, "missing": LAYOUT, "changed": LAYOUT}.items():
            with self.subTest(name):
                self.assertEqual(results[name][1], "damaged")
                self.assertEqual(results[name][7].split(":")[0], code, results[name])
        self.assertTrue(results["gbk"][7].endswith("治理.pdf"), results["gbk"])

    def test_not_there(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        missing, fifo = read(self.folder / "nothing", pipe)
        self.assertEqual((missing[1], missing[7].split(":")[0]), ("error", "not-found"))
        self.assertEqual((fifo[1], fifo[7].split(":")[0]), ("error", NOT_CANONICAL))


if __name__ == "__main__":
    tap.main()
