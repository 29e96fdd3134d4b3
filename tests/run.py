#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the tests of a build folder through meson and counts what they showed, point by point.

A program that speaks TAP counts once for each of its points, any other once; the last line is "N passed, N failed".
A point that was skipped has shown nothing and counts as failed. A journey in the window that failed beside others is
tried once more alone, for a busy machine can make a driver's hand slip; what passes then is named as unsteady.
"""
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree

import sample_city

LOG = "dev-test"                    # apart from the log of a `meson test` by hand
GOOD = {"OK", "EXPECTEDFAIL"}
NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
PARTS = {"failure", "error", "skipped"}
JOURNEY_LIMIT = 40                  # seconds that one journey in the window may take
AGAIN = "dev-test-again"
AGAIN_MOST = 6                      # more journeys than these don't fail for a busy machine
PROCESSES = os.cpu_count() + 2      # a journey waits for more than half of its time
TOTAL_LIMIT = 480                   # seconds that all may take on two cores


def run_meson(build, suites):
    """Runs the suites (all but the long ones if none is named); the exit status of meson."""
    command = ["/usr/bin/meson", "test", "-C", str(build), "--no-rebuild", "--print-errorlogs", "--logbase", LOG,
               "--num-processes", str(PROCESSES)]
    for suite in suites:
        command += ["--suite", suite]
    if not suites:
        command += ["--no-suite", "bench", "--no-suite", "slow"]
    return subprocess.run(command, check=False).returncode


def failed_journeys(results):
    """Names of the journeys to try once more: none where too many failed."""
    names = [r["name"] for r in results if r["result"] not in GOOD and "journeys" in r["name"]]
    return names if len(names) <= AGAIN_MOST else []


def run_again(build, names):
    """Runs single tests one after another."""
    subprocess.run(["/usr/bin/meson", "test", "-C", str(build), "--no-rebuild", "--print-errorlogs", "--logbase", AGAIN,
                    "--num-processes", "1"] + [name.rpartition(" / ")[2] for name in names], check=False)


def steadied(results, again):
    """The results with those of a second try in the place of the first's, and the names of what passed only then."""
    second = {r["name"]: r for r in again}
    unsteady = [r["name"] for r in results if r["result"] not in GOOD
                and second.get(r["name"], r)["result"] in GOOD]
    return [second[r["name"]] if r["name"] in unsteady else r for r in results], unsteady


def make_sample(build):
    """Makes the city that many tests share before them, so that none of them pays for it; they say what fails."""
    try:
        sample_city.sample_city(build)
    except (RuntimeError, OSError, subprocess.SubprocessError) as error:
        print(error, file=sys.stderr)


def read_results(build, base=LOG):
    """What meson wrote of each test: name, result, duration."""
    with open(build / "meson-logs" / (base + ".json"), encoding="utf-8") as log:
        return [json.loads(line) for line in log if line.strip()]


def read_points(build, base=LOG):
    """Points of each TAP test by its name: (passed, names of the others). The log puts "PROJECT." before the name.

    Meson copies what the tests printed as it came; some print characters that XML knows no way to write.
    """
    points = {}
    log = (build / "meson-logs" / (base + ".junit.xml")).read_text("utf-8", "replace")
    for suite in ElementTree.fromstring(NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", log)).iter("testsuite"):
        bad = [case.get("name") for case in suite.iter("testcase") if PARTS & {part.tag for part in case}]
        points[suite.get("name").partition(".")[2]] = (len(list(suite.iter("testcase"))) - len(bad), bad)
    return points


def count(results, points):
    """Number of points that passed, and a line for each that did not."""
    passed, failed = 0, []
    for result in results:
        good, bad = points.get(result["name"], (0, []))
        failed += ["%s: %s" % (result["name"], point) for point in bad]
        passed += good
        if result["result"] in GOOD and not good and not bad:
            passed += 1
        elif result["result"] not in GOOD and not bad:
            failed.append("%s: %s" % (result["name"], result["result"].lower()))
    return passed, failed


def remarks(results, seconds):
    """What took longer than it may: said, but no failure, as the machine may be busy with other things."""
    slow = [r for r in results if "journeys" in r["name"] and r["duration"] > JOURNEY_LIMIT]
    lines = ["took %.0f s, a journey may take %d s: %s" % (r["duration"], JOURNEY_LIMIT, r["name"]) for r in slow]
    if seconds > TOTAL_LIMIT:
        lines.append("all together took %.0f s, they may take %d s" % (seconds, TOTAL_LIMIT))
    return lines


def main(build, suites):
    """@suites: names of suites, and "--in-time" where what took too long is to count as failed."""
    in_time = "--in-time" in suites
    suites = [name for name in suites if name != "--in-time"]
    began = time.monotonic()
    for name in (LOG + ".json", LOG + ".junit.xml", AGAIN + ".json", AGAIN + ".junit.xml"):
        (build / "meson-logs" / name).unlink(missing_ok=True)
    make_sample(build)
    status, unsteady = run_meson(build, suites), []
    try:
        results, points = read_results(build), read_points(build)
        again = failed_journeys(results)
        if again:
            run_again(build, again)
            results, unsteady = steadied(results, read_results(build, AGAIN))
            points.update((name, told) for name, told in read_points(build, AGAIN).items() if name in unsteady)
    except (OSError, ValueError, ElementTree.ParseError) as error:
        print("the tests could not be run: %s" % error)
        print("0 passed, 1 failed")
        return 1
    passed, failed = count(results, points)
    if status != 0 and not failed and not unsteady:
        failed.append("meson test ended with status %d" % status)
    seconds = time.monotonic() - began
    print()
    for kind, number in collections.Counter(r["result"] for r in results).items():
        print("%4d tests: %s" % (number, kind))
    for line in failed:
        print("FAILED  " + line)
    for name in unsteady:
        print("unsteady  failed beside others, passed alone: " + name)
    slow = remarks(results, seconds)
    for line in slow:
        print("slow    " + line)
    failed += slow if in_time else []
    print("in %.0f s" % seconds)
    print("%d passed, %d failed" % (passed, len(failed)))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONDONTWRITEBYTECODE", "1")
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:]))
