#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs out of bearings-cli: what is exported and imported again is what it was."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

CLI = os.environ["BEARINGS_CLI"]
PACKS = pathlib.Path(os.environ["BEARINGS_PACKS"])
USAGE, NOT_FOUND = 2, 3
OWN = ["--pack-id", "own", "--title", "Ours", "--publisher", "A centre", "--licence", "CC BY 4.0",
       "--published", "2026-11-23"]


def read(path):
    """Header and records of a pack in either form, numbers by value: 1 and 1.0 are one number."""
    def number(text):
        return float(text)

    text = pathlib.Path(path).read_text(encoding="utf-8")
    if str(path).endswith("jsonl"):
        first, *rest = [json.loads(x, parse_int=number) for x in text.splitlines() if x]
        return first, rest
    whole = json.loads(text, parse_int=number)
    records = whole.pop("records")
    return whole, records


def key(record):
    return json.dumps(record, sort_keys=True)


class Export(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.data_dir = self.folder / "data"

    def run_cli(self, *arguments, expect=0, data_dir=None):
        command = [CLI, "--data-dir", str(data_dir or self.data_dir), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=240)
        self.assertEqual(done.returncode, expect, f"{command}\n{done.stdout}\n{done.stderr}")
        return done

    def export(self, name, *arguments, **more):
        path = self.folder / name
        self.run_cli("export", "--output", path, *arguments, **more)
        return path

    def catalogue_of(self, name, *packs):
        """A data folder whose catalogue holds these packs and nothing else."""
        folder = self.folder / name
        folder.mkdir()
        self.run_cli("build-catalogue", folder / "catalogue.db", *packs)
        return folder

    def test_every_shipped_pack_comes_out_as_it_is(self):
        packs = sorted(PACKS.glob("*.bearings.json*"))
        self.assertGreater(len(packs), 5)
        for pack in packs:
            with self.subTest(pack=pack.name):
                head, records = read(pack)
                out = self.export(pack.name, "--pack", head["id"])
                head_out, records_out = read(out)
                self.assertEqual(head_out, head)
                self.assertEqual(sorted(map(key, records_out)), sorted(map(key, records)))

    def test_a_selection_stands_alone_and_comes_back_the_same(self):
        for end in "json", "jsonl":
            with self.subTest(end=end):
                first = self.export(f"first.{end}", *OWN, "claim:deming-social-skills",
                                    "instrument:python-skill", "skill:python")
                self.run_cli("validate", "--alone", first)
                elsewhere = self.catalogue_of(f"elsewhere-{end}", first)
                again = self.export(f"again.{end}", "--pack", "own", data_dir=elsewhere)
                self.assertEqual(again.read_bytes(), first.read_bytes())
                chosen = self.export(f"chosen.{end}", *OWN, "skill:python",
                                     "instrument:python-skill", "claim:deming-social-skills",
                                     data_dir=elsewhere)
                self.assertEqual(sorted(map(key, read(chosen)[1])), sorted(map(key, read(first)[1])))

    def test_what_is_referred_to_comes_with_it(self):
        kinds = {r["type"] for r in read(self.export("a.json", *OWN, "instrument:python-skill"))[1]}
        self.assertLessEqual({"instrument", "item", "skill"}, kinds)
        head, records = read(self.export("b.json", *OWN, "--bare", "instrument:python-skill"))
        self.assertEqual([r["id"] for r in records], ["python-skill"])
        self.assertTrue(head["attribution"])

    def test_a_kind_and_a_search(self):
        _, records = read(self.export("a.json", *OWN, "--bare", "--kind", "register-entry"))
        shipped = [r for r in read(PACKS / "evidence.bearings.json")[1]
                   if r["type"] == "register-entry"]
        self.assertEqual(sorted(map(key, records)), sorted(map(key, shipped)))
        _, found = read(self.export("b.json", *OWN, "--bare", "--search", "python"))
        self.assertTrue(found)
        self.assertEqual({r["type"] for r in found}, {"claim"})

    def test_records_of_another_pack_are_taken_over_only_when_said(self):
        plain = self.export("plain.json", *OWN, "--bare", "claim:deming-social-skills")
        done = self.run_cli("import", plain, expect=1)
        self.assertIn("evidence", done.stdout + done.stderr)
        takes = self.export("takes.json", *OWN, "--bare", "--replaces", "evidence",
                            "claim:deming-social-skills")
        self.assertEqual(read(takes)[0]["replaces"], "evidence")
        self.run_cli("import", takes)

    def test_what_is_not_there(self):
        out = ("--output", self.folder / "x.json", *OWN)
        self.run_cli("export", *out, "claim:no-such-claim", expect=NOT_FOUND)
        self.run_cli("export", *out, "nonsense:x", expect=NOT_FOUND)
        self.run_cli("export", *out, "python", expect=NOT_FOUND)
        self.run_cli("export", *out, "--kind", "nonsense", expect=NOT_FOUND)
        self.run_cli("export", *out, "--search", "zzzzqqqq", expect=NOT_FOUND)
        self.run_cli("export", "--output", self.folder / "x.json", "--pack", "nonsense",
                     expect=NOT_FOUND)
        self.run_cli("export", "--pack", "evidence", expect=USAGE)
        self.run_cli("export", *out, expect=USAGE)
        self.assertFalse((self.folder / "x.json").exists())

    def test_a_file_that_cannot_be_written_is_left_as_it_is(self):
        folder = self.folder / "taken.json"
        folder.mkdir()
        done = self.run_cli("export", "--pack", "evidence", "--output", folder, expect=4)
        self.assertIn("taken.json", done.stderr)


if __name__ == "__main__":
    unittest.main()
