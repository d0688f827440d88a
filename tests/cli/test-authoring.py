#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An author's day: drafts, validation that looks again, and the worked examples of the manual."""

import json
import os
import pathlib
import queue
import re
import signal
import subprocess
import sys
import tempfile
import threading
import unittest

CLI = os.environ["BEARINGS_CLI"]
DOCS = pathlib.Path(os.environ["BEARINGS_DOCS"])
REFUSED, USAGE, NOT_FOUND, DATA = 1, 2, 3, 4


class Authoring(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.data_dir = self.folder / "data"

    def run_cli(self, *arguments, expect=0):
        command = [CLI, "--data-dir", str(self.data_dir), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, expect, f"{command}\n{done.stdout}\n{done.stderr}")
        return done


class Drafts(Authoring):
    def test_a_draft_is_filled_in_and_imported(self):
        path = self.folder / "role.bearings.json"
        self.run_cli("new-pack", "role", "--pack-id", "ours", "--title", "Our roles",
                     "--publisher", "A centre", "--licence", "CC0", "--output", path)
        done = self.run_cli("validate", path, expect=REFUSED)
        self.assertIn("$.records[0].title: still to be filled in: ⟨title⟩ [to-fill-in]", done.stderr)
        self.assertNotIn("$.publisher", done.stderr)
        self.run_cli("import", path, expect=REFUSED)

        pack = json.loads(path.read_text(encoding="utf-8"))
        source, role = pack["records"]
        self.assertEqual((source["type"], role["type"]), ("source", "role"))
        pack["records"] = [role]
        role.update(id="our-tester", title="Tester", alternate_titles=["Software tester"],
                    summary="Tests software.", source="onet-30-1", note="Wider than the title.",
                    occupations=[{"occupation": "15-1253.00", "note": "O*NET lists the title."}])
        path.write_text(json.dumps(pack), encoding="utf-8")
        self.run_cli("validate", path)
        self.run_cli("import", path)
        self.assertIn("Tester", self.run_cli("show", "role", "our-tester").stdout)

    def test_work_is_not_written_over(self):
        path = self.folder / "work.json"
        path.write_text("mine", encoding="utf-8")
        self.run_cli("new-pack", "claim", "--output", path, expect=DATA)
        self.assertEqual(path.read_text(encoding="utf-8"), "mine")

    def test_what_there_is(self):
        self.assertIn("claim, role, instrument, norm",
                      self.run_cli("new-pack", "poem", expect=NOT_FOUND).stderr)
        self.run_cli("new-pack", expect=USAGE)
        for name in "claim", "role", "instrument", "norm":
            pack = json.loads(self.run_cli("new-pack", name).stdout)
            self.assertEqual(pack["title"], "⟨title⟩")


class Watch(Authoring):
    def start(self, path):
        process = subprocess.Popen(
            [CLI, "--json", "--data-dir", str(self.data_dir), "validate", "--watch", str(path)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        lines = queue.Queue()
        threading.Thread(target=lambda: [lines.put(line) for line in process.stdout],
                         daemon=True).start()
        return process, lines

    def codes(self, lines):
        text = ""
        while True:
            text += lines.get(timeout=120)
            try:
                return [problem["code"] for problem in json.loads(text)]
            except json.JSONDecodeError:
                continue

    def test_it_looks_again_whenever_the_file_changes(self):
        example = (DOCS / "examples/role.bearings.json").read_text(encoding="utf-8")
        broken = example.replace('"type": "role"', '"type": "rule"')
        path = self.folder / "role.bearings.json"
        path.write_text(example, encoding="utf-8")
        process, lines = self.start(path)
        self.assertEqual(self.codes(lines), [])
        path.write_text(broken, encoding="utf-8")
        self.assertEqual(self.codes(lines), ["unknown-type"])
        # As most editors save: another file takes the name.
        for text, codes in (example, []), (broken, ["unknown-type"]):
            other = self.folder / "other"
            other.write_text(text, encoding="utf-8")
            other.replace(path)
            self.assertEqual(self.codes(lines), codes)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=120), 0)


class Examples(Authoring):
    """docs/authoring.md works as it stands."""

    def test_each_example_is_imported_and_shown(self):
        for name, (kind, record) in {
                "claim": ("claim", "example-coderefinery-version-control"),
                "role": ("role", "example-qa-engineer"),
                "norm": ("reference-sample", "example-kaggle-2022-research-scientist-python"),
                "instrument": ("instrument", "example-json")}.items():
            path = DOCS / "examples" / f"{name}.bearings.json"
            self.run_cli("validate", path)
            self.run_cli("import", path)
            self.run_cli("show", kind, record)
        answer = self.run_cli("answer", "--occupation", "15-1253.00", "--skill", "git").stdout
        self.assertIn("64.2", answer)
        self.run_cli("answer", "--role", "example-qa-engineer", "--skill", "git")

    def test_the_instrument_can_be_sat(self):
        self.run_cli("import", DOCS / "examples/instrument.bearings.json")
        answers = self.folder / "answers"
        answers.write_text("example-json/sr-1 anchor:2\nexample-json/1 option:a\n"
                           "example-json/2 option:c\nexample-json/3 option:b\n"
                           "example-json/task rubric:form=2,meaning=1;[]\n", encoding="utf-8")
        done = self.run_cli("--json", "assess", "--instrument", "example-json",
                            "--answers", answers)
        self.assertTrue(json.loads(done.stdout))

    def test_its_keys_are_what_python_says(self):
        pack = json.loads((DOCS / "examples/instrument.bearings.json").read_text(encoding="utf-8"))
        checks = [r["verification"] for r in pack["records"] if "verification" in r]
        self.assertEqual(len(checks), 3)
        for check in checks:
            done = subprocess.run([sys.executable, "-c", check["code"]], capture_output=True,
                                  text=True, timeout=120)
            self.assertEqual(done.stdout, check["expect"])

    def test_the_manual_shows_what_is_in_the_files(self):
        text = (DOCS / "authoring.md").read_text(encoding="utf-8")
        for name in re.findall(r"\]\(examples/([^)]+)\)", text):
            self.assertTrue((DOCS / "examples" / name).exists(), name)
        blocks = re.findall(r"```json\n(.*?)```", text, re.S)
        self.assertGreaterEqual(len(blocks), 4)
        values = [json.loads(p.read_text(encoding="utf-8"))
                  for p in sorted((DOCS / "examples").glob("*.json"))]

        def parts(value):
            yield value
            for child in value.values() if isinstance(value, dict) else \
                    value if isinstance(value, list) else ():
                yield from parts(child)

        everything = [part for value in values for part in parts(value)]
        for block in blocks:
            shown = json.loads("{" + block + "}") if not block.lstrip().startswith("{") \
                else json.loads(block)
            self.assertTrue(any(isinstance(part, dict) and shown.items() <= part.items()
                                for part in everything), block)


if __name__ == "__main__":
    unittest.main()
