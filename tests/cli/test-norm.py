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


class Norm(unittest.TestCase):
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


if __name__ == "__main__":
    unittest.main()
