#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A full or closed standard output is an error of every command that prints."""

import os
import re
import subprocess
import tempfile
import unittest

CLI = os.environ["BEARINGS_CLI"]
PACKS = os.environ["BEARINGS_PACKS"]
PACK = os.path.join(PACKS, "git-skill.bearings.json")
PAGE = ["--role", "machine-learning-engineer", "--skill", "python"]
# A way of each command to print something without changing anything.
PRINTING = {
    "answer": PAGE,
    "cite": ["skill", "python", "--role", "machine-learning-engineer"],
    "client": ["list"],
    "freshness": [],
    "history": [],
    "library": [],
    "plan": ["--role", "machine-learning-engineer"],
    "quality": ["git-skill"],
    "questions": PAGE,
    "search": ["python"],
    "show": ["skill", "python"],
    "validate": [PACK],
}


def run(arguments, **options):
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run([CLI, "--data-dir", folder, *arguments], stdin=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, text=True, check=False, **options)


def closed():
    os.close(1)


class StandardOutput(unittest.TestCase):
    def check(self, arguments):
        whole = run(arguments, stdout=subprocess.PIPE)
        if not whole.stdout:
            return False
        with self.subTest(arguments=arguments, output="full"), open("/dev/full", "w") as full:
            ran = run(arguments, stdout=full)
            self.assertNotEqual(ran.returncode, 0)
            self.assertIn("not all could be written to standard output", ran.stderr)
        with self.subTest(arguments=arguments, output="closed"):
            ran = run(arguments, preexec_fn=closed)
            self.assertNotEqual(ran.returncode, 0)
            self.assertIn("not all could be written to standard output", ran.stderr)
        return True

    def test_help_and_version(self):
        self.assertTrue(self.check(["--help"]))
        self.assertTrue(self.check(["--version"]))

    def test_every_command_has_its_help(self):
        text = subprocess.run([CLI, "--help"], stdout=subprocess.PIPE, text=True, check=True).stdout
        commands = set(re.findall(r"^  ([a-z][a-z-]+)\b", text, re.MULTILINE)) - {"bearings-cli"}
        self.assertGreater(len(commands), 20)
        printed = [command for command in sorted(commands) if self.check([command, "--help"])]
        self.assertGreater(len(printed), 20)

    def test_commands_that_print(self):
        for command, arguments in PRINTING.items():
            self.check([command, *arguments])
        for command in ("answer", "search", "validate"):
            self.assertTrue(self.check(["--json", command, *PRINTING[command]]), command)


if __name__ == "__main__":
    unittest.main()
