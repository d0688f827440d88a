#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands say of a small made-up world, word for word, against transcripts that somebody
has read. BEARINGS_WRITE_KEPT=1 writes them anew after a change that is meant: read what changed."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

CLI = os.environ["BEARINGS_CLI"]
HERE = pathlib.Path(__file__).resolve().parent
WORLD = HERE / "data" / "world.bearings.json"
KEPT = HERE / "kept"
RECORDS = json.loads(WORLD.read_text())["records"]
PAIR = ("--role", "machine-learning-engineer", "--skill", "python")


def ids(kind):
    return [record["id"] for record in RECORDS if record["type"] == kind]


class Transcripts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.catalogue = cls.folder / "catalogue.db"
        subprocess.run([CLI, "build-catalogue", str(cls.catalogue), str(WORLD)], check=True, capture_output=True)

    def setUp(self):
        self.said = []

    def tearDown(self):
        path = KEPT / f"{self.id().rsplit('.', 1)[-1]}.txt"
        text = "".join(self.said)
        if "BEARINGS_WRITE_KEPT" in os.environ:
            path.write_text(text)
        self.maxDiff = 4000
        self.assertEqual(text, path.read_text(), path)

    def run_cli(self, *arguments):
        """Runs a command and keeps what it says, without what is of this day or this machine."""
        arguments = list(map(str, arguments))
        environment = dict(os.environ, BEARINGS_CATALOGUE=str(self.catalogue), COLUMNS="100")
        done = subprocess.run([CLI, "--data-dir", str(self.folder / self.id()), *arguments], capture_output=True,
                              text=True, env=environment, stdin=subprocess.DEVNULL, timeout=120)
        text = f"$ bearings-cli {' '.join(arguments)}\n{done.stdout}{done.stderr}"
        if done.returncode:
            text += f"({done.returncode})\n"
        text = text.replace(str(self.folder), "FOLDER").replace(str(HERE), "HERE")
        text = re.sub(r"\b[0-9a-f]{64}\b", "HASH", text)
        self.said.append(text + "\n")
        return done.stdout

    def write(self, name, change):
        """A changed copy of the world."""
        pack = json.loads(WORLD.read_text())
        change(pack)
        path = self.folder / name
        path.write_text(json.dumps(pack, indent=1, ensure_ascii=False))
        return path

    def test_search(self):
        for words in ("python", "mach", "trucker", "half of", "data sc", "nothing like it", "read compre"):
            self.run_cli("search", words)
        self.run_cli("--json", "search", "engineer")

    def test_show(self):
        for kind in sorted({record["type"] for record in RECORDS}):
            for name in [record["id"] for record in RECORDS if record["type"] == kind and "id" in record][:3]:
                self.run_cli("show", {"register-entry": "register"}.get(kind, kind), name)
        self.run_cli("show", "claim", "nobody")

    def test_claims(self):
        for name in ids("claim"):
            self.run_cli("show", "claim", name)

    def test_answers(self):
        for career in (("--role", "machine-learning-engineer"), ("--occupation", "15-2051.00"),
                       ("--occupation", "53-3032.00")):
            for skill in ("python", "sql", "git", "2.A.1.a"):
                self.run_cli("answer", *career, "--skill", skill)
        self.run_cli("--json", "answer", *PAIR)

    def test_questions(self):
        self.run_cli("questions", *PAIR)
        for name in ids("claim"):
            self.run_cli("questions", name)

    def test_traces(self):
        for name in ids("claim") + ids("register-entry"):
            self.run_cli("trace", name)
        self.run_cli("trace", *PAIR)
        self.run_cli("--json", "trace", "e-distorted")

    def test_citations(self):
        for form in ("csl-json", "bibtex", "ris", "text"):
            self.run_cli("cite", "--format", form, *ids("source"), "c-survey")
            self.run_cli("cite", "--format", form, *PAIR)

    def test_library(self):
        self.run_cli("library")
        for filters in (("--channel", "pay"), ("--certainty", "low"), ("--design", "rct", "--design", "audit"),
                        ("--sort", "newest"), ("--sort", "oldest", "-n", "3"), ("--sort", "certainty"),
                        ("--sort", "title"), ("--direction", "against"), ("--boundary", "employer"),
                        ("--topic", "hiring"), ("--from", "2012", "--to", "2014"), ("--sources",),
                        ("--counts", "--channel", "pay"), ("made-up",), ("number", "7")):
            self.run_cli("library", *filters)
        self.run_cli("--json", "library", "--channel", "pay")

    def test_plan(self):
        self.run_cli("plan", "--role", "machine-learning-engineer")
        self.run_cli("--json", "plan", "--role", "machine-learning-engineer")

    def test_imports(self):
        def change(pack):
            pack["version"] = "1.1.0"
            pack["records"] = [record for record in pack["records"] if record.get("id") != "h-related"]
            for record in pack["records"]:
                if record.get("id") == "c-survey":
                    record["finding"]["value"] += 1
                    record["certainty_reasons"] = [{"domain": "imprecision", "steps": 2, "note": "Wide."}]
                if record.get("id") == "pay-python":
                    record["direction"], record["finding"]["low"] = "favours", 100
            pack["records"].append({"type": "skill", "id": "rust", "name": "Rust", "kind": "technology"})

        pack = self.write("world-1.1.json", change)
        self.run_cli("import", "--preview", pack)
        self.run_cli("--json", "import", "--preview", pack)
        self.run_cli("import", pack)
        self.run_cli("import", WORLD)
        self.run_cli("answer", *PAIR)
        self.run_cli("undo")
        self.run_cli("undo", "77")
        self.run_cli("show", "skill", "rust")

    def test_validation(self):
        def mistakes(pack):
            by_id = {record["id"]: record for record in pack["records"] if "id" in record}
            by_id["c-rct"]["source"] = "nowhere"
            by_id["c-audit"]["finding"] = {"metric": "both", "value": 1, "missing": "not-stated"}
            by_id["c-survey"]["finding"].update(low=50, high=40)
            by_id["c-forecast"]["hedge"] = "stated"
            by_id["mini/k1"]["options"][1]["key"] = False
            by_id["mini"]["levels"][1]["theta_low"] = None
            by_id["src-three"]["issued"] = "2023-13"
            by_id["python"]["kind"] = "magic"
            by_id["e-garbled"]["popular_wording"] = ""
            for record in pack["records"]:
                if record["type"] == "posting-share":
                    record["k"] = 999
                if record["type"] == "norm-table":
                    record["rows"].reverse()
            pack["records"].append(dict(by_id["git"]))

        self.run_cli("validate", "--alone", WORLD)
        pack = self.write("mistakes.json", mistakes)
        self.run_cli("validate", "--alone", pack)
        self.run_cli("import", pack)
        self.run_cli("--json", "validate", "--alone", pack)

    def test_validation_of_what_hangs_together(self):
        """What is wrong with a record is not told again of each that refers to it."""
        def change(pack, names):
            for record in pack["records"]:
                if "instrument" in names and record["type"] == "instrument":
                    record["title"], record["scales"] = "", []
                if "skill" in names and record.get("id") == "git":
                    record["kind"] = "magic"
                if "item" in names and record.get("id") == "mini/k3":
                    record["scale"] = "nowhere"
                if "claim" in names and record.get("id") == "c-rct":
                    record["statement"] = ""

        for names in (("instrument",), ("skill",), ("item",), ("skill", "item"), ("claim",), ("instrument", "item")):
            path = self.write("-".join(names) + ".json", lambda pack, names=names: change(pack, names))
            self.run_cli("validate", "--alone", path)
        broken = self.folder / "broken.json"
        broken.write_text(WORLD.read_text()[:-20])
        key, public = self.folder / "k.key", self.folder / "k.pub"
        self.run_cli("validate", "--alone", broken)
        self.run_cli("keys", "generate", "--no-password", key, public)
        self.said.pop()
        self.run_cli("sign", "--key", key, broken)

    def test_export(self):
        out = self.folder / "out.json"
        for choice in (("--kind", "skill"), ("claim:c-survey",), ("--search", "number 7"), ("role:machine-learning-engineer",)):
            self.run_cli("export", *choice, "--pack-id", "part", "--title", "A part", "--publisher", "P",
                         "--licence", "CC0-1.0", "--published", "2026-01-31", "--output", out)
            if out.exists():
                self.said.append(out.read_text())
                out.unlink()


if __name__ == "__main__":
    unittest.main()
