# SPDX-License-Identifier: GPL-3.0-or-later
"""Small PDFs with Chinese text for the journeys, written by hand: no font is embedded, any will do."""
import hashlib


def text_string(text):
    return "<" + text.encode("utf-16-be").hex() + ">"


def page_content(lines):
    parts = ["BT /F1 18 Tf 90 730 Td 30 TL"] + ["%s Tj T*" % text_string(line) for line in lines] + ["ET"]
    return "\n".join(parts).encode("ascii")


def make(path, pages, labels=None, files=None):
    """Writes a PDF of A4 pages, each a list of lines; labels: the printed number of the first page from an index on
    ("0 i 4 1" as pairs), files: names and bytes of files inside. Returns the path."""
    objects = []

    def add(body, stream=None):
        if stream is not None:
            body = b"%s\nstream\n%s\nendstream" % (body, stream)
        objects.append(body)
        return len(objects)

    add(b"")                                            # 1: catalogue
    add(b"")                                            # 2: page tree
    add(b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>")
    add(b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>")
    add(b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
        b" /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>")
    kids = []
    for lines in pages:
        content = page_content(lines)
        stream = add(b"<< /Length %d >>" % len(content), content)
        kids.append(add(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
                        b" /Resources << /Font << /F1 3 0 R >> >> >>" % stream))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    catalogue = b"<< /Type /Catalog /Pages 2 0 R"
    if labels:
        catalogue += b" /PageLabels << /Nums [%s] >>" % labels.encode("ascii")
    names = []
    for name, content in sorted((files or {}).items()):
        stream = add(b"<< /Type /EmbeddedFile /Length %d >>" % len(content), content)
        spec = add(b"<< /Type /Filespec /F (file.pdf) /UF <feff%s> /EF << /F %d 0 R >> >>"
                   % (name.encode("utf-16-be").hex().encode("ascii"), stream))
        names.append(b"(%04d) %d 0 R" % (len(names), spec))
    if names:
        catalogue += b" /Names << /EmbeddedFiles << /Names [%s] >> >>" % b" ".join(names)
    objects[0] = catalogue + b" >>"
    write(path, objects)
    return path


PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def rc4(key, data):
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def make_locked(path, password):
    """A page that says Locked, to be opened with the password (the oldest encryption there is). Returns the path."""
    user = (password.encode("ascii") + PADDING)[:32]
    owner = rc4(hashlib.md5(user).digest()[:5], user)
    key = hashlib.md5(user + owner + (0xfffffffc).to_bytes(4, "little") + b"0123456789abcdef").digest()[:5]
    own = hashlib.md5(key + (4).to_bytes(3, "little") + b"\0\0").digest()[:10]       # of object 4
    content = rc4(own, b"BT /F1 24 Tf 90 700 Td (Locked) Tj ET")
    write(path, [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                 b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                 b" /Resources << /Font << /F1 5 0 R >> >> >>",
                 b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
                 b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                 b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>"
                 % (owner.hex().encode("ascii"), rc4(key, PADDING).hex().encode("ascii"))],
          b" /Encrypt 6 0 R /ID [<%s> <%s>]" % ((b"0123456789abcdef".hex().encode("ascii"),) * 2))
    return path


def write(path, objects, trailer=b""):
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    path.write_bytes(out)
