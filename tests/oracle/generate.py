#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the XML documents of one random round into a folder: generate.py SEED FOLDER [--invalid=FAULT].
The same seed gives the same round; with --invalid one fault of rule 13 is put into it."""

import argparse
import random
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from generate_facts import FactsMaker
from generate_plan import Plan
from invalid_facts import FAULTS


def make(seed, edges=False):
    """All documents of one round by file name."""
    plan = Plan(random.Random(seed), edges)
    documents = {"catalogue.xml": plan.catalogue, "standard.xml": plan.standard}
    facts = FactsMaker(plan).documents
    for root in facts.values():
        shuffle_runs(root, plan.random)
    documents.update(facts)
    return documents


def shuffle_runs(root, chooser):
    """Neighbours of one name change places: the order of facts changes nothing."""
    for parent in [root] + root.findall("unit"):
        children, run = [], []
        for child in list(parent) + [None]:
            if run and (child is None or child.tag != run[0].tag):
                chooser.shuffle(run)
                children += run
                run = []
            if child is not None:
                run.append(child)
        parent[:] = children


def write(documents, folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("*.xml"):
        stale.unlink()
    for name, root in documents.items():
        ElementTree.indent(root)
        ElementTree.ElementTree(root).write(folder / name, encoding="UTF-8", xml_declaration=True)


def make_invalid(seed, fault):
    """The documents with one fault, or None where this round has no place for it."""
    documents = make(seed)
    done = FAULTS[fault](documents, random.Random(seed))
    return documents if done else None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("folder")
    parser.add_argument("--invalid", choices=sorted(FAULTS))
    parser.add_argument("--edges", action="store_true", help="also what READINGS.md says is not generated")
    arguments = parser.parse_args()
    if arguments.invalid:
        documents = make_invalid(arguments.seed, arguments.invalid)
    else:
        documents = make(arguments.seed, arguments.edges)
    if documents is None:
        parser.error("this seed has no place for that fault")
    write(documents, arguments.folder)


if __name__ == "__main__":
    main()
