#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample city that runs and tests share: made once for a build, never changed; work happens on copies.

Run as a program with a build folder it makes the city if there is none and prints where it is.
"""
import fcntl
import json
import os
import pathlib
import shutil
import subprocess
import sys


def environment(build, **more):
    """The environment in which the programs of a build folder find their parts, speaking Chinese."""
    source = pathlib.Path(__file__).resolve().parent.parent
    build = pathlib.Path(build).resolve()
    return dict(os.environ, LC_ALL="zh_CN.UTF-8", LANGUAGE="zh_CN", YANSHOU_DATADIR=str(source / "data"),
                YANSHOU_LOCALEDIR=str(build / "po"), YANSHOU_PDF=str(build / "src/evidence/yanshou-pdf"),
                YANSHOU_READ=str(build / "src/exchange/yanshou-read"), GSETTINGS_SCHEMA_DIR=str(build / "data"), **more)


def run_cli(build, *argv, **options):
    """Runs the command line of a build folder; the ended process with its text."""
    return subprocess.run([str(pathlib.Path(build).resolve() / "src/cli/yanshou-cli"), *map(str, argv)],
                          env=options.pop("env", None) or environment(build), capture_output=True, text=True,
                          timeout=options.pop("timeout", 300), check=False, **options)


def ask(build, *argv):
    """What the command line answers as data; an error if it refuses."""
    ended = run_cli(build, "--json", *argv)
    if ended.returncode != 0:
        raise RuntimeError("%s: status %d\n%s%s" % (" ".join(map(str, argv)), ended.returncode, ended.stdout, ended.stderr))
    return json.loads(ended.stdout)


def sample_city(build, number=12):
    """The folder of the sample of this build with so many counties; made again when the programs are newer."""
    build = pathlib.Path(build).resolve()
    place = build / "run" / ("sample" if number == 12 else "sample-%d" % number)
    made = place.with_name(place.name + ".made")
    place.parent.mkdir(exist_ok=True)
    with open(place.with_name(place.name + ".lock"), "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        program = build / "src/cli/yanshou-cli"
        if made.exists() and made.stat().st_mtime >= program.stat().st_mtime:
            return place
        shutil.rmtree(place, ignore_errors=True)
        ended = run_cli(build, "sample", place, "--counties=%d" % number, "--seed=1")
        if ended.returncode != 0:
            raise RuntimeError("the sample city could not be made: " + ended.stdout + ended.stderr)
        made.touch()
        return place


def counties(city):
    """The workspaces of the counties, by code."""
    return sorted(path for path in pathlib.Path(city).glob("county-*") if path.is_dir())


def copy(workspace, place):
    """A copy of a workspace to work on; the folder."""
    shutil.copytree(workspace, place, symlinks=True)
    return pathlib.Path(place)


if __name__ == "__main__":
    print(sample_city(sys.argv[1]))
