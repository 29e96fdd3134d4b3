#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what makes the program at home on a desktop: entry, description, file type, settings, icons, Flatpak manifest.

Each is tried with the tool that its readers use, on the files as they are installed.
"""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

import tap

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = pathlib.Path(os.environ["YANSHOU_BUILD"])
DATA = ROOT / "data"
APP = "io.github.yanshou.Yanshou"
MIME = "application/x-yanshou-package"


def run(*argv, **options):
    return subprocess.run([str(a) for a in argv], capture_output=True, text=True, timeout=60, check=False, **options)


class Desktop(unittest.TestCase):
    def holds(self, result):
        self.assertEqual(0, result.returncode, result.stdout + result.stderr)
        return result.stdout

    def test_entry(self):
        self.assertEqual("", self.holds(run("desktop-file-validate", DATA / (APP + ".desktop"))))
        text = (DATA / (APP + ".desktop")).read_text("utf-8").splitlines()
        self.assertIn("Name[zh_CN]=验收", text)
        self.assertIn("MimeType=%s;" % MIME, text)

    def test_description(self):
        self.holds(run("appstreamcli", "validate", "--no-net", DATA / (APP + ".metainfo.xml")))

    def test_version_is_the_projects(self):
        release = ElementTree.parse(DATA / (APP + ".metainfo.xml")).find("releases/release").get("version")
        self.assertIn("version: '%s'" % release, (ROOT / "meson.build").read_text("utf-8"))

    def test_file_type(self):
        """A file manager takes a package for one, and any other zip file for what it is."""
        with tempfile.TemporaryDirectory() as folder:
            packages = pathlib.Path(folder, "mime", "packages")
            packages.mkdir(parents=True)
            (packages / (APP + ".xml")).write_bytes((DATA / (APP + ".mime.xml")).read_bytes())
            self.holds(run("update-mime-database", packages.parent))
            names = {"990101-submission-2021-0001-0a1b.yanshou.zip": MIME, "other.zip": "application/zip"}
            for name, kind in names.items():
                pathlib.Path(folder, name).write_bytes(b"PK\x03\x04")
                told = run("gio", "info", "-a", "standard::content-type", pathlib.Path(folder, name),
                           env=dict(os.environ, XDG_DATA_HOME=folder))
                self.assertIn("standard::content-type: %s\n" % kind, self.holds(told))

    def test_settings(self):
        """Every key has a default that fits, and the compiled schema stands where uninstalled runs look."""
        with tempfile.TemporaryDirectory() as folder:
            self.holds(run("glib-compile-schemas", "--strict", "--targetdir", folder, DATA))
        told = run("gsettings", "--schemadir", BUILD / "data", "list-keys", APP)
        self.assertIn("recent-workspaces", self.holds(told).split())

    def test_icons(self):
        names = ["scalable/apps/%s.svg" % APP, "symbolic/apps/%s-symbolic.svg" % APP]
        for name in names:
            root = ElementTree.parse(DATA / "icons/hicolor" / name).getroot()
            self.assertEqual(root.get("width"), root.get("height"), name)
        # GTK recolours by the class of a fill and fills up what is only stroked.
        self.assertNotIn("stroke", (DATA / "icons/hicolor" / names[1]).read_text("utf-8"))

    def test_flatpak_manifest(self):
        manifest = json.loads(self.holds(run("flatpak-builder", "--show-manifest",
                                             ROOT / "flatpak" / (APP + ".yml"))))
        self.assertEqual(APP, manifest["id"])
        self.assertEqual("yanshou", manifest["modules"][-1]["name"])
        self.assertIn("--filesystem=xdg-documents", manifest["finish-args"])
        self.assertNotIn("--share=network", manifest["finish-args"])
        for module in manifest["modules"][:-1]:
            self.assertTrue(all(len(source["sha256"]) == 64 for source in module["sources"]), module["name"])

    def test_installed_files(self):
        with tempfile.TemporaryDirectory() as folder:
            self.holds(run("/usr/bin/meson", "install", "-C", BUILD, "--no-rebuild", "--destdir", folder))
            installed = {path.name for path in pathlib.Path(folder).rglob("*") if path.is_file()}
        for name in ("yanshou", "yanshou-cli", "yanshou-pdf", "yanshou-read", "yanshou.mo", "catalogue.xml",
                     "standard.xml", "assessment.xml", APP + ".desktop", APP + ".metainfo.xml", APP + ".xml",
                     APP + ".gschema.xml", APP + ".svg", APP + "-symbolic.svg"):
            self.assertIn(name, installed)


if __name__ == "__main__":
    tap.main()
