#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the program with the oracle, field by field, on random rounds: compare.py [--first=0] [--rounds=100].
The program is $YANSHOU_CLI; folders of rounds that differ are kept under --keep, with both answers."""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import generate
from invalid_facts import FAULTS
from model import Refused
from oracle import Scored, refusal
from units import FIGURES

UNIT_FIELDS = ("figure", "group", "rank", "total", "grade", "base", "bonus", "deduction")
TASK_FIELDS = ("applicable", "sum", "months", "late", "evidence_cap", "score", "computed")
KINDS = ("state", "document", "word", "metric", "records", "late")
FIGURE_CHOICES = (None,) + FIGURES


class Differences:
    def __init__(self):
        self.found = []

    def note(self, path, ours, theirs):
        self.found.append((path, ours, theirs))

    def equal(self, path, ours, theirs):
        if ours != theirs:
            self.note(path, ours, theirs)

    def fields(self, path, names, ours, theirs):
        for name in names:
            self.equal(f"{path}/{name}", ours.get(name), theirs.get(name, "(absent)"))

    def keyed(self, path, key, ours, theirs):
        """Pairs of entries with the same key, in the order of the oracle's."""
        found = {entry.get(key): entry for entry in theirs or []}
        self.equal(f"{path}/[{key}]", [entry[key] for entry in ours], [entry.get(key) for entry in theirs or []])
        return [(f"{path}[{entry[key]}]", entry, found[entry[key]]) for entry in ours if entry[key] in found]

    # --- one document ---

    def document(self, ours, theirs):
        self.fields("", ("ok", "sample"), ours, theirs)
        for path, one, other in self.keyed("units", "unit", ours.get("units", []), theirs.get("units", [])):
            self.unit(path, one, other)

    def unit(self, path, ours, theirs):
        self.fields(path, UNIT_FIELDS, ours, theirs)
        # the range belongs to ranked units; the program may leave it out for others
        if theirs.get("range") is not None or ours["rank"] is not None:
            self.fields(path + "/range", ("low", "high", "open_points"), ours["range"], theirs.get("range") or {})
        self.equal(path + "/vetoes", sorted(one["grade"] for one in ours["vetoes"]),
                   sorted(str(one.get("grade")) for one in theirs.get("vetoes", [])))
        self.waiting(path, ours, theirs)
        for where, one, other in self.keyed(path + "/parts", "id", ours["parts"], theirs.get("parts")):
            self.fields(where, ("points", "share", "score"), one, other)
            self.waiting(where, one, other)
        for where, one, other in self.keyed(path + "/tasks", "no", ours["tasks"], theirs.get("tasks")):
            self.task(where, one, other)
        for where, one, other in self.keyed(path + "/bonus_detail", "id", ours["bonus_detail"],
                                            theirs.get("bonus_detail")):
            self.fields(where, ("applies", "computed", "points"), one, other)
            self.equal(where + "/open", open_of(one)["computed"], open_of(other).get("computed"))
        self.negative(path + "/negative", ours["negative"], theirs.get("negative", {}))

    def waiting(self, path, ours, theirs):
        self.equal(path + "/waiting (number)", len(ours["waiting"]), len(theirs.get("waiting") or []))

    def task(self, path, ours, theirs):
        if ours["applicable"] is False and theirs.get("applicable") is False:
            return
        self.fields(path, TASK_FIELDS, ours, theirs)
        if theirs.get("points") not in (ours["points"], ours["_applicable_points"]):
            self.note(path + "/points", ours["points"], theirs.get("points"))
        for figure in ("self", "decided"):
            if theirs.get(figure) is not None:
                self.equal(f"{path}/{figure}", ours[figure], theirs[figure])
        self.waiting(path, ours, theirs)
        for where, one, other in self.keyed(path, "id", ours["points_detail"], theirs.get("points_detail")):
            self.point(where, one, other)

    def point(self, path, ours, theirs):
        self.fields(path, ("points", "applies"), ours, theirs)
        if ours["kind"] in KINDS:
            self.fields(path, ("kind",), ours, theirs)
        if ours["_mode"] == "out":
            return
        self.fields(path, ("computed",), ours, theirs)
        for figure in ("self", "decided"):
            # null where nobody gave a score; else what stands
            if theirs.get(figure) is not None or ours[figure] is not None:
                self.equal(f"{path}/{figure}", ours["_" + figure], theirs.get(figure))
        self.fields(path + "/open", FIGURES, ours["open"], open_of(theirs))
        self.waiting(path, ours, theirs)

    def negative(self, path, ours, theirs):
        self.equal(path + "/veto (any)", ours["veto"] is not None, theirs.get("veto") is not None)
        merged = {one.get("id") for one in theirs.get("occurrences", [])} - {one["id"] for one in ours["occurrences"]}
        others = [one for one in theirs.get("occurrences", []) if one.get("id") not in merged]
        found = {one.get("id"): one for one in others}
        for one in ours["occurrences"]:
            where = f"{path}/occurrences[{one['id']}]"
            if one["id"] not in found:
                self.note(where, "there", "(absent)")
                continue
            other = found[one["id"]]
            self.fields(where, ("state", "counted", "deduction"), one, other)
            self.equal(where + "/candidates", sorted(map(sorted_items, one["candidates"])),
                       sorted(map(sorted_items, other.get("candidates", []))))
            if "would_deduct" in one:
                self.fields(where, ("would_deduct",), one, other)
        for one in merged:
            self.equal(f"{path}/occurrences[{one}] (merged)/counted", None,
                       next(entry for entry in theirs["occurrences"] if entry["id"] == one).get("counted"))
        for where, one, other in self.keyed(path + "/thresholds", "item", ours["thresholds"],
                                            theirs.get("thresholds")):
            self.fields(where, ("open", "deduction"), one, other)
            if not one["open"]:
                self.fields(where, ("value", "met"), one, other)
        self.equal(path + "/contained", sorted(one["item"] for one in ours["contained"]),
                   sorted(one.get("item") for one in theirs.get("contained", [])))


def open_of(detail):
    return detail.get("open") or {}


def sorted_items(candidate):
    return candidate.get("item"), candidate.get("deduction")


# --- running ---

def run_program(folder, figure, facts):
    command = [os.environ["YANSHOU_CLI"], "--json", "score", f"--catalogue={folder / 'catalogue.xml'}",
               f"--standard={folder / 'standard.xml'}"]
    if figure:
        command.append(f"--figure={figure}")
    done = subprocess.run(command + facts, capture_output=True, text=True, timeout=60, check=False)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        return done.returncode, {"ok": "no JSON", "errors": [{"message": (done.stderr or done.stdout)[-500:]}]}
    return done.returncode, answer


def fact_paths(folder):
    return [str(path) for path in sorted(folder.glob("*.xml"))
            if path.name not in ("catalogue.xml", "standard.xml")]


def compare_valid(folder):
    """Differences of one round in all figures."""
    facts, differences = fact_paths(folder), Differences()
    scored = Scored(folder / "catalogue.xml", folder / "standard.xml", facts)
    for index, figure in enumerate(FIGURE_CHOICES):
        ours = scored.document(figure)
        random.Random(index).shuffle(facts)
        status, theirs = run_program(folder, figure, facts)
        (folder / f"ours-{figure}.json").write_text(json.dumps(ours, ensure_ascii=False, indent=1))
        (folder / f"theirs-{figure}.json").write_text(json.dumps(theirs, ensure_ascii=False, indent=1))
        if theirs.get("ok") is not True or status != 0:
            differences.note(f"status {status}", "scored", str(theirs.get("errors"))[:600])
            break
        before = len(differences.found)
        differences.document(ours, theirs)
        differences.found[before:] = [(f"{figure or 'default'}: {path}", one, other)
                                      for path, one, other in differences.found[before:]]
    return differences.found


def compare_invalid(folder):
    """Both must refuse; what faults each names is not compared."""
    facts = fact_paths(folder)
    try:
        Scored(folder / "catalogue.xml", folder / "standard.xml", facts)
        ours = {"ok": True}
    except Refused as refused:
        ours = refusal(refused)
    status, theirs = run_program(folder, None, facts)
    if ours["ok"] is False and theirs.get("ok") is False and status == 1:
        return []
    return [(f"status {status}", str(ours.get("errors"))[:300], str(theirs.get("errors", theirs.get("ok")))[:300])]


def report(name, found, folder, keep, limit):
    if not found:
        return 0
    kept = keep / name
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(folder, kept)
    print(f"{name}: {len(found)} differences, kept in {kept}")
    for path, ours, theirs in found[:limit]:
        print(f"  {path}: oracle {ours!r}, program {theirs!r}")
    return 1


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--show", type=int, default=6, help="differences printed of each round")
    parser.add_argument("--invalid", type=int, default=2, help="rounds for each fault of rule 13")
    parser.add_argument("--edges", action="store_true", help="also what READINGS.md says is not generated")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "oracle-differences")
    arguments = parser.parse_args()
    if "YANSHOU_CLI" not in os.environ:
        parser.error("set YANSHOU_CLI to the program")
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "round"
        for seed in range(arguments.first, arguments.first + arguments.rounds):
            shutil.rmtree(folder, ignore_errors=True)
            generate.write(generate.make(seed, arguments.edges), folder)
            failed += report(f"seed-{seed}", compare_valid(folder), folder, arguments.keep, arguments.show)
        for fault in sorted(FAULTS):
            done, seed = 0, arguments.first
            while done < arguments.invalid and seed < arguments.first + 60:
                documents = generate.make_invalid(seed, fault)
                if documents is not None:
                    shutil.rmtree(folder, ignore_errors=True)
                    generate.write(documents, folder)
                    failed += report(f"{fault}-{seed}", compare_invalid(folder), folder, arguments.keep,
                                     arguments.show)
                    done += 1
                seed += 1
            if done < arguments.invalid:
                print(f"{fault}: only {done} rounds have a place for it")
    print(f"{failed} rounds differ" if failed else "no differences")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
