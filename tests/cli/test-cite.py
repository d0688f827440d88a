#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Citations of the shipped data and of nasty sources, read by the programs people use them with:
pandoc with its citation processor, and bibutils."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

CLI = os.environ["BEARINGS_CLI"]

MODS = "{http://www.loc.gov/mods/v3}"

NASTY = [
    {"type": "source", "id": "nasty-1", "csl_type": "article-journal",
     "title": "50 % of {C} & C# devs_use $\\LaTeX$ ~ \"quotes\" ^ # [x] <b>",
     "authors": ["Müller-Lüdenscheidt, Jürgen", "O'Néill, Séan", "de la Cruz, María"],
     "container": "Journal of R&D", "volume": "12", "issue": "3", "pages": "100–109",
     "issued": "2019-05-07", "doi": "10.1000/a_b%c#d", "url": "https://example.org/a_b?c=1&d={2}%20"},
    {"type": "source", "id": "nasty-2", "csl_type": "report", "title": "On nothing",
     "authors": ["Department of Labor, Employment and Training Administration",
                 "Bureau of This and That"],
     "publisher": "Bureau of This and That"},
    {"type": "source", "id": "nasty-3", "csl_type": "webpage", "title": "No author, no date 日本語",
     "url": "https://example.org/", "accessed": "2026-02"},
    {"type": "source", "id": "nasty-4", "csl_type": "article-journal", "title": "Taken back",
     "authors": ["Doe, J."], "issued": "2020", "state": "retracted", "state_date": "2021-03",
     "state_note": "The data were invented."},
    {"type": "source", "id": "nasty-5", "csl_type": "book", "title": "Half a { brace",
     "authors": ["Doe, J. }"], "issued": "1999"},
]


class Cite(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.folder.name)
        pack = {"bearings_pack": 1, "id": "nasty", "title": "Nasty sources", "version": "1",
                "published": "2026-01-01", "publisher": "Test", "licence": "CC0-1.0",
                "records": NASTY}
        (cls.path / "nasty.bearings.json").write_text(json.dumps(pack))
        cls.cli("import", str(cls.path / "nasty.bearings.json"))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def cli(cls, *arguments, expect=0):
        done = subprocess.run([CLI, "--data-dir", str(cls.path / "data"), *arguments],
                              capture_output=True, timeout=120)
        if done.returncode != expect:
            raise AssertionError(f"{arguments}: {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done.stdout.decode()

    def cite(self, form, *what):
        text = self.cli("cite", "--format", form, *what)
        path = self.path / f"out.{form}"
        path.write_bytes(text.encode())
        return text, path

    def run_tool(self, tool, *arguments, stdin=None):
        if shutil.which(tool) is None:
            self.skipTest(f"{tool} is not installed")
        done = subprocess.run([tool, *arguments], capture_output=True, text=True, input=stdin,
                              timeout=120, cwd=self.path)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout, done.stderr

    def nasty(self, form):
        return self.cite(form, *[source["id"] for source in NASTY])

    def pandoc_reads(self, form, path):
        text, errors = self.run_tool("pandoc", "--from", form, "--to", "csljson", str(path))
        self.assertEqual(errors, "")
        return {entry["id"]: entry for entry in json.loads(text)}

    def check_nasty(self, entries):
        first = entries["nasty-1"]
        self.assertEqual(first["title"], NASTY[0]["title"])
        self.assertEqual([(a["family"].replace("’", "'"), a["given"])
                          for a in first["author"][:2]],
                         [("Müller-Lüdenscheidt", "Jürgen"), ("O'Néill", "Séan")])
        self.assertEqual(first["DOI"], NASTY[0]["doi"])
        self.assertEqual(first["container-title"], "Journal of R&D")
        self.assertEqual(first["issued"]["date-parts"][0][:2], [2019, 5])
        self.assertEqual(re.sub("[-–]+", "-", first["page"]), "100-109")
        second = entries["nasty-2"]
        self.assertEqual([a["literal"] for a in second["author"]], NASTY[1]["authors"])
        self.assertNotIn("issued", second)
        third = entries["nasty-3"]
        self.assertNotIn("author", third)
        self.assertIn("日本語", third["title"])
        self.assertIn("Half a", entries["nasty-5"]["title"])
        self.assertIn("Retracted", entries["nasty-4"]["note"])
        self.assertIn("invented", entries["nasty-4"]["note"])

    def test_csl_json(self):
        text, path = self.nasty("csl-json")
        entries = {entry["id"]: entry for entry in json.loads(text)}
        self.check_nasty(entries)
        self.assertEqual(entries["nasty-3"]["accessed"], {"date-parts": [[2026, 2]]})
        read = self.pandoc_reads("csljson", path)
        self.assertEqual(set(read), set(entries))

    def test_bibtex(self):
        text, path = self.nasty("bibtex")
        self.assertEqual(text.count("{"), text.count("}"))
        self.check_nasty(self.pandoc_reads("bibtex", path))

    def test_citeproc(self):
        for form, extension in (("csl-json", "json"), ("bibtex", "bib")):
            text, path = self.cite(form, "nasty-1", "nasty-2",
                                   "nasty-3", "nasty-4")
            bibliography = path.with_suffix("." + extension)
            bibliography.write_text(text)
            html, errors = self.run_tool(
                "pandoc", "--citeproc", "--bibliography", str(bibliography), "--to", "plain",
                "--wrap", "none", stdin="Cited [@nasty-1; @nasty-2; @nasty-3; @nasty-4].\n")
            self.assertEqual(errors, "")
            self.assertIn("Müller-Lüdenscheidt", html)
            self.assertIn("n.d.", html)
            self.assertIn("Department of Labor, Employment and Training Administration", html)

    def test_ris(self):
        text, path = self.nasty("ris")
        self.assertEqual(text.count("TY  - "), len(NASTY))
        self.assertEqual(text.count("ER  - "), len(NASTY))
        for line in text.split("\r\n"):
            self.assertRegex(line, r"^([A-Z][A-Z0-9]  - .*)?$")
        xml, errors = self.run_tool("ris2xml", "-i", "unicode", "-u", str(path))
        self.assertIn(f"Processed {len(NASTY)} references", errors)
        root = ElementTree.fromstring(xml.lstrip("\ufeff"))
        by_key = {mods.get("ID"): mods for mods in root.findall(MODS + "mods")}
        first = by_key["nasty-1"]
        self.assertEqual([part.text for part in first.iter(MODS + "namePart")
                          if part.get("type") == "family"],
                         ["Müller-Lüdenscheidt", "O'Néill", "de la Cruz"])
        self.assertEqual(first.find(f"{MODS}part/{MODS}extent/{MODS}start").text, "100")
        self.assertEqual(first.find(f"{MODS}part/{MODS}extent/{MODS}end").text, "109")
        self.assertIn("invented", ElementTree.tostring(by_key["nasty-4"], "unicode"))

    def test_bibutils_reads_bibtex(self):
        text, path = self.nasty("bibtex")
        xml, errors = self.run_tool("bib2xml", "-i", "unicode", "-u", str(path))
        self.assertIn(f"Processed {len(NASTY)} references", errors)
        ElementTree.fromstring(xml.lstrip("\ufeff"))

    def test_shipped_page(self):
        """Every reference of the page that inspired the project loads everywhere."""
        page = ("--role", "machine-learning-engineer", "--skill", "python")
        text, path = self.cite("csl-json", *page)
        entries = json.loads(text)
        self.assertGreater(len(entries), 20)
        self.assertEqual(len({entry["id"] for entry in entries}), len(entries))
        self.assertEqual(len(self.pandoc_reads("csljson", path)), len(entries))
        _, path = self.cite("bibtex", *page)
        read = self.pandoc_reads("bibtex", path)
        self.assertEqual(len(read), len(entries))
        for entry in entries:
            self.assertEqual(read[entry["id"]]["title"].replace("’", "'"),
                             entry["title"].replace("’", "'"))
        _, path = self.cite("ris", *page)
        _, errors = self.run_tool("ris2xml", "-i", "unicode", "-u", str(path))
        self.assertIn(f"Processed {len(entries)} references", errors)

    def test_claim(self):
        claims = json.loads(self.cli("--json", "library", "--channel", "callbacks", "-n", "3"))
        ids = [hit["id"] for hit in claims]
        self.assertEqual(len(ids), 3)
        text, _ = self.cite("csl-json", *ids)
        notes = " ".join(entry.get("note", "") for entry in json.loads(text))
        for hit in claims:
            self.assertIn(hit["id"], notes)
            self.assertIn(hit["title"], notes)
        self.assertIn(claims[0]["title"], self.cite("text", *ids)[0])

    def test_usage(self):
        self.cli("cite", expect=2)
        self.cli("cite", "--format", "endnote", "nasty-1", expect=2)
        self.cli("cite", "--role", "machine-learning-engineer", expect=2)
        self.cli("cite", "no-such-thing", expect=3)

    def test_library(self):
        hits = json.loads(self.cli("--json", "library", "--certainty", "high", "--design",
                                   "rct,audit", "--sort", "newest"))
        self.assertTrue(hits)
        for hit in hits:
            claim = json.loads(self.cli("--json", "show", "claim", hit["id"]))
            self.assertIn(claim["design"], ("rct", "audit"))
        self.cli("library", "--channel", "nonsense", expect=2)
        self.cli("library", "zzzzqqq", expect=3)
        counts = self.cli("library", "--counts", "pay")
        self.assertRegex(counts, r"(?m)^Channel\n +[0-9]+")
        self.assertEqual(json.loads(self.cli("--json", "library", "--sources",
                                             "nothing"))[0]["id"], "nasty-2")


if __name__ == "__main__":
    unittest.main(verbosity=2)
