#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small dossier that tests share: a city of two counties, each with one task, settled and handed in. Made once for a build.

The shipped round: 61 above 6103 above 610302 and 610303; task 7 has P7.1 6, P7.2 2 and P7.3 3 points.
"""
import fcntl
import pathlib
import re
import shutil

import sample_city

PROVINCE, CITY, COUNTIES = "61", "6103", ("610302", "610303")
REVIEWER = "何志远"


def small_round(place):
    """The shipped round without all but two counties, as a file in @place."""
    source = pathlib.Path(__file__).resolve().parent.parent / "data/assessment.xml"
    text = source.read_text(encoding="utf-8")
    for unit in set(re.findall(r'unit id="(6103[0-9]{2})"', text)) - set(COUNTIES):
        text = re.sub(r'    <unit id="%s"[^>]*(/>|>.*?</unit>)\n' % unit, "", text, flags=re.S)
    file = place / "assessment.xml"
    file.write_text(text, encoding="utf-8")
    return file


def hand_in(build, place, city, unit, evidence):
    """A county fills in task 7 with evidence and hands in; the city settles it."""
    county, plan, package = place / unit, place / (unit + "-plan.yanshou.zip"), place / (unit + ".yanshou.zip")
    for argv in (["package", "export", city, "--kind=plan", "--to=" + unit, plan],
                 ["init", county, "--office=county", "--plan=%s" % plan, "--person=王秀英"],
                 ["item", "set", county, "7", "state=done", "completed=2020-11-30", "metric.M007=388/400",
                  "metric.M007.source=县区年度调查"],
                 ["evidence", "add", county, evidence, "--point=P7.1", "--pages=1", "--title=满意率调查报告"],
                 ["approve", county], ["submit", county],
                 ["package", "export", county, "--kind=submission", "--to=" + CITY, package],
                 ["package", "import", city, package],
                 ["decide", city, unit, "--reason=按测算"]):
        sample_city.ask(build, *argv)


def make(build, place, evidence):
    city, folder = place / "city", place / "out"
    sample_city.ask(build, "init", city, "--office=city", "--unit=" + CITY, "--person=李建国",
                    "--assessment=%s" % small_round(place))
    for unit in COUNTIES:
        hand_in(build, place, city, unit, evidence)
    sample_city.ask(build, "dossier", "make", city)
    folder.mkdir()
    sample_city.ask(build, "dossier", "export", city, folder)


def sample_dossier(build, evidence):
    """The folder of the dossier of this build, whose counties cite the PDF @evidence; made again when the programs are newer."""
    build = pathlib.Path(build).resolve()
    place, made = build / "run" / "dossier", build / "run" / "dossier.made"
    place.parent.mkdir(exist_ok=True)
    with open(place.parent / "dossier.lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists() or made.stat().st_mtime < (build / "src/cli/yanshou-cli").stat().st_mtime:
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            make(build, place, evidence)
            made.touch()
        return next((place / "out").iterdir())


def copy(dossier, place):
    """A copy of the dossier to work on."""
    return pathlib.Path(shutil.copytree(dossier, place / dossier.name))
