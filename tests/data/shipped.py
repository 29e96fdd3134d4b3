# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the repository's documents and asks xmllint about them.

Shared by the scripts of this folder; it knows nothing of the program.
"""
import pathlib
import subprocess
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
SCHEMAS = DATA / "schema"
HERE = ROOT / "tests" / "data"


def load(path):
    """The root element of the document at path."""
    return ElementTree.parse(path).getroot()


def complaints(schema, text):
    """What xmllint says about text under the schema of that name; empty where it is valid."""
    command = ["xmllint", "--noout", "--nonet", "--schema", str(SCHEMAS / (schema + ".xsd")), "-"]
    run = subprocess.run(command, input=text.encode(), capture_output=True, timeout=60, check=False)
    return "" if run.returncode == 0 else run.stderr.decode()
