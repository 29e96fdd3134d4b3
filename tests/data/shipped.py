# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the repository's documents and asks xmllint about them.

Shared by the scripts of this folder; it knows nothing of the program.
"""
import pathlib
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
SCHEMAS = DATA / "schema"
HERE = ROOT / "tests" / "data"


def shown_blocks():
    """The XML that docs/formats.md shows, block by block."""
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    return re.findall("```xml\n(.*?)```", text, re.DOTALL)


def load(path):
    """The root element of the document at path."""
    return ElementTree.parse(path).getroot()


def complaints(schema, text):
    """What xmllint, streaming as the program does, says about text under a schema; empty where it is valid."""
    with tempfile.NamedTemporaryFile(suffix=".xml") as file:
        file.write(text.encode())
        file.flush()
        command = ["xmllint", "--noout", "--nonet", "--stream", "--schema", str(SCHEMAS / (schema + ".xsd")), file.name]
        run = subprocess.run(command, capture_output=True, timeout=60, check=False)
    return "" if run.returncode == 0 else run.stderr.decode()
