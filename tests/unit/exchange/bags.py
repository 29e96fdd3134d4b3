# SPDX-License-Identifier: GPL-3.0-or-later
"""Bags and zips by hand for the tests: a second writer and a second validator, sharing no code with the program.

The writer makes the canonical form and can be told to deviate in exactly one place. The validator follows RFC 8493.
"""
import hashlib
import re
import struct
import zipfile
import zlib

LOCAL, CENTRAL, END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
ORDER = ["bagit.txt", "bag-info.txt", "README.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt",
         "tagmanifest-sha256.txt.p7s", "data/package.xml"]


def sha256(data):
    return hashlib.sha256(data).hexdigest()


class Entry:
    """One member of a zip. Every field may be set apart from what its content says."""

    def __init__(self, name, content):
        self.name = name if isinstance(name, bytes) else name.encode()
        self.content = content
        self.stored = content          # bytes that stand in the file
        self.crc = zlib.crc32(content)
        self.size = self.packed = len(content)
        self.flags = self.method = self.time = 0
        self.date = 0x21
        self.version = 20
        self.made_by = 0x314
        self.mode = 0o100644 << 16
        self.extra = self.central_extra = self.comment = b""
        self.central = {}              # fields of the directory record that differ
        self.offset = None             # where the directory says the header is
        self.gap = b""                 # bytes before the header
        self.after = b""               # bytes behind the content (descriptor)
        self.in_local = self.in_central = True

    def field(self, name):
        return self.central.get(name, getattr(self, name))

    def local(self):
        return LOCAL + struct.pack("<5H3I2H", self.version, self.flags, self.method, self.time, self.date, self.crc,
                                   self.packed, self.size, len(self.name), len(self.extra)) + self.name + self.extra

    def record(self, offset):
        name = self.field("name")
        return CENTRAL + struct.pack(
            "<6H3I5H2I", self.made_by, self.field("version"), self.field("flags"), self.field("method"),
            self.field("time"), self.field("date"), self.field("crc"), self.field("packed"), self.field("size"),
            len(name), len(self.central_extra), len(self.comment), 0, 0, self.mode,
            offset if self.offset is None else self.offset) + name + self.central_extra + self.comment


def make_zip(entries, prefix=b"", before_directory=b"", comment=b"", suffix=b"", count=None, total=None,
             directory_offset=None, directory_size=None):
    """A zip of the entries, canonical unless an entry or an argument says otherwise."""
    out, directory = bytearray(prefix), bytearray()
    for entry in entries:
        out += entry.gap
        offset = len(out)
        if entry.in_local:
            out += entry.local() + entry.stored + entry.after
        if entry.in_central:
            directory += entry.record(offset)
    out += before_directory
    n = sum(entry.in_central for entry in entries) if count is None else count
    out_offset = len(out) if directory_offset is None else directory_offset
    size = len(directory) if directory_size is None else directory_size
    return bytes(out + directory) + END + struct.pack("<4H2IH", 0, 0, n, n if total is None else total, size,
                                                      out_offset, len(comment)) + comment + suffix


class Bag:
    """The files of a bag, name → bytes; manifests are made anew unless they are set by hand."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            self.top = names[0].split("/")[0]
            self.files = {name.split("/", 1)[1]: archive.read(name) for name in names}

    def state(self):
        """Makes package.xml, bag-info.txt and the name fit the documents and the id that package.xml gives."""
        package = self.files["data/package.xml"].decode()
        for name in re.findall('<document name="([a-z]+\\.xml)"', package):
            data = self.files["data/" + name]
            package = re.sub('(<document name="%s" digest=)"[0-9a-f]+" size="[0-9]+"' % name,
                             '\\1"%s" size="%d"' % (sha256(data), len(data)), package)
        self.files["data/package.xml"] = package.encode()
        own = dict(re.findall(r'([a-z]+)="([^"]*)"', re.search("<package [^>]*>", package)[0]))
        info = self.files["bag-info.txt"].decode()
        self.files["bag-info.txt"] = re.sub("External-Identifier: .*", "External-Identifier: " + own["id"], info).encode()
        self.top = "%s-%s-%s-%04d-%s" % (re.search('<from unit="([^"]*)"', package)[1], own["kind"], own["year"],
                                         int(own["number"]), own["id"][-4:])
        return self.seal()

    def seal(self):
        """Makes Payload-Oxum and both manifests fit the files."""
        payload = {name: data for name, data in self.files.items() if name.startswith("data/")}
        oxum = "Payload-Oxum: %d.%d" % (sum(map(len, payload.values())), len(payload))
        info = self.files["bag-info.txt"].decode()
        self.files["bag-info.txt"] = re.sub(r"Payload-Oxum: .*", oxum, info).encode()
        self.files["manifest-sha256.txt"] = self.manifest(payload)
        self.seal_tags()
        return self

    def seal_tags(self):
        tags = {name: data for name, data in self.files.items()
                if not name.startswith("data/") and not name.startswith("tagmanifest-")}
        self.files["tagmanifest-sha256.txt"] = self.manifest(tags)
        return self

    @staticmethod
    def manifest(files):
        return "".join("%s  %s\n" % (sha256(files[name]), name) for name in sorted(files)).encode()

    def entries(self, top=None):
        def place(name):
            rank = ORDER.index(name) if name in ORDER else len(ORDER) + ("schema/" in name) + 2 * ("evidence/" in name)
            return rank, name
        return [Entry("%s/%s" % (top or self.top, name), self.files[name]) for name in sorted(self.files, key=place)]

    def zip(self, **deviations):
        return make_zip(self.entries(), **deviations)

    def write(self, folder):
        for name, data in self.files.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        return folder


def rfc8493_faults(files):
    """What RFC 8493 finds wrong with the files of a bag (name → bytes); empty if it is complete and valid."""
    faults = []
    lines = files.get("bagit.txt", b"").decode("utf-8").splitlines()
    if len(lines) != 2 or not re.fullmatch(r"BagIt-Version: \d+\.\d+", lines[0]) \
            or lines[1] != "Tag-File-Character-Encoding: UTF-8":
        faults.append("2.1.1 bagit.txt")
    listed = {}
    for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        for line in files.get(name, b"").decode("utf-8").splitlines():
            match = re.fullmatch(r"([0-9a-fA-F]{64})[ \t]+\*?(\S.*)", line)
            if not match or match[2] in listed:
                faults.append("2.1.3 %s: %s" % (name, line))
            else:
                listed[match[2]] = match[1].lower()
    if not any(name.startswith("data/") for name in listed):
        faults.append("2.1.3 no payload manifest")
    faults += ["3. not listed: " + name for name in files if name.startswith("data/") and name not in listed]
    faults += ["3. missing: " + name for name in listed if name not in files]
    faults += ["3. digest: " + name for name in listed if name in files and sha256(files[name]) != listed[name]]
    oxum = re.search(r"^Payload-Oxum: (\d+)\.(\d+)$", files.get("bag-info.txt", b"").decode("utf-8"), re.M)
    payload = [data for name, data in files.items() if name.startswith("data/")]
    if oxum and (int(oxum[1]), int(oxum[2])) != (sum(map(len, payload)), len(payload)):
        faults.append("2.2.2 Payload-Oxum")
    return faults
