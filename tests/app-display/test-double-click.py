#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pack has a type of its own, and the desktop opens it with Bearings: MIME_FILE DESKTOP_FILE."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

TYPE = "application/vnd.bearings.pack+json"
MIME_FILE, DESKTOP_FILE = map(pathlib.Path, sys.argv[1:3])


class DoubleClick(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = pathlib.Path(folder.name)
        for name in ("mime/packages", "applications", "home"):
            (self.data / name).mkdir(parents=True)
        shutil.copy(MIME_FILE, self.data / "mime/packages/io.github.bearings.Bearings.xml")
        shutil.copy(DESKTOP_FILE, self.data / "applications")
        # An Exec line counts only when there is such a program.
        program = self.data / "bearings"
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
        self.environment = {
            **os.environ, "HOME": str(self.data / "home"), "XDG_DATA_HOME": str(self.data), "GIO_USE_VFS": "local",
            "XDG_CONFIG_HOME": str(self.data / "home"), "XDG_DATA_DIRS": "/usr/share",
            "PATH": f"{self.data}:{os.environ['PATH']}",
        }
        self.run_tool("update-mime-database", self.data / "mime")
        self.run_tool("update-desktop-database", self.data / "applications")

    def run_tool(self, *command):
        return subprocess.run([str(word) for word in command], env=self.environment, check=True, text=True,
                              stdout=subprocess.PIPE, timeout=120).stdout

    def type_of(self, name):
        path = self.data / name
        path.write_text('{"bearings_pack":1}\n')
        said = self.run_tool("gio", "info", "-a", "standard::content-type", path)
        return said.split("content-type:")[1].split()[0]

    def test_type(self):
        self.assertEqual(self.type_of("evidence.bearings.json"), TYPE)
        self.assertEqual(self.type_of("occupations.bearings.jsonl"), TYPE)
        self.assertEqual(self.type_of("other.json"), "application/json")

    def test_opens_with_bearings(self):
        self.assertIn("io.github.bearings.Bearings.desktop", self.run_tool("gio", "mime", TYPE))
        # The file is handed over, and in a sandbox through its portal.
        self.assertRegex(DESKTOP_FILE.read_text(), r"(?m)^Exec=bearings %U$")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
