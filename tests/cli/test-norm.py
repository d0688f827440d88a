#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The centre's own sample by bearings-cli: list, merge, export, remove."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest
import uuid

CLI = os.environ["BEARINGS_CLI"]
REFUSED, USAGE, NOT_FOUND = 1, 2, 3


def record(month="2026-11", version="1.0.0"):
    return {"id": str(uuid.uuid4()), "instrument": "python-skill", "instrument_version": version,
            "month": month, "answers": [{"item": "a", "response": "option:b", "score": 1}],
            "scores": [{"scale": "", "theta": 0.25, "se": 0.5}]}


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_cli(self, *arguments, expect=0):
        command = [CLI, "--data-dir", str(self.folder / "data"), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, expect, f"{command}\n{done.stdout}\n{done.stderr}")
        return done

    def sample(self, name, records):
        path = self.folder / name
        path.write_text(json.dumps({"bearings_sample": 1, "records": records}))
        return path


class Norm(Case):
    def test_merge_twice_export_and_remove(self):
        shared = record()
        north = self.sample("north.json", [shared, record("2026-09"), record(version="2.0.0")])
        south = self.sample("south.json", [shared, record()])
        self.run_cli("norm", "list", expect=NOT_FOUND)
        self.assertIn("added: 3; here already: 0", self.run_cli("norm", "merge", north).stdout)
        self.assertIn("added: 0; here already: 3", self.run_cli("norm", "merge", north).stdout)
        self.assertIn("added: 1; here already: 1", self.run_cli("norm", "merge", south).stdout)
        said = self.run_cli("norm", "list").stdout
        # Versions and files stand apart; what is missing is of the version, over all files.
        self.assertIn("python-skill 1.0.0  n = 2  2026-09 – 2026-11  north.json\n   47 more", said)
        self.assertIn("python-skill 2.0.0  n = 1  2026-11 – 2026-11  north.json\n   49 more", said)
        out = self.folder / "out.json"
        self.run_cli("norm", "export", out)
        records = json.loads(out.read_text())["records"]
        self.assertEqual(len(records), 4)
        self.assertIn(shared, records)
        self.assertIn("removed: 3", self.run_cli("norm", "remove", "north.json").stdout)
        self.assertNotIn("north", self.run_cli("norm", "list").stdout)
        self.run_cli("norm", "remove", "north.json", expect=NOT_FOUND)

    def test_refused(self):
        bad = self.sample("bad.json", [record(), {**record(), "month": "2026-11-23"}])
        done = self.run_cli("norm", "merge", bad, expect=REFUSED)
        self.assertIn("Record 2", done.stderr)
        self.assertIn("month", done.stderr)
        self.run_cli("norm", "list", expect=NOT_FOUND)
        for arguments in [(), ("merge",), ("list", "x"), ("other", "x")]:
            self.run_cli("norm", *arguments, expect=USAGE)


class Groups(Case):
    """A result beside the centre's sample."""

    def assess(self):
        pack = json.loads(pathlib.Path(os.environ["BEARINGS_INSTRUMENT_PACK"]).read_text())
        self.version = next(record["version"] for record in pack["records"]
                            if record["type"] == "instrument")
        lines = []
        for number, item in enumerate(record for record in pack["records"]
                                      if record.get("kind") == "keyed"):
            if item.get("answer", "single") == "single" and not item.get("practice"):
                right = next(o["id"] for o in item["options"] if o.get("key"))
                wrong = next(o["id"] for o in item["options"] if not o.get("key"))
                lines.append(f"{item['id']} option:{right if number % 2 else wrong}")
        answers = self.folder / "answers.txt"
        answers.write_text("\n".join(lines) + "\n")
        done = self.run_cli("assess", "-i", "python-skill", "--answers", answers, "--keep")
        return done.stderr.strip()

    def group(self, session):
        result = json.loads(self.run_cli("--json", "score", session).stdout)
        self.assertEqual(len(result["groups"]), 1)
        return result["groups"][0]

    def text(self, session):
        return " ".join(self.run_cli("score", session).stdout.split())

    def merge(self, name, n):
        records = [record(version=self.version) for _ in range(n)]
        for number, one in enumerate(records):
            one["scores"][0]["theta"] = -2 + 4 * number / n
            one["scores"][0]["se"] = 0.3
        self.run_cli("norm", "merge", self.sample(name, records))

    def test_groups_of_a_result(self):
        session = self.assess()
        result = json.loads(self.run_cli("--json", "score", session).stdout)
        self.assertEqual(result["groups"], [])
        self.assertNotIn("this centre’s sample", self.text(session))
        self.merge("few.json", 5)
        few = self.group(session)
        self.assertEqual(few["display"], "level-only")
        self.assertNotIn("n", few)  # so few could be known by it
        self.assertIn("(very few)", self.text(session))
        self.merge("some.json", 60)
        some = self.group(session)
        self.assertEqual((some["display"], some["n"]), ("words", 65))
        chances = some["above_quartile"]
        self.assertEqual(chances, sorted(chances, reverse=True))
        self.assertIn("Above the middle:", self.text(session))
        self.merge("many.json", 200)
        many = self.group(session)
        self.assertEqual((many["display"], many["n"]), ("percentile", 265))
        self.assertTrue(0 <= many["low"] < many["percentile"] < many["high"] <= 100)
        self.assertEqual(many["collected"], "2026-11/2026-11")


if __name__ == "__main__":
    unittest.main()
