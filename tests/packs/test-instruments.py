#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every shipped instrument must hold: kinds of items, scales, levels with a reason each."""

import json
import sys
import unittest

PACKS = {}
KEYED = {"python-skill": 60}  # so that an adaptive sitting has a choice
GENERIC = "generic-skill"


class Instruments(unittest.TestCase):
    def each(self):
        for name, pack in PACKS.items():
            instruments = [r for r in pack["records"] if r["type"] == "instrument"]
            self.assertEqual(len(instruments), 1, name)
            items = [r for r in pack["records"] if r["type"] == "item"]
            yield name, instruments[0], items

    def test_all_are_here(self):
        self.assertEqual(set(PACKS), {GENERIC, "git-skill", "machine-learning-skill",
                                      "python-skill", "spreadsheet-skill", "sql-skill",
                                      "statistics-skill"})

    def test_kinds_of_items(self):
        for name, _, items in self.each():
            kinds = {item["kind"] for item in items}
            if name == GENERIC:
                self.assertEqual(kinds, {"self-report"})
                continue
            self.assertEqual(kinds, {"self-report", "keyed", "rubric"}, name)
            scored = [i for i in items if i["kind"] == "keyed" and not i.get("practice")]
            self.assertGreaterEqual(len(scored), KEYED.get(name, 30), name)
            self.assertTrue(any(i.get("practice") for i in items), name)

    def test_every_scale_is_asked(self):
        for name, instrument, items in self.each():
            scales = {scale["id"] for scale in instrument["scales"]}
            self.assertGreaterEqual(len(scales), 2, name)
            for item in items:
                self.assertIn(item["scale"], scales, item["id"])
            self.assertEqual({item["scale"] for item in items}, scales, name)

    def test_levels_have_their_reason(self):
        for name, instrument, _ in self.each():
            self.assertGreaterEqual(len(instrument["levels"]), 4, name)
            for level in instrument["levels"]:
                self.assertGreater(len(level["rationale"].split()), 8, (name, level["id"]))

    def test_rubrics_can_be_scored_alike(self):
        for name, _, items in self.each():
            for item in items:
                if item["kind"] == "rubric":
                    self.assertTrue(item["criteria"], item["id"])
                    self.assertGreaterEqual(len(item["exemplars"]), 2, item["id"])


if __name__ == "__main__":
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            pack = json.load(file)
        PACKS[pack["id"]] = pack
    unittest.main(argv=sys.argv[:1])
