#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of keyed items must pass the shipped instrument and see each fault put into it.

    test-check-keyed-items.py TOOL PACK
"""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOL, PACK = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()


class CheckKeyedItems(unittest.TestCase):
    def setUp(self):
        self.pack = json.loads(PACK.read_text(encoding="utf-8"))
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def item(self, name):
        return next(r for r in self.pack["records"] if r.get("id") == f"python-skill/{name}")

    def option(self, name, keyed):
        return next(o for o in self.item(name)["options"] if o.get("key", False) is keyed)

    def check(self, *options, text=None):
        path = pathlib.Path(self.folder.name, "pack.json")
        path.write_text(json.dumps(self.pack) if text is None else text, encoding="utf-8")
        return subprocess.run([sys.executable, TOOL, *options, path], capture_output=True,
                              text=True, check=False)

    def assert_found(self, finding, *options):
        run = self.check(*options)
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn(finding, run.stderr)

    def only(self, *names):
        """Leave these items alone in the pack, so that running them is quick."""
        kept = [self.item(name)["id"] for name in names]
        self.pack["records"] = [r for r in self.pack["records"]
                                if r["type"] == "instrument" or r["id"] in kept]

    def test_text_of_the_shipped_pack(self):
        run = self.check("--no-run")
        self.assertEqual((run.returncode, run.stderr), (0, ""))

    def test_two_keys(self):
        self.option("rc-01", False)["key"] = True
        self.assert_found("python-skill/rc-01: 2 keyed options", "--no-run")

    def test_no_key(self):
        del self.option("rc-01", True)["key"]
        self.assert_found("python-skill/rc-01: 0 keyed options", "--no-run")

    def test_key_moved_to_a_wrong_output(self):
        wrong = self.option("rc-01", False)
        del self.option("rc-01", True)["key"]
        wrong["key"] = True
        self.assert_found("python-skill/rc-01: the script prints", "--no-run")

    def test_key_moved_against_the_verdicts(self):
        wrong = self.option("rc-06", False)
        del self.option("rc-06", True)["key"]
        wrong["key"] = True
        self.assert_found("python-skill/rc-06: the verdicts", "--no-run")

    def test_key_moved_to_a_wrong_exception(self):
        right, wrong = self.option("ld-08", True), self.option("ld-08", False)
        right["text"], wrong["text"] = wrong["text"], right["text"]
        self.assert_found("python-skill/ld-08: the key does not name TypeError", "--no-run")

    def test_equal_options(self):
        self.option("rc-01", False)["text"] = " " + self.option("rc-01", True)["text"]
        self.assert_found("python-skill/rc-01: two options say the same", "--no-run")

    def test_code_that_is_not_the_code_run(self):
        self.item("rc-01")["code"] += "\nprint(1)"
        self.assert_found("python-skill/rc-01: the script does not hold the code", "--no-run")

    def test_key_that_hangs_on_a_clock(self):
        code = self.item("rc-01")["verification"]["code"]
        for line in ("import timeit", "clock = perf_counter()", "datetime.date.today()"):
            self.item("rc-01")["verification"]["code"] = f"{code}\n{line}"
            self.assert_found("python-skill/rc-01: the script reads a clock", "--no-run")

    def test_same_question_twice(self):
        twin = copy.deepcopy(self.item("rc-01"))
        twin.update(id="python-skill/rc-99", position=999)
        self.pack["records"].append(twin)
        self.assert_found("2 items share the prompt and code", "--no-run")

    def test_key_given_away_by_place(self):
        for record in self.pack["records"]:
            if record.get("kind") == "keyed":
                record["options"].sort(key=lambda option: not option.get("key", False))
        self.assert_found("the key stands in place 1", "--no-run")

    def test_key_given_away_by_length(self):
        for record in self.pack["records"]:
            if record.get("kind") == "keyed":
                for option in record["options"]:
                    option["text"] += " and more" * 9 if option.get("key") else ""
        self.assert_found("the key is the longest option", "--no-run")

    def test_scale_with_too_few_items(self):
        self.pack["records"] = [r for r in self.pack["records"]
                                if not (r.get("scale") == "internals" and r["kind"] == "keyed")]
        self.assert_found("internals: 0 keyed items", "--no-run")

    def test_anchors_out_of_order(self):
        self.item("sr-01")["anchors"].reverse()
        self.assert_found("python-skill/sr-01: anchors", "--no-run")

    def test_rubric_with_too_few_thresholds(self):
        self.item("task-01")["parameters"]["b"].pop()
        self.assert_found("python-skill/task-01: needs 6 thresholds, has 5", "--no-run")

    def test_exemplar_score_out_of_range(self):
        self.item("task-01")["exemplars"][0]["scores"][0]["score"] = 7
        self.assert_found("has no score 7", "--no-run")

    def test_question_that_is_too_long(self):
        self.item("rc-01")["prompt"] = "word " * 91
        self.assert_found("python-skill/rc-01: the question has 91 words", "--no-run")

    def test_hidden_not(self):
        self.item("rc-01")["prompt"] = "Look at the program. Which line is not run?"
        self.assert_found('python-skill/rc-01: the question turns on a "not"', "--no-run")
        self.item("rc-01")["prompt"] = "Look at the program. Which line is NOT run?"
        self.assertEqual(self.check("--no-run").returncode, 0)

    def test_option_about_the_other_options(self):
        self.option("rc-01", False)["text"] = "None of the above"
        self.assert_found("speaks of the other options", "--no-run")

    def test_nearly_the_same_question(self):
        twin = copy.deepcopy(self.item("rc-01"))
        twin.update(id="python-skill/rc-99", position=999)
        twin["prompt"] += " Think well."
        self.pack["records"].append(twin)
        self.assert_found("python-skill/rc-99: nearly the same as python-skill/rc-01", "--no-run")

    def test_key_spelt_out_by_another_item(self):
        key = self.option("rc-06", True)["text"]
        self.item("rc-01")["prompt"] = f"{key}: what does this program print?"
        self.assert_found("python-skill/rc-01: spells out the key of python-skill/rc-06",
                          "--no-run")

    def test_too_many_reasoned_keys(self):
        self.assert_found("4 keys are reasoned, at most 3", "--no-run", "--most-reasoned", "3")

    def test_shell_script(self):
        self.only("rc-01")
        item = self.item("rc-01")
        item["code"] = "printf '%s\\n' one two | wc -l | tr -d ' '"
        item["verification"] = {"kind": "executed", "code": "#!/bin/sh\n" + item["code"],
                                "expect": "2\n"}
        self.option("rc-01", True)["text"] = "2"
        self.assertIn("1 scripts, 0 skipped", self.check().stdout)
        item["verification"]["expect"] = self.option("rc-01", True)["text"] = "3"
        self.assert_found("the script gave '2\\n'")

    def test_wrong_output_is_seen_by_running(self):
        self.only("rc-01")
        self.item("rc-01")["verification"]["expect"] = "[3, 5, 5]\n"
        self.option("rc-01", True)["text"] = "[3, 5, 5]"
        self.assert_found("python-skill/rc-01: expected '[3, 5, 5]\\n', the script gave '[3, 5, 4]")

    def test_exception_is_seen_by_running(self):
        self.only("ld-08")
        self.item("ld-08")["verification"]["expect"] = "raises AttributeError\n"
        self.assert_found("the script gave 'raises TypeError\\n'")

    def test_dependence_on_hashing_is_seen_by_running(self):
        self.only("rc-01")
        verification = self.item("rc-01")["verification"]
        verification["code"] += "\nprint(hash('word'))"
        verification["expect"] = "[3, 5, 4]\n"
        self.assert_found("python-skill/rc-01: expected")

    def test_missing_module_is_counted(self):
        self.only("rc-01")
        self.item("rc-01")["verification"]["code"] = "import no_such_module_anywhere"
        self.assertIn("0 scripts, 1 skipped, 1 for want of no_such_module_anywhere",
                      self.check().stdout)

    def test_unreadable_packs(self):
        for text in ("", "{", "[]", '{"records": [{}]}', '{"records": 1}'):
            self.assertEqual(self.check(text=text).returncode, 2, text)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
