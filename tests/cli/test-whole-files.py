#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever bearings-cli writes, it writes whole or not at all: every kind of file, with a disk that
fills up half way."""

import contextlib
import csv
import io
import json
import os
import pathlib
import random
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import uuid

CLI = os.environ["BEARINGS_CLI"]
CATALOGUE = os.environ["BEARINGS_CATALOGUE"]
PACKS = pathlib.Path(os.environ["BEARINGS_PACKS"])
FIXTURES = pathlib.Path(sys.argv.pop(1))
INSTRUMENT = json.loads((PACKS / "python-skill.bearings.json").read_text())["records"]
VERSION = next(r["version"] for r in INSTRUMENT if r["type"] == "instrument")
KEYED = [r["id"] for r in INSTRUMENT
         if r["type"] == "item" and r["kind"] == "keyed" and not r.get("practice")]
DATA = 4

ABOUT = ["--pack-id", "test", "--title", "T", "--publisher", "P", "--licence", "CC0-1.0"]
PAGE = ["--role", "machine-learning-engineer"]
OWN = {"bearings_pack": 1, "id": "own", "title": "Ours", "version": "1.0",
       "published": "2026-11-23", "publisher": "A centre", "licence": "CC0",
       "records": [{"type": "source", "id": "own-src", "csl_type": "report", "title": "T"}]}
ESCO = "http://data.europa.eu/esco"
TABLES = {
    "bibliography.json": '[{"id": "a", "type": "book", "title": "T"}]',
    "bibliography.bib": "@book{a, title = {T}}",
    "postings.csv": "title,text,date,country\n"
                    "Data Engineer,Knows Python.,2026-01-01,US\n",
    "skills_en.csv": "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels\n"
                     f"K,{ESCO}/skill/s-1,knowledge,cross-sector,made-up lore,lore\n",
    "occupations_en.csv": "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,description\n"
                          f"Occupation,{ESCO}/occupation/o-1,2512,made-up worker,one,No.\n",
    "occupationSkillRelations_en.csv":
        "occupationUri,relationType,skillType,skillUri\n"
        f"{ESCO}/occupation/o-1,essential,knowledge,{ESCO}/skill/s-1\n",
}
# Name of the case: the file, and the command that writes it; {in} is the folder of what it reads.
KINDS = {
    "plan as text": ("plan.txt", ["plan", *PAGE, "--output", "{out}"]),
    "plan as a web page": ("plan.html", ["plan", *PAGE, "--output", "{out}"]),
    "plan as PDF": ("plan.pdf", ["plan", *PAGE, "--output", "{out}"]),
    "quality as text": ("quality.txt", ["quality", "--output", "{out}", "python-skill"]),
    "quality as a web page": ("quality.html", ["quality", "--output", "{out}", "python-skill"]),
    "quality as PDF": ("quality.pdf", ["quality", "--output", "{out}", "python-skill"]),
    "recalibration as a web page":
        ("report.html", ["recalibrate", "--report", "{out}", "python-skill"]),
    "recalibration as a pack":
        ("own.bearings.json", ["recalibrate", "--output", "{out}", "python-skill"]),
    "picture as SVG": ("pay.svg", ["plot", "pay", *PAGE, "--output", "{out}"]),
    "picture as PNG": ("pay.png", ["plot", "pay", *PAGE, "--output", "{out}"]),
    "list to check as a table": ("due.csv", ["freshness", "--csv", "--output", "{out}"]),
    "list to check as JSON": ("due.json", ["--json", "freshness", "--output", "{out}"]),
    "sample": ("sample.json", ["norm", "export", "{out}"]),
    "export as a document":
        ("export.bearings.json", ["export", "--kind", "role", *ABOUT, "--output", "{out}"]),
    "export as lines":
        ("export.bearings.jsonl", ["export", "--pack", "roles", "--output", "{out}"]),
    "draft": ("draft.bearings.json", ["new-pack", "claim", "--output", "{out}"]),
    "signature beside": ("own.json.minisig", ["sign", "--key", "{in}/k.key", "{in}/own.json"]),
    "signature inside": ("own.json", ["sign", "--in-header", "--key", "{in}/k.key", "{out}"]),
    "secret key": ("new.key", ["keys", "generate", "--no-password", "{out}", "{out}.pub"]),
    "trusted keys": ("publishers.ini", ["keys", "add", "Us", "{in}/k.pub"]),
    "catalogue": ("new.db", ["build-catalogue", "--replace", "{out}", "{in}/own.json"]),
    "convert onet": ("o.jsonl", ["convert", "onet", "--database", str(FIXTURES / "onet"),
                                 "--published", "2026-01-01", "--output", "{out}"]),
    "convert oews": ("w.json", ["convert", "oews", "--file",
                                str(FIXTURES / "national_M2025.csv"), *ABOUT, "--output", "{out}"]),
    "convert projections":
        ("p.json", ["convert", "projections", "--file", str(FIXTURES / "projections_1_2.csv"),
                    *ABOUT, "--output", "{out}"]),
    "convert postings":
        ("s.jsonl", ["convert", "postings", "--file", "{in}/postings.csv", "--place", "Here",
                     "--least", "1", *ABOUT, "--output", "{out}"]),
    "convert retractions":
        ("r.json", ["convert", "retractions", "--file", "{in}/watch.csv", "--snapshot",
                    "2026-11-01", *ABOUT, "--output", "{out}"]),
    "convert csl": ("c.json", ["convert", "csl", "--file", "{in}/bibliography.json", *ABOUT,
                               "--output", "{out}"]),
    "convert bibtex": ("b.json", ["convert", "bibtex", "--file", "{in}/bibliography.bib", *ABOUT,
                                  "--output", "{out}"]),
    "convert esco": ("e.jsonl", ["convert", "esco", "--folder", "{in}", "--release", "1.2.0",
                                 *ABOUT, "--output", "{out}"]),
    "convert checks": ("k.json", ["convert", "checks", "--file", "{in}/answers.csv", *ABOUT,
                                  "--output", "{out}"]),
}
NEVER_OVER_A_FILE = {"draft", "secret key"}


def sample():
    rng = random.Random(4)
    people = []
    for _ in range(60):
        level = rng.gauss(0, 1)
        people.append({
            "id": str(uuid.UUID(int=rng.getrandbits(128), version=4)),
            "instrument": "python-skill", "instrument_version": VERSION, "month": "2026-11",
            "answers": [{"item": item, "score": int(rng.gauss(0, 1) < level)} for item in KEYED],
            "scores": [{"scale": "", "theta": level, "se": 0.5}]})
    return json.dumps({"bearings_sample": 1, "records": people})


class WholeFiles(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.given, self.out, self.data_dir = (pathlib.Path(folder.name) / name
                                               for name in ("in", "out", "data"))
        self.given.mkdir()
        self.out.mkdir()

    def cli(self, arguments, out, limit=None):
        def confine():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        command = [CLI, "--data-dir", str(self.data_dir),
                   *(a.replace("{in}", str(self.given)).replace("{out}", str(out))
                     for a in arguments)]
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              timeout=300, preexec_fn=None if limit is None else confine,
                              restore_signals=False, check=False)

    def good(self, arguments, out=None):
        done = self.cli(arguments, out)
        self.assertEqual(done.returncode, 0, f"{arguments}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def prepare(self):
        for name, text in TABLES.items():
            (self.given / name).write_text(text)
        (self.given / "own.json").write_text(json.dumps(OWN))
        (self.given / "sample.json").write_text(sample())
        self.good(["norm", "merge", "{in}/sample.json"])
        self.good(["keys", "generate", "--no-password", "{in}/k.key", "{in}/k.pub"])
        due = list(csv.DictReader(io.StringIO(self.good(["freshness", "--csv"]))))[:1]
        with (self.given / "answers.csv").open("w", newline="") as file:
            answers = csv.DictWriter(file, due[0].keys())
            answers.writeheader()
            answers.writerows({**row, "checked": "2026-01-02"} for row in due)
        doi = next(s["doi"] for s in json.loads((PACKS / "evidence.bearings.json").read_text())
                   ["records"] if s["type"] == "source" and "doi" in s)
        (self.given / "watch.csv").write_text(
            "OriginalPaperDOI,RetractionDate,RetractionNature,Reason\n"
            f"{doi},3/9/2024 0:00,Retraction,+Made up;\n")

    @contextlib.contextmanager
    def databases_open(self):
        """While another program has them open, a reader of the databases writes no file at all."""
        with contextlib.ExitStack() as stack:
            for path in self.data_dir.glob("*.db"):
                database = stack.enter_context(contextlib.closing(sqlite3.connect(path)))
                database.execute("select count(*) from sqlite_schema").fetchone()
            yield

    def listing(self, folder):
        return sorted(path.name for path in folder.iterdir())

    def fill(self, folder, out, old):
        """The folder with @old in the place of the file, or without the file; its names."""
        for path in folder.iterdir() if folder == self.out else [out]:
            path.unlink(missing_ok=True)
        if old is not None:
            out.write_bytes(old)
            out.chmod(0o640)
        return self.listing(folder)

    def check(self, name):
        file, arguments = KINDS[name]
        folder = {"signature beside": self.given, "trusted keys": self.data_dir}.get(name, self.out)
        out = folder / file
        before = json.dumps(OWN).encode() if name == "signature inside" else b"the old file\n"
        if name == "signature inside":
            out.write_bytes(before)
        self.good(arguments, out)
        limit = out.stat().st_size // 2
        self.assertGreater(limit, 0)

        for old in (None, before):
            if old is None and name == "signature inside":
                continue
            if name == "trusted keys" and old is not None:
                old = b"[0123456789ABCDEF]\nname=Before\nkey=x\n"
            names = self.fill(folder, out, old)
            # What was asked for is possible but for the size.
            if old is not None and name in NEVER_OVER_A_FILE:
                done = self.cli(arguments, out)
            else:
                done = self.cli(arguments, out, limit)
            self.assertEqual(done.returncode, DATA, f"{done.stdout}\n{done.stderr}")
            self.assertTrue(done.stderr.startswith("bearings-cli: "), done.stderr)
            self.assertEqual(self.listing(folder), names)
            if old is not None:
                self.assertEqual(out.read_bytes(), old)
                self.assertEqual(out.stat().st_mode & 0o777, 0o640)

    def test_every_kind(self):
        self.prepare()
        with self.databases_open():
            for name in KINDS:
                with self.subTest(name):
                    self.check(name)

    def test_every_converter_is_here(self):
        kinds = set(re.findall(r"^convert \S+", self.cli(["convert"], None).stderr, re.MULTILINE))
        self.assertEqual(kinds, {name for name in KINDS if name.startswith("convert ")})


if __name__ == "__main__":
    unittest.main()
