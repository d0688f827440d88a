#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What bearings-cli says of a pack with duplicates, blanks and unbacked figures: file, line or
path, what was found, what to do; and packs and searches that mean harm."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

CLI = os.environ["BEARINGS_CLI"]
HEADER = {"bearings_pack": 1, "id": "own", "title": "Our claims", "version": "1.0",
          "published": "2026-11-23", "publisher": "A centre", "licence": "CC0"}


def source(name, **more):
    return {"type": "source", "id": name, "csl_type": "report", "title": f"Title of {name}", **more}


def claim(name, statement, value=42):
    return {"type": "claim", "id": name, "statement": statement, "channel": "use-at-work",
            "design": "survey", "source": "own-src",
            "finding": {"metric": "share who use it", "value": value, "unit": "percent",
                        "interval": "not-stated", "referent": "people asked"}}


class Findings(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def cli(self, *arguments, expect=0):
        command = [CLI, "--data-dir", str(self.folder / "data"), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        allowed = expect if isinstance(expect, tuple) else (expect,)
        self.assertIn(done.returncode, allowed, f"{command}\n{done.stdout}\n{done.stderr}")
        return done.stdout + done.stderr

    def pack(self, records, name="own.bearings.jsonl"):
        path = self.folder / name
        if name.endswith("l"):
            text = "".join(json.dumps(r) + "\n" for r in [HEADER, *records])
        else:
            text = json.dumps({**HEADER, "records": records})
        path.write_text(text, encoding="utf-8")
        return path

    def planted(self):
        paper = {"title": "Skills and pay", "authors": ["A. Writer"]}
        return [source("own-src"),
                source("article", **{**paper, "csl_type": "article-journal"}, issued="2022",
                       doi="10.1000/x"),
                source("preprint", **{**paper, "csl_type": "article"}, issued="2021",
                       doi="10.1000/y"),
                source("copy", doi="10.1000/X"),
                claim("backed", "Of those asked, 42 % use it."),
                claim("unbacked", "Of those asked, 61 % use it."),
                claim("blank", "The share rose above ."),
                claim("gap", "The share rose by  points.")]

    def test_lines(self):
        said = self.cli("validate", "--alone", self.pack(self.planted()))
        for line, code in ((4, "duplicate-source"), (5, "duplicate-source"), (7, "unbacked-figure"),
                           (8, "blank-number"), (9, "blank-number")):
            found = [text for text in said.splitlines()
                     if f"own.bearings.jsonl:{line}: " in text and f"[{code}]" in text]
            self.assertEqual(len(found), 1, f"{code} in line {line}:\n{said}")
            self.assertIn(";", found[0])  # what was found; what to do
        self.assertEqual(said.count("["), 5, said)

    def test_two_files(self):
        first = self.pack([source("article", doi="10.1000/x")])
        second = self.pack([source("copy", doi="10.1000/x")], "two.bearings.jsonl")
        second.write_text(second.read_text().replace('"own"', '"two"'), encoding="utf-8")
        said = self.cli("validate", "--alone", first, second)
        self.assertRegex(said, r"two\.bearings\.jsonl:2: .*line 2 of “.*own\.bearings\.jsonl”")

    def test_paths(self):
        said = self.cli("validate", "--alone", self.pack(self.planted(), "own.bearings.json"))
        self.assertIn("$.records[5].statement: ", said)
        self.assertIn("$.records[6].statement: ", said)

    def test_a_study_joins_versions(self):
        records = self.planted()[:3]
        self.assertIn("duplicate-source", self.cli("validate", "--alone", self.pack(records)))
        records.append({"type": "study", "id": "both", "title": "One study",
                        "sources": ["article", "preprint"], "design": "survey"})
        self.assertNotIn("duplicate", self.cli("validate", "--alone", self.pack(records)))

    def test_no_records(self):
        for name in ("own.bearings.jsonl", "own.bearings.json"):
            self.assertIn("no-records", self.cli("import", self.pack([], name), expect=1))

    def test_words_of_searches(self):
        for words in ("\"", "*", "python*", "a AND", "NEAR(", "title:python", "col : x", "^python",
                      "{a b} : c", "'; DROP TABLE claim;--", "(((((", "-python", "+", "%s%n",
                      "\x01", "\u202e", "x" * 100000):
            said = self.cli("search", "--", words, expect=(0, 3))  # 3: nothing found
            self.assertNotIn("SQL", said)


if __name__ == "__main__":
    unittest.main()
