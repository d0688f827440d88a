#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file of answers as a part of the centre's sample, by bearings-cli."""

import csv
import json
import os
import pathlib
import random
import subprocess
import tempfile
import unittest

CLI = os.environ["BEARINGS_CLI"]
PACK = json.loads(pathlib.Path(os.environ["BEARINGS_INSTRUMENT_PACK"]).read_text())
VERSION = next(r["version"] for r in PACK["records"] if r["type"] == "instrument")
ITEMS = [r for r in PACK["records"] if r["type"] == "item" and not r.get("practice")]
SINGLE = [r for r in ITEMS if r["kind"] == "keyed" and r.get("answer", "single") == "single"]
SELF = [r for r in ITEMS if r["kind"] == "self-report"]
REFUSED, USAGE, NOT_FOUND = 1, 2, 3


class Import(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_cli(self, *arguments, expect=0):
        command = [CLI, "--data-dir", str(self.folder / "data"), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, expect, f"{command}\n{done.stdout}\n{done.stderr}")
        return done

    def write(self, name, rows, heading=("person", "item", "response")):
        path = self.folder / name
        with path.open("w", newline="") as out:
            csv.writer(out).writerows([heading, *rows])
        return path

    def read(self, path, *options, expect=0):
        return self.run_cli("norm", "import", path, "--instrument", "python-skill", *options,
                            expect=expect)

    def records(self):
        out = self.folder / "out.json"
        self.run_cli("norm", "export", out)
        return json.loads(out.read_text())["records"]

    def rows(self, n, seed=1):
        rng = random.Random(seed)
        for person in range(n):
            for item in SINGLE[:20]:
                yield f"Mustermann-{person}", item["id"], rng.randrange(2)

    def test_twice_renamed_and_removed(self):
        path = self.write("class.csv", self.rows(60))
        self.assertIn("added: 60; here already: 0", self.read(path, "--month", "2026-03").stdout)
        self.assertIn("added: 0; here already: 60", self.read(path, "--month", "2026-03").stdout)
        path.rename(self.folder / "again.csv")
        self.assertIn("added: 0; here already: 60",
                      self.read(self.folder / "again.csv", "--month", "2026-03").stdout)
        said = self.run_cli("norm", "list").stdout
        self.assertIn(f"python-skill {VERSION}  n = 60  2026-03 – 2026-03  class.csv", said)
        for file in (self.folder / "data").iterdir():
            self.assertNotIn(b"Mustermann", file.read_bytes(), file)
        self.assertIn("removed: 60", self.run_cli("norm", "remove", "class.csv").stdout)
        self.run_cli("norm", "list", expect=NOT_FOUND)

    def test_people_alike_count_each(self):
        path = self.write("alike.csv", [(p, SINGLE[0]["id"], 1) for p in "abc"])
        self.assertIn("added: 3; here already: 0", self.read(path).stdout)
        self.assertIn("added: 0; here already: 3", self.read(path).stdout)
        self.assertEqual(len({r["id"] for r in self.records()}), 3)

    def test_every_form_of_an_answer(self):
        one, two = SINGLE[:2]
        right = next(o["id"] for o in one["options"] if o.get("key"))
        wrong = next(o["id"] for o in two["options"] if not o.get("key"))
        path = self.write("forms.csv", [
            ("a", one["id"].split("/")[1], right.upper(), 12.5, "2026-02-28"),
            ("a", two["id"], wrong, "", "2026-01"),
            ("a", SELF[0]["id"], 3, "", ""),
            ("a", SELF[1]["id"], 2, "NA", ""),
            ("a", SINGLE[2]["id"], "NA", "", ""),
            ("a", "of-another-test", 1, "", ""),
        ], ("person", "item", "response", "time", "date"))
        self.assertIn("“of-another-test” is no item", self.read(path).stdout)
        [record] = self.records()
        self.assertEqual(record["month"], "2026-02")
        self.assertEqual({a["item"]: a["score"] for a in record["answers"]},
                         {one["id"]: 1, two["id"]: 0, SELF[0]["id"]: 3, SELF[1]["id"]: 2})
        whole = next(s for s in record["scores"] if s["scale"] == "")
        self.assertEqual(whole["self_mean"], 2.5)

    def test_scored_as_score_does(self):
        path = self.write("scored.csv", self.rows(25, seed=3))
        self.read(path)
        scored = json.loads(self.run_cli("--json", "score", "--instrument", "python-skill",
                                         "--estimator", "eap", path).stdout)
        expected = sorted(round(p["theta"], 6) for p in scored["persons"])
        found = sorted(round(next(s["theta"] for s in r["scores"] if s["scale"] == ""), 6)
                       for r in self.records())
        self.assertEqual(found, expected)

    def test_wrong_lines_add_nothing(self):
        good = list(self.rows(3))
        for row, words in (
                (("x", SINGLE[0]["id"], 2), "“2” is no answer"),
                (("x", SINGLE[0]["id"], "zebra"), "“zebra” is no answer"),
                (("Mustermann-0", SINGLE[0]["id"], 1), "already"),
                (("x", SELF[0]["id"], 99), "“99” is no answer")):
            path = self.write("wrong.csv", [*good, row])
            said = self.read(path, expect=REFUSED).stderr
            self.assertIn(f"wrong.csv:{len(good) + 2}:", said)
            self.assertIn(words, said)
        for date in ("yesterday", "2026-13-01", "2026-02-30", "26-02-03"):
            path = self.write("wrong.csv", [("x", SINGLE[0]["id"], 1, date)],
                              ("person", "item", "response", "date"))
            self.assertIn(f"wrong.csv:2: “{date}” is no date", self.read(path, expect=REFUSED).stderr)
        path = self.write("wrong.csv", [("x", "other", 1)])
        self.assertIn("no item of the file", self.read(path, expect=REFUSED).stderr)
        self.run_cli("norm", "list", expect=NOT_FOUND)

    def test_usage(self):
        path = self.write("a.csv", self.rows(1))
        self.run_cli("norm", "import", path, expect=USAGE)
        self.read(path, "--month", "March", expect=USAGE)
        self.run_cli("norm", "import", path, "--instrument", "none", expect=NOT_FOUND)

    def test_is_a_reference_and_carries_a_recalibration(self):
        rng = random.Random(2)
        rows = []
        for person in range(80):
            level = rng.gauss(0, 1)
            rows += [(person, item["id"], int(rng.gauss(0, 1) < level)) for item in SINGLE[:20]]
        self.read(self.write("class.csv", rows))
        found = json.loads(self.run_cli("--json", "recalibrate", "python-skill").stdout)
        self.assertEqual(found["n_persons"], 80)
        quality = json.loads(self.run_cli("--json", "quality", "python-skill").stdout)
        self.assertEqual(quality["n"], 80)

    def test_noise_carries_no_recalibration(self):
        self.read(self.write("noise.csv", self.rows(80)))
        self.assertIn("not more often right on the others",
                      self.run_cli("recalibrate", "python-skill", expect=REFUSED).stderr)


unittest.main()
