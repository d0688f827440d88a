#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is due goes out as a list, and its answers come back through preview, import and undo."""

import csv
import io
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

CLI = os.environ["BEARINGS_CLI"]


class Freshness(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name)

    def cli(self, *arguments, expect=0):
        done = subprocess.run([CLI, "--data-dir", str(self.path / "data"), *map(str, arguments)],
                              capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, expect, f"{arguments}\n{done.stdout}\n{done.stderr}")
        return done.stdout + done.stderr

    def rows(self, *more):
        return json.loads(self.cli("--json", "freshness", *more))

    def answers(self, change):
        table = list(csv.DictReader(io.StringIO(self.cli("freshness", "--csv"))))
        change(table)
        path = self.path / "answers.csv"
        with path.open("w", newline="") as file:
            out = csv.DictWriter(file, table[0].keys())
            out.writeheader()
            out.writerows(table)
        return path

    def convert(self, path, expect=0):
        return self.cli("convert", "checks", "--file", path, "--pack-id", "checks-1", "--title",
                        "Checks", "--publisher", "A centre", "--licence", "CC0-1.0", "--output",
                        self.path / "checks.bearings.json", expect=expect)

    def test_missing_checks_are_said(self):
        self.assertTrue(all("checked" in row for row in self.rows("--all")))
        pack = self.path / "unchecked.bearings.json"
        pack.write_text(json.dumps({
            "bearings_pack": 1, "id": "unchecked", "title": "Unchecked", "version": "1.0.0",
            "published": "2026-11-01", "publisher": "A centre", "licence": "CC0-1.0",
            "records": [
                {"type": "source", "id": "src-unchecked", "csl_type": "report", "title": "A report",
                 "issued": "2024"},
                {"type": "claim", "id": "unchecked", "statement": "Half of them said so.",
                 "channel": "demand", "design": "survey", "source": "src-unchecked",
                 "hedge": "stated", "direction": "none",
                 "finding": {"metric": "share", "missing": "qualitative",
                             "missing_note": "Half.", "referent": "those who were asked"}}]}))
        self.cli("import", pack)
        unchecked = [row for row in self.rows("--all") if "checked" not in row]
        self.assertEqual([row["claim"] for row in unchecked], ["unchecked"])
        self.assertTrue(all("unchecked" in row["due"] for row in unchecked))
        self.assertIn("No check on record", self.cli("freshness"))
        self.assertIn(str(len(unchecked)), self.cli("freshness", "--counts"))

    def test_order_and_filter(self):
        order = ["withdrawn", "replaced", "unchecked", "check-due", "no-state", "old-data"]
        first = [order.index(row["due"][0]) for row in self.rows()]
        self.assertEqual(first, sorted(first))
        old = self.rows("--reason", "old-data")
        self.assertTrue(old)
        self.assertTrue(all("old-data" in row["due"] for row in old))
        self.cli("freshness", "--reason", "boredom", expect=2)

    def test_answers(self):
        before = {row["claim"]: row for row in self.rows("--all")}

        def fill(table):
            table[0].update(checked="2026-01-02", state="retracted", state_date="2025-12",
                            state_note="Made up for the test.")
            other = next(row for row in table if row["source"] != table[0]["source"])
            other.update(checked="2026-01-03")
            self.first, self.second = table[0]["claim"], other["claim"]

        said = self.convert(self.answers(fill))
        self.assertIn("2 answers", said)
        pack = self.path / "checks.bearings.json"
        self.cli("validate", pack)
        preview = self.cli("import", "--preview", pack)
        self.assertIn("2026-01-02", preview)
        self.assertEqual({row["claim"]: row for row in self.rows("--all")}, before)
        self.cli("import", pack)
        after = {row["claim"]: row for row in self.rows("--all")}
        self.assertEqual(set(after), set(before))
        self.assertEqual((after[self.first]["checked"], after[self.first]["state"]),
                         ("2026-01-02", "retracted"))
        self.assertEqual(self.rows()[0]["due"][0], "withdrawn")
        self.assertEqual(after[self.second]["checked"], "2026-01-03")
        self.assertEqual(after[self.second].get("state"), before[self.second].get("state"))
        changed = {key for key in after if after[key] != before[key]}
        source = after[self.first]["source"]
        self.assertEqual(changed - {key for key in after if after[key]["source"] == source},
                         {self.second})
        self.cli("undo")
        self.assertEqual({row["claim"]: row for row in self.rows("--all")}, before)

    def test_wrong_answers(self):
        def line(**cells):
            return lambda table: table[0].update(cells)

        for change, said in (
            (line(), "no row has a day"),
            (line(checked="lately"), "answers.csv:2: checked: “lately” is no day"),
            (line(checked="2026-02-30"), "is no day"),
            (line(checked="2999-01-01"), "is in the future"),
            (line(state="retracted"), "the day of the check is missing"),
            (line(checked="2026-01-01", state="gone"), "answers.csv:2: state: “gone” is none of"),
            (line(checked="2026-01-01", claim="no-such"), "there is no claim “no-such”"),
            (line(checked="2026-01-01", source="other"), "rests on another source"),
            (line(checked="2026-01-01", state_note="x"), "a date or a note of the state, but none"),
        ):
            self.assertIn(said, self.convert(self.answers(change), expect=4))
            self.assertFalse((self.path / "checks.bearings.json").exists())


if __name__ == "__main__":
    unittest.main()
