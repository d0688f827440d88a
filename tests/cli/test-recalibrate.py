#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recalibration by bearings-cli: refused, reported, imported, undone."""

import csv
import json
import math
import os
import pathlib
import random
import statistics
import subprocess
import tempfile
import unittest
import uuid

CLI = os.environ["BEARINGS_CLI"]
PACK = json.loads(pathlib.Path(os.environ["BEARINGS_INSTRUMENT_PACK"]).read_text())
VERSION = next(r["version"] for r in PACK["records"] if r["type"] == "instrument")
KEYED = [r for r in PACK["records"]
         if r["type"] == "item" and r["kind"] == "keyed" and not r.get("practice")]
BEFORE = {item["id"]: item["parameters"]["b"][0] for item in KEYED}
HARDER = KEYED[7]["id"]
RARE = KEYED[-1]["id"]
REFUSED, USAGE, NOT_FOUND, DATA = 1, 2, 3, 4


def people(n, seed=4):
    """Answers by the difficulties the authors judged, but for one item that is harder by 1.5, and
    one that few have seen."""
    rng = random.Random(seed)
    for number in range(n):
        theta = rng.gauss(0, 1)
        answers = {}
        for item, b in BEFORE.items():
            chance = 1 / (1 + math.exp(b + (1.5 if item == HARDER else 0) - theta))
            score = int(rng.random() < chance)
            if item != RARE or number < 15:
                answers[item] = score
        yield str(uuid.UUID(int=rng.getrandbits(128), version=4)), answers


class Recalibrate(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_cli(self, *arguments, expect=0):
        command = [CLI, "--data-dir", str(self.folder / "data"), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, expect, f"{command}\n{done.stdout}\n{done.stderr}")
        return done

    def merge(self, n, version=VERSION, seed=4):
        path = self.folder / f"sample-{version}.json"
        records = [{"id": name, "instrument": "python-skill", "instrument_version": version,
                    "month": "2026-11",
                    "answers": [{"item": i, "score": s} for i, s in answers.items()],
                    "scores": [{"scale": "", "theta": 0.1, "se": 0.5}]}
                   for name, answers in people(n, seed)]
        path.write_text(json.dumps({"bearings_sample": 1, "records": records}))
        self.run_cli("norm", "merge", path)

    def recalibrate(self, *options):
        return json.loads(self.run_cli("--json", "recalibrate", *options, "python-skill").stdout)

    def test_too_few(self):
        self.assertIn("answers of 0 persons are there, and at least 50",
                      self.run_cli("recalibrate", "python-skill", expect=REFUSED).stderr)
        self.merge(49)
        self.assertIn("answers of 49 persons are there, and at least 50",
                      self.run_cli("recalibrate", "python-skill", expect=REFUSED).stderr)
        self.run_cli("recalibrate", "no-such-instrument", expect=NOT_FOUND)
        self.run_cli("recalibrate", expect=USAGE)

    def test_other_versions_do_not_count(self):
        self.merge(60, version="0.9.0")
        self.assertIn("answers of 0 persons",
                      self.run_cli("recalibrate", "python-skill", expect=REFUSED).stderr)

    def check_report(self, found, n):
        items = {row["item"]: row for row in found["items"]}
        done = [row for row in found["items"] if "after" in row]
        self.assertEqual(found["n_persons"], n)
        self.assertEqual(found["version"], VERSION)
        self.assertEqual(found["new_version"], VERSION + ".1")
        self.assertTrue(found["converged"])
        self.assertEqual(found["n_calibrated"], len(KEYED) - 1)
        self.assertEqual(found["n_items"], len(KEYED) + 5)
        self.assertGreater(items[HARDER]["shift_se"], 3)
        self.assertEqual(items[RARE]["kept"], "too-few-answers")
        self.assertEqual(items[RARE]["needed"], 30)
        self.assertAlmostEqual(statistics.fmean(row["after"]["b"][0] for row in done),
                               statistics.fmean(row["before"]["b"][0] for row in done), places=9)
        self.assertGreater(found["scores"]["correlation"], 0.98)

    def test_from_the_sample(self):
        self.merge(300)
        pack = self.folder / "new.bearings.json"
        found = self.recalibrate("--output", pack, "--publisher", "Centre of the test")
        self.check_report(found, 300)
        text = " ".join(self.run_cli("recalibrate", "python-skill").stdout.split())
        self.assertIn("Nothing has changed yet", text)
        self.assertIn("look at it first", text)
        self.assertIn("kept: 30 answers are needed", text)

        written = json.loads(pack.read_text())
        self.assertEqual(written["replaces"], "python-skill")
        self.assertEqual(written["publisher"], "Centre of the test")
        self.assertEqual(written["licence"], PACK["licence"])
        self.run_cli("validate", pack)

        # Applied, everything else of the items is as it was; undone, all of it is.
        before = self.show(HARDER)
        self.run_cli("import", pack)
        after = self.show(HARDER)
        self.assertEqual(after["parameters"]["origin"], "calibrated")
        self.assertEqual(after["parameters"]["n"], 300)
        self.assertEqual({k: v for k, v in before.items() if k != "parameters"},
                         {k: v for k, v in after.items() if k != "parameters"})
        self.assertEqual(self.show(RARE)["parameters"]["origin"], "judgement")
        self.assertIn("answers of 0 persons",
                      self.run_cli("recalibrate", "python-skill", expect=REFUSED).stderr)

        # A second time it is the next version of the same pack.
        self.merge(200, version=VERSION + ".1", seed=5)
        again = self.folder / "again.bearings.json"
        self.assertEqual(self.recalibrate("--output", again)["new_version"], VERSION + ".2")
        self.assertEqual(json.loads(again.read_text())["replaces"], "python-skill")
        self.run_cli("import", again)
        self.run_cli("undo")
        self.run_cli("undo")
        self.assertEqual(self.show(HARDER), before)

    def show(self, item):
        pack = self.folder / "shown.bearings.json"
        self.run_cli("export", f"item:{item}", "--pack-id", "shown", "--title", "T", "--publisher",
                     "P", "--licence", "CC0", "--output", pack)
        found = next(r for r in json.loads(pack.read_text())["records"] if r["id"] == item)
        pack.unlink()
        return found

    def test_from_a_file(self):
        path = self.folder / "answers.csv"
        with path.open("w", newline="") as out:
            rows = csv.writer(out)
            rows.writerow(["person", "item", "response"])
            for name, answers in people(250):
                for item, score in answers.items():
                    rows.writerow([name, item, score])
                rows.writerow([name, "of-another-test", 1])
        found = self.recalibrate("--responses", path)
        self.check_report(found, 250)
        self.assertEqual(found["left_out"], ["of-another-test"])
        with path.open("a") as out:
            out.write(f"somebody,{HARDER},2\n")
        refusal = self.run_cli("recalibrate", "--responses", path, "python-skill", expect=REFUSED)
        self.assertIn(f"answers.csv:{len(path.read_text().splitlines())}: “2” is no answer",
                      refusal.stderr)
        self.assertIn(HARDER, refusal.stderr)

    def test_saves_a_report(self):
        self.merge(60)
        for name, begins in (("r.html", b"<!DOCTYPE html>"), ("r.pdf", b"%PDF"), ("r.txt", b"Recal")):
            self.run_cli("recalibrate", "--report", self.folder / name, "python-skill")
            self.assertTrue((self.folder / name).read_bytes().startswith(begins))

    def test_leaves_nothing_where_it_cannot_write(self):
        self.merge(60)
        self.run_cli("recalibrate", "--output", self.folder / "no" / "such" / "p.json",
                     "python-skill", expect=DATA)
        self.assertFalse((self.folder / "no").exists())


unittest.main()
