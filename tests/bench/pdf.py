#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page of a 350-page PDF, by us and by pdftocairo, at the same resolution and in turns.

Ours: a confined worker started anew, the sizes of all pages, pixels in our hands. Theirs: a process that draws the
page and writes it as TIFF, the cheapest of its formats.
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

PAGES = 350
RUNS = 15
ALLOWED = 2.0


def ours(program, worker, path):
    done = subprocess.run([program, "show", path], check=True, capture_output=True, text=True,
                          env={"YANSHOU_PDF": str(worker), "LC_ALL": "C.UTF-8", "HOME": str(pathlib.Path.home())})
    return int(done.stdout) / 1e6


def theirs(path, folder):
    start = time.monotonic()
    subprocess.run(["pdftocairo", "-tiff", "-f", "1", "-l", "1", "-r", "150", path, folder / "page"], check=True,
                   stderr=subprocess.DEVNULL)
    return time.monotonic() - start


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    program = build / "tests" / "unit" / "evidence" / "pdf-first-page"
    worker = build / "src" / "evidence" / "yanshou-pdf"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        path = folder / "350.pdf"
        subprocess.run([program, "make", path, str(PAGES)], check=True)
        pairs = [(ours(program, worker, path), theirs(path, folder)) for _ in range(RUNS)]
    our_time, their_time = (statistics.median(times) for times in zip(*pairs))
    ratio = our_time / their_time
    print(f"first page of {PAGES} pages, against pdftocairo ({our_time * 1000:.0f} ms : {their_time * 1000:.0f} ms): "
          f"{ratio:.2f} (allowed {ALLOWED})")
    return 0 if ratio <= ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main())
