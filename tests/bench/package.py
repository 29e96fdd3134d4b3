#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing a package beside `zip -0` plus `sha256sum` of the same files, and verifying it beside `sha256sum` alone.

Ours is the whole verb, process and all: writing ends with the package on the disk for sure, read back and verified;
verifying goes through the confined reader. All run in turns on the same files.
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import sample_city

FILES, FILE_SIZE = 16, 16 << 20
RUNS = 5
ALLOWED_WRITING, ALLOWED_VERIFYING = 1.0, 1.2


def write_pdf(path):
    """A PDF of one page with a stream of noise in it."""
    noise = os.urandom(FILE_SIZE)
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
               b"<< /Length %d >>\nstream\n%s\nendstream" % (len(noise), noise)]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    path.write_bytes(out)


def make_package(build, place):
    """A county's submission with the PDFs in it; the workspace and the package."""
    county, pdfs = place / "county", place / "pdfs"
    pdfs.mkdir()
    for number in range(FILES):
        write_pdf(pdfs / ("%02d.pdf" % number))
    sample_city.ask(build, "init", county, "--office=county", "--unit=610302", "--person=李建国")
    sample_city.ask(build, "evidence", "add", county, *sorted(pdfs.iterdir()), "--task=5")
    shutil.rmtree(pdfs)
    sample_city.ask(build, "approve", county)
    sample_city.ask(build, "submit", county)
    package = place / "package.yanshou.zip"
    sample_city.ask(build, "package", "export", county, "--kind=submission", package)
    return county, package


def timed(*argv, cwd=None, env=None):
    began = time.monotonic()
    subprocess.run([str(word) for word in argv], cwd=cwd, env=env, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


def ratios(build, place):
    """Of each run: (writing, verifying) beside their peers."""
    county, package = make_package(build, place)
    program, env = build / "src/cli/yanshou-cli", sample_city.environment(build)
    unpacked = place / "unpacked"
    subprocess.run(["unzip", "-q", package, "-d", unpacked], check=True)
    files = [str(path.relative_to(unpacked)) for path in sorted(unpacked.rglob("*")) if path.is_file()]
    for number in range(RUNS):
        ours, theirs = place / ("ours-%d.zip" % number), place / ("theirs-%d.zip" % number)
        writing = timed(program, "package", "export", county, "--kind=submission", ours, env=env)
        zipping = timed("zip", "-q", "-0", "-r", theirs, ".", cwd=unpacked)
        hashing = timed("sha256sum", *files, cwd=unpacked)
        verifying = timed(program, "package", "verify", ours, env=env)
        ours.unlink()
        theirs.unlink()
        yield writing / (zipping + hashing), verifying / hashing


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="ys-bench-package-") as folder:
        writing, verifying = map(statistics.median, zip(*ratios(build, pathlib.Path(folder))))
    size = FILES * FILE_SIZE >> 20
    print(f"writing a package of {size} MiB, against zip -0 and sha256sum: {writing:.2f} (allowed {ALLOWED_WRITING})")
    print(f"verifying a package of {size} MiB, against sha256sum: {verifying:.2f} (allowed {ALLOWED_VERIFYING})")
    return 0 if writing <= ALLOWED_WRITING and verifying <= ALLOWED_VERIFYING else 1


if __name__ == "__main__":
    sys.exit(main())
