#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan is taken home as text, a web page or a PDF, with its sources and how to learn."""

import os
import pathlib
import subprocess
import tempfile
import unittest

CLI = os.environ["BEARINGS_CLI"]
LEARNING = ("Spacing out self-testing", "Practice tests help later performance")


class PlanReport(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name)

    def cli(self, *arguments, expect=0):
        done = subprocess.run([CLI, "--data-dir", str(self.path / "data"), *map(str, arguments)],
                              capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, expect, f"{arguments}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def save(self, name, *more, expect=0):
        path = self.path / name
        out = self.cli("plan", "--role", "machine-learning-engineer", "--output", path, *more,
                       expect=expect)
        self.assertEqual(out, "")
        return path

    def test_forms(self):
        text = " ".join(self.save("plan.txt").read_text().split())
        page = self.save("plan.html").read_text()
        for words in LEARNING + ("Where the shares are from", "How to learn it", "Python"):
            self.assertIn(words, text)
            self.assertIn(words, page)
        self.assertTrue(page.lstrip().lower().startswith("<!doctype html"))
        pdf = self.save("plan.pdf").read_bytes()
        self.assertTrue(pdf.startswith(b"%PDF-"))
        self.assertIn(b"%%EOF", pdf[-32:])

    def test_every_claim_about_learning_has_its_source(self):
        page = self.save("plan.html").read_text()
        part = page[page.index("How to learn it"):page.index("What weighs")]
        self.assertEqual(part.count("<li"), part.count('href="#'))
        self.assertGreaterEqual(part.count("<li"), 2)

    def test_the_order_saved_is_the_one_weighed(self):
        plain = self.save("plain.txt").read_text()
        wished = self.save("wished.txt", "--weight", "postings=0", "--weight", "use=0", "--wish",
                           "sql=4").read_text()
        self.assertNotEqual(plain, wished)

    def test_a_folder_that_is_not_there(self):
        path = self.path / "none" / "plan.pdf"
        done = subprocess.run([CLI, "--data-dir", str(self.path / "data"), "plan", "--role",
                               "machine-learning-engineer", "--output", str(path)],
                              capture_output=True, text=True, timeout=120)
        self.assertNotEqual(done.returncode, 0)
        self.assertTrue(done.stderr)


if __name__ == "__main__":
    unittest.main()
