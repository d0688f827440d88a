#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions and answers in the terminal: each opens a record, and wrong uses are refused."""

import json
import os
import subprocess
import tempfile
import unittest

CLI = os.environ["BEARINGS_CLI"]


class Questions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def cli(self, *arguments, expect=0):
        done = subprocess.run([CLI, "--data-dir", self.folder.name, *arguments],
                              capture_output=True, timeout=120)
        self.assertEqual(done.returncode, expect, done.stderr.decode())
        return done.stdout.decode()

    def test_page(self):
        asked = json.loads(self.cli("--json", "questions", "--role", "machine-learning-engineer",
                                    "--skill", "python"))
        self.assertEqual(asked[0]["kind"], "channel")
        self.assertIn("424 of 571", asked[0]["answer"])
        for one in asked:
            kind = "register" if one["type"] == "register-entry" else one["type"]
            if one["kind"] == "popular":
                self.assertEqual(kind, "register")
            shown = json.loads(self.cli("--json", "show", kind, one["record"]))
            self.assertEqual(shown["id"], one["record"])
        self.assertEqual(len({one["question"] for one in asked}), len(asked))
        self.assertEqual(len({one["answer"] for one in asked}), len(asked))

    def test_claim(self):
        asked = json.loads(self.cli("--json", "questions", "noy-zhang-time"))
        self.assertEqual({one["record"] for one in asked}, {"noy-zhang-time"})
        claim = json.loads(self.cli("--json", "show", "claim", "noy-zhang-time"))
        answers = {one["kind"]: one["answer"] for one in asked}
        self.assertEqual(answers["finding"], claim["statement"])
        self.assertIn(claim["implication"], answers["meaning"])
        self.assertIn("[claim noy-zhang-time]", self.cli("questions", "noy-zhang-time"))

    def test_refused(self):
        self.cli("questions", expect=2)
        self.cli("questions", "noy-zhang-time", "--skill", "python", expect=2)
        self.cli("questions", "--skill", "python", expect=2)
        self.cli("questions", "no-such-claim", expect=3)


if __name__ == "__main__":
    unittest.main()
