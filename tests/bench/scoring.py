#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scoring of one county with all reasons, of twelve and of three thousand, checks of the facts included, on the
shipped catalogue and standard; and what a county costs among three thousand against among twelve."""
import pathlib
import subprocess
import sys

ALLOWED = {(1, 1): 20000, (12, 0): 5000, (3000, 0): 1000000}  # microseconds
ALLOWED_GROWTH = 2.0


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    data = pathlib.Path(__file__).resolve().parents[2] / "data"
    done = subprocess.run([build / "tests" / "unit" / "scoring" / "scoring-bench", data / "catalogue.xml",
                           data / "standard.xml"], check=True, capture_output=True, text=True)
    times, good = {}, True
    for line in done.stdout.splitlines():
        units, reasons, whole, check = map(int, line.split())
        times[units] = whole / units
        allowed = ALLOWED[units, reasons]
        good = good and whole <= allowed
        print(f"scoring {units} units{' with reasons' if reasons else ''} ({whole / 1000:.2f} ms, of them "
              f"{check / 1000:.2f} ms checks): {whole / allowed:.2f} of what is allowed")
    growth = times[3000] / times[12]
    print(f"a unit among 3000 against among 12: {growth:.2f} (allowed {ALLOWED_GROWTH})")
    return 0 if good and growth <= ALLOWED_GROWTH else 1


if __name__ == "__main__":
    sys.exit(main())
