#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second reading of the scoring rules: scores the XML documents of a round and prints the program's JSON.
oracle.py --catalogue=F --standard=F [--figure=computed|self|decided] FACTS.xml…"""

import argparse
import json
import sys

import check_facts
import check_standard
from facts import read_facts
from model import Refused, read_catalogue, read_standard
from sheet import document
from totals import RoundSheets
from units import FIGURES


class Scored:
    """A round read once, printable in every figure."""

    def __init__(self, catalogue_path, standard_path, fact_paths):
        catalogue, standard = read_catalogue(catalogue_path), read_standard(standard_path)
        faults = check_standard.check(catalogue, standard)
        if faults:
            raise Refused(faults)
        facts = read_facts(fact_paths, catalogue)
        faults = check_facts.check(catalogue, standard, facts)
        if faults:
            raise Refused(faults)
        self.sheets = RoundSheets(catalogue, standard, facts)

    def document(self, figure=None):
        return document(self.sheets, figure)


def refusal(refused):
    return {"ok": False, "errors": [{"code": category, "where": place}
                                    for category, place in sorted(set(refused.faults))]}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--catalogue", required=True)
    parser.add_argument("--standard", required=True)
    parser.add_argument("--figure", choices=FIGURES)
    parser.add_argument("facts", nargs="+")
    arguments = parser.parse_args()
    try:
        answer = Scored(arguments.catalogue, arguments.standard, arguments.facts).document(arguments.figure)
    except Refused as refused:
        answer = refusal(refused)
    print(json.dumps(answer, ensure_ascii=False, indent=1))
    return 0 if answer["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
