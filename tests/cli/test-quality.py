#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The quality of an instrument by bearings-cli: without data, with data, small cells, groups."""

import contextlib
import json
import os
import pathlib
import random
import sqlite3
import statistics
import subprocess
import tempfile
import unittest
import uuid

CLI = os.environ["BEARINGS_CLI"]
PACK = json.loads(pathlib.Path(os.environ["BEARINGS_INSTRUMENT_PACK"]).read_text())
VERSION = next(r["version"] for r in PACK["records"] if r["type"] == "instrument")
SELF = [r["id"] for r in PACK["records"] if r["type"] == "item" and r["kind"] == "self-report"]
KEYED = [r["id"] for r in PACK["records"]
         if r["type"] == "item" and r["kind"] == "keyed" and not r.get("practice")]
REFUSED, USAGE, NOT_FOUND = 1, 2, 3


def answers(rng, keyed):
    level = rng.gauss(2, 1)
    for item in SELF:
        yield item, max(0, min(4, round(level + rng.gauss(0, 1))))
    for item in keyed:
        yield item, int(rng.gauss(0, 1) < level - 2)


def record(rng, keyed=()):
    return {"id": str(uuid.UUID(int=rng.getrandbits(128), version=4)), "instrument": "python-skill",
            "instrument_version": VERSION, "month": "2026-11",
            "answers": [{"item": item, "score": score} for item, score in answers(rng, keyed)],
            "scores": [{"scale": "", "theta": rng.gauss(0, 1), "se": 0.5}]}


def alpha_of(records, items):
    rows = [[next(a["score"] for a in r["answers"] if a["item"] == item) for item in items]
            for r in records]
    single = sum(statistics.variance(column) for column in zip(*rows))
    total = statistics.variance(map(sum, rows))
    return len(items) / (len(items) - 1) * (1 - single / total)


class Quality(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_cli(self, *arguments, expect=0):
        command = [CLI, "--data-dir", str(self.folder / "data"), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, expect, f"{command}\n{done.stdout}\n{done.stderr}")
        return done

    def merge(self, records):
        path = self.folder / "sample.json"
        path.write_text(json.dumps({"bearings_sample": 1, "records": records}))
        self.run_cli("norm", "merge", path)

    def quality(self, *options):
        return json.loads(self.run_cli("--json", "quality", *options, "python-skill").stdout)

    def test_says_that_there_is_no_data(self):
        text = " ".join(self.run_cli("quality", "python-skill").stdout.split())
        self.assertIn("nothing can be said from data", text)
        self.assertIn("10 more persons are missing", text)
        self.assertIn("Nunnally", text)
        self.assertIn("judgements of the authors", text)
        found = self.quality()
        self.assertEqual(found["n"], 0)
        self.assertTrue(all("alpha" not in part for part in found["parts"]))
        self.assertTrue(all("difficulty" not in item for item in found["items"]))

    def test_small_cells_are_hidden(self):
        rng = random.Random(1)
        self.merge([record(rng, KEYED[:3]) for _ in range(9)])
        found = self.quality()
        self.assertEqual(found["n"], 9)
        self.assertTrue(all("alpha" not in part for part in found["parts"]))
        for item in found["items"]:
            self.assertNotIn("difficulty", item)
            self.assertIn(item.get("n_below", item.get("n")), (10, 0))
        self.assertIn("1 more person is missing",
                      " ".join(self.run_cli("quality", "python-skill").stdout.split()))

    def test_figures(self):
        rng = random.Random(2)
        records = [record(rng, KEYED[:12]) for _ in range(80)]
        self.merge(records)
        found = self.quality()
        parts = {part["part"]: part for part in found["parts"]}
        for part, items in (("self-rating", SELF), ("performance", KEYED[:12])):
            self.assertEqual(parts[part]["alpha"]["n"], 80)
            self.assertAlmostEqual(parts[part]["alpha"]["value"], alpha_of(records, items), 9)
            self.assertLess(parts[part]["alpha"]["low"], parts[part]["alpha"]["value"])
            self.assertEqual([t["threshold"] for t in parts[part]["thresholds"]], [0.7, 0.9])
        rows = {item["item"]: item for item in found["items"]}
        self.assertAlmostEqual(
            rows[KEYED[0]]["difficulty"],
            statistics.mean(a["score"] for r in records for a in r["answers"]
                            if a["item"] == KEYED[0]), 9)
        self.assertEqual(rows[KEYED[0]]["n"], 80)
        self.assertNotIn("difficulty", rows[KEYED[20]])
        self.assertEqual(len(found["curve"]), 13)
        for point in found["curve"]:
            self.assertAlmostEqual(point["se"], point["information"] ** -0.5, 9)

    def test_groups(self):
        rng = random.Random(3)
        records = [record(rng, KEYED[:12]) for _ in range(60)]
        self.merge(records)
        path = self.folder / "groups.csv"
        path.write_text("person,group\n" + "".join(
            f"{r['id']},{'north' if i < 30 else 'south'}\n" for i, r in enumerate(records)))
        found = self.quality("--groups", path)
        self.assertEqual({found["groups"]["reference"], found["groups"]["focal"]},
                         {"north", "south"})
        self.assertTrue(any("ets" in item for item in found["items"]))
        path.write_text(f"person,group\n{records[0]['id']},a\n{records[0]['id']},b\n")
        done = self.run_cli("quality", "--groups", path, "python-skill", expect=4)
        self.assertIn("groups.csv:3", done.stderr)

    def test_measures_from_outside(self):
        rng = random.Random(4)
        records = [record(rng) for _ in range(40)]
        self.merge(records)
        grades = [r["scores"][0]["theta"] + rng.gauss(0, 0.7) for r in records]
        path = self.folder / "grades.csv"
        path.write_text("person,value\nnobody,1\n" + "".join(
            f"{r['id']},{grade}\n" for r, grade in zip(records, grades)))
        done = self.run_cli("--json", "quality", "--measure", "grade", "--values", path,
                            "--note", "of a course", "python-skill")
        self.assertIn("records: 40; for sittings: 0; of nobody known here: 1", done.stderr)
        for found in (json.loads(done.stdout), self.quality()):  # it is kept
            measure, = found["outside"]
            self.assertEqual((measure["measure"], measure["note"]), ("grade", "of a course"))
            self.assertEqual(measure["performance"]["n"], 40)
            self.assertAlmostEqual(
                measure["performance"]["value"],
                statistics.correlation(grades, [r["scores"][0]["theta"] for r in records]), 9)
            self.assertNotIn("value", measure["self_rating"])
        out = self.folder / "out.json"
        self.run_cli("norm", "export", out)
        self.assertNotIn("grade", out.read_text())
        self.assertEqual(json.loads(self.run_cli(
            "--json", "quality", "--forget", "grade", "python-skill").stdout)["outside"], [])
        self.run_cli("quality", "--forget", "grade", "python-skill", expect=NOT_FOUND)
        self.run_cli("quality", "--measure", "grade", "python-skill", expect=USAGE)

    def test_no_words_in_a_sample(self):
        """A second rating that carries words is no part of a sample: nothing of the file is taken."""
        one = record(random.Random(5))
        for second in ("rubric:a=1;thoughts", "my thoughts", 3):
            one["answers"][0]["second"] = second
            path = self.folder / "sample.json"
            path.write_text(json.dumps({"bearings_sample": 1, "records": [one]}))
            done = self.run_cli("norm", "merge", path, expect=REFUSED)
            self.assertIn("second", done.stderr)
        self.assertEqual(self.quality()["n"], 0)

    def test_beside_a_sitting(self):
        """A note, a second rating and a measure: said beside the answers, and none changes them."""
        task = next(r for r in PACK["records"] if r["type"] == "item" and r["kind"] == "rubric")
        points = ",".join(f"{c['id']}={c['points'][-1]['score']}" for c in task["criteria"])
        path = self.folder / "answers.txt"
        path.write_text(f"{SELF[0]} anchor:3\n{SELF[0]} note:I wrote the importer.\n"
                        f"{task['id']} rubric:{points};My words\n")
        done = self.run_cli("assess", "-i", "python-skill", "-k", "-a", path)
        self.assertIn("I wrote the importer.", done.stdout)
        sitting = self.sitting()
        before = self.run_cli("rate", sitting).stdout
        self.assertIn("Nobody else has rated", before)
        self.assertIn(task["criteria"][0]["id"], before)
        after = self.run_cli("rate", "--task", task["id"], "--points", points, "-m", "grade",
                             "-v", "1.7", sitting).stdout
        self.assertIn("by the second rater", after)
        self.assertIn("grade: 1.7", after)
        self.run_cli("rate", "--task", task["id"], "--points", "nothing=1", sitting, expect=REFUSED)
        self.run_cli("rate", "--task", KEYED[0], "--points", points, sitting, expect=REFUSED)
        self.run_cli("rate", "-m", "grade", "-v", "good", sitting, expect=USAGE)
        self.run_cli("rate", "no-such-sitting", expect=NOT_FOUND)
        self.assertEqual(self.run_cli("rate", sitting).stdout, after)
        # It has not joined the sample, so it says nothing of the instrument.
        self.assertEqual(self.quality()["raters"], [])

    def sitting(self):
        with contextlib.closing(sqlite3.connect(self.folder / "data/people.db")) as database:
            (sitting,), = database.execute("SELECT id FROM session")
        return sitting

    def test_report_and_refusals(self):
        path = self.folder / "quality.html"
        self.run_cli("quality", "--output", path, "python-skill")
        self.assertIn("Psychometric Theory", path.read_text())
        # What packs state of a reliability has its source, and its number in the list.
        stated = self.run_cli("quality", "git-skill").stdout.split("Stated of reference samples")[1]
        self.assertRegex(" ".join(stated.split()), r"0\.628 .*\[2\].*\[2\] .*CodeRefinery")
        self.run_cli("plot", "quality", "--instrument", "python-skill", "--output",
                     self.folder / "curve.svg")
        self.assertIn("<svg", (self.folder / "curve.svg").read_text())
        self.assertIn("At 0 SD", self.run_cli("plot", "quality", "-i", "python-skill").stdout)
        self.run_cli("plot", "quality", "-i", "generic-skill", expect=NOT_FOUND)
        self.run_cli("plot", "pay", "-i", "python-skill", expect=USAGE)
        self.run_cli("quality", "no-such-thing", expect=NOT_FOUND)
        self.run_cli("quality", expect=USAGE)


if __name__ == "__main__":
    unittest.main()
