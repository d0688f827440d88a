#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Converters on small files: official layouts with values made up, and bibliographies that go out
with `cite` and come in again."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

CLI = os.environ["BEARINGS_CLI"]
KEPT = pathlib.Path(__file__).parent / "kept"
FIXTURES = pathlib.Path(sys.argv.pop(1))

SHIPPED = json.loads(pathlib.Path(sys.argv.pop(1)).read_text())


class Converters(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name)
        self.out = self.path / "out.bearings.json"

    def cli(self, *arguments, expect=0):
        done = subprocess.run([CLI, "--data-dir", str(self.path / "data"), *map(str, arguments)],
                              capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, expect, f"{arguments}\n{done.stdout}\n{done.stderr}")
        return done.stdout + done.stderr

    def convert(self, kind, file, *more, expect=0):
        said = self.cli("convert", kind, "--file", file, "--pack-id", "test", "--title", "T",
                        "--publisher", "P", "--licence", "CC0-1.0", "--published", "2026-01-31",
                        "--output", self.out, *more, expect=expect)
        if expect:
            self.assertFalse(self.out.exists())
            return said
        text = self.out.read_text()
        # The round trips are of what ships, which changes by itself.
        if "round_trip" not in self.id():
            self.assert_kept(kind, text)
        try:
            return json.loads(text)["records"]
        except (json.JSONDecodeError, KeyError):
            return [json.loads(line) for line in text.splitlines()[1:]]

    def assert_kept(self, kind, text):
        """Every word of the pack, against one that somebody has looked at; BEARINGS_WRITE_KEPT=1
        writes it anew."""
        self.n_kept = getattr(self, "n_kept", 0) + 1
        path = KEPT / f"{self.id().rsplit('.', 1)[-1]}-{kind}-{self.n_kept}.txt"
        if "BEARINGS_WRITE_KEPT" in os.environ:
            path.write_text(text)
        self.assertEqual(text, path.read_text(), path)

    def write(self, name, text):
        path = self.path / name
        path.write_text(text, encoding="utf-8")
        return path

    def test_oews(self):
        records = self.convert("oews", FIXTURES / "national_M2025.csv")
        kinds = {record["type"] for record in records}
        self.assertEqual(kinds, {"source", "wage"})
        wage = [r for r in records if r.get("soc") == "15-1221"][0]
        self.assertEqual((wage["median"]["value"], wage["period"]), (140300, "2025-05"))
        self.cli("validate", "--alone", self.out)

    def test_oews_period(self):
        table = shutil.copy(FIXTURES / "national_M2025.csv", self.path / "wages.csv")
        self.assertIn("period", self.convert("oews", table, expect=4))
        records = self.convert("oews", table, "--period", "2031-05")
        self.assertTrue(any(r.get("period") == "2031-05" for r in records))

    def test_workbook(self):
        book = self.path / "national_M2025.xlsx"
        book.write_bytes(b"PK\x03\x04\x14\x00" + b"\x00" * 40)
        self.assertIn("save its table as CSV", self.convert("oews", book, expect=4))

    def test_projections(self):
        records = self.convert("projections", FIXTURES / "projections_1_2.csv")
        row = [r for r in records if r.get("soc") == "15-1221"][0]
        self.assertEqual((row["change_percent"], row["round"]), (19.7, "2024-34"))
        self.cli("validate", "--alone", self.out)

    def test_wrong_table(self):
        said = self.convert("oews", FIXTURES / "projections_1_2.csv", expect=4)
        self.assertIn("projections_1_2.csv:1: there is no column", said)

    def test_onet_new_layout(self):
        folder = self.path / "db_30_3_text"
        shutil.copytree(FIXTURES / "onet", folder)
        old = self.onet(FIXTURES / "onet")

        def move(name, new, change):
            table = [line.split("\t") for line in
                     (folder / name).read_text("utf-8-sig").splitlines()]
            (folder / name).unlink()
            (folder / new).write_text("".join("\t".join(row) + "\n" for row in change(table)))

        def rename(*pairs):
            return lambda table: [[dict(pairs).get(cell, cell) for cell in table[0]], *table[1:]]

        skills = (folder / "Skills.txt").read_text("utf-8-sig").splitlines()
        for name, group in (("Essential Skills.txt", "2.A."), ("Transferable Skills.txt", "2.B.")):
            (folder / name).write_text("\n".join(
                [skills[0], *[line for line in skills[1:] if f"\t{group}" in line]]) + "\n")
        (folder / "Skills.txt").unlink()
        move("Technology Skills.txt", "Software Skills.txt",
             rename(("Example", "Workplace Example"), ("Commodity Code", "Element ID"),
                    ("Commodity Title", "Element Name")))
        move("Alternate Titles.txt", "Job Titles.txt", rename(("Alternate Title", "Job Title")))
        self.assertEqual(self.onet(folder), old)
        (folder / "Transferable Skills.txt").unlink()
        self.assertIn("Transferable Skills.txt",
                      self.cli("convert", "onet", "--database", folder, "--output", self.out,
                               expect=4))

    def onet(self, folder):
        self.cli("convert", "onet", "--database", folder, "--published", "2026-01-01",
                 "--output", self.out)
        return sorted(self.out.read_text().splitlines())

    def esco(self, expect=0, **changed):
        uri = "http://data.europa.eu/esco"
        files = {
            "skills": "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels\n"
                      f'K,{uri}/skill/s-1,knowledge,cross-sector,made-up lore,"lore\nold lore"\n'
                      f"K,{uri}/skill/s-2,skill/competence,,do made-up things,\n",
            "occupations": "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,description\n"
                           f'Occupation,{uri}/occupation/o-1,2512,made-up worker,"one\ntwo",No.\n',
            "occupationSkillRelations": "occupationUri,relationType,skillType,skillUri\n"
                                        f"{uri}/occupation/o-1,essential,knowledge,{uri}/skill/s-1\n"
                                        f"{uri}/occupation/o-1,optional,,{uri}/skill/s-2\n",
        }
        for name, (old, new) in changed.items():
            self.assertIn(old, files[name])
            files[name] = files[name].replace(old, new)
        for name, text in files.items():
            self.write(f"{name}_en.csv", text)
        self.out.unlink(missing_ok=True)
        return self.cli("convert", "esco", "--folder", self.path, "--release", "1.2.0",
                        "--pack-id", "esco", "--title", "T", "--publisher", "P", "--licence",
                        "CC0-1.0", "--published", "2026-01-31", "--output", self.out,
                        expect=expect)

    def test_esco(self):
        self.assertIn("1 occupations, 2 skills, 2 relations", self.esco())
        self.assert_kept("esco", self.out.read_text())
        records = [json.loads(line) for line in self.out.read_text().splitlines()[1:]]
        by_id = {(r["type"], r.get("id") or r["skill"]): r for r in records}
        self.assertEqual(by_id["skill", "esco-s-1"],
                         {"type": "skill", "id": "esco-s-1", "name": "made-up lore",
                          "kind": "knowledge", "category": "cross-sector",
                          "aliases": ["lore", "old lore"], "source": "esco-1-2-0"})
        self.assertEqual(by_id["occupation", "esco-o-1"]["soc"], "ISCO-08 2512")
        self.assertEqual(by_id["occupation", "esco-o-1"]["alternate_titles"], ["one", "two"])
        row = by_id["occupation-skill", "esco-s-2"]
        self.assertEqual((row["basis"], row["importance"]),
                         ("ESCO (optional)", {"missing": "qualitative"}))
        self.cli("validate", "--alone", self.out)
        self.cli("import", self.out)
        self.assertIn("made-up worker", self.cli("search", "made-up worker"))

    def test_esco_errors(self):
        for name, old, new, said in (
            ("skills", "skillType", "kind", "skills_en.csv:1: there is no column “skillType”"),
            ("skills", "knowledge", "hobby", "skills_en.csv:2: skilltype: “hobby” is neither"),
            ("skills", "s-2", "s-1", "“esco-s-1” stands here twice"),
            ("occupations", "2512", "none", "occupations_en.csv:2: iscogroup: “none” is no group"),
            ("occupationSkillRelations", "/o-1,essential", "/o-9,essential",
             "there is no occupation “esco-o-9”"),
            ("occupationSkillRelations", "optional", "perhaps",
             "occupationSkillRelations_en.csv:3: relationtype: “perhaps” is neither"),
        ):
            self.assertIn(said, self.esco(4, **{name: (old, new)}))
            self.assertFalse(self.out.exists())

    def test_postings_by_alias(self):
        """A centre adds a short form by a pack; postings count by it, at the borders of words."""
        table = self.write("postings.csv", "title,text,date,country\n" + "".join(
            f'Data Engineer,"Knows {word} and Python.",2026-01-0{i + 1},US\n'
            for i, word in enumerate(["k8s", "k8score", "Kubernetes", "ak8s"])))

        def counted():
            records = self.convert("postings", table, "--place", "Here", "--least", "1")
            return {r["skill"]: (r["k"], r["n"]) for r in records
                    if r["type"] == "posting-share"}

        before = counted()
        self.assertEqual((before["python"], before["kubernetes"]), ((4, 4), (1, 4)))
        self.cli("import", self.write("alias.bearings.json", json.dumps(
            {"bearings_pack": 1, "id": "short-forms", "title": "Short forms", "version": "1",
             "published": "2026-01-01", "publisher": "P", "licence": "CC BY 4.0",
             "replaces": "occupations",
             "records": [{"type": "skill", "id": "kubernetes", "name": "Kubernetes",
                          "kind": "technology", "category": "Application server software",
                          "aliases": ["k8s"], "source": "onet-30-1"}]})))
        self.assertEqual(counted()["kubernetes"], (2, 4))

    def test_retractions_carry_their_day(self):
        source = next(s for s in self.SOURCES if "doi" in s)
        table = self.write("watch.csv", "OriginalPaperDOI,RetractionDate,RetractionNature,Reason\n"
                           f"{source['doi'].upper()},3/9/2024 0:00,Retraction,+Made up;\n")
        records = self.convert("retractions", table, "--snapshot", "2026-11-01")
        self.assertEqual([r["id"] for r in records], [source["id"]])
        self.assertEqual((records[0]["state"], records[0]["state_date"]),
                         ("retracted", "2024-03-09"))
        self.assertIn("2026-11-01", records[0]["state_note"])

    SOURCES = [r for r in SHIPPED["records"] if r["type"] == "source"]

    def cite_and_back(self, form, kind, keys, same_types):
        wanted = {source["id"]: source for source in self.SOURCES}
        text = subprocess.run([CLI, "--data-dir", str(self.path / "data"), "cite", "--format", form,
                               *wanted], capture_output=True, text=True, timeout=120, check=True)
        back = {r["id"]: r for r in self.convert(kind, self.write("in", text.stdout))}
        self.assertEqual(set(back), set(wanted))
        for key, source in wanted.items():
            for name in keys:
                self.assertEqual(back[key].get(name), source.get(name), f"{key} {name}")
            if source["csl_type"] in same_types:
                self.assertEqual(back[key]["csl_type"], source["csl_type"], key)
        self.cli("validate", "--alone", self.out)

    def test_csl_round_trip(self):
        self.cite_and_back("csl-json", "csl",
                           ["csl_type", "title", "authors", "container", "publisher", "volume",
                            "issue", "pages", "issued", "accessed", "doi", "url"],
                           {"report"})

    def test_bibtex_round_trip(self):
        self.cite_and_back("bibtex", "bibtex",
                           ["title", "authors", "volume", "issue", "doi", "url"],
                           {"article-journal", "book", "report", "paper-conference"})

    def test_csl_errors(self):
        item = '{"id": "a", "type": "book", "title": "T"%s}'
        for text, said in (
            ('[{"id": "a"', "in.json:1"),
            ("{}", "a list of items"),
            (f'[{item % ""}, {item % ""}]', "item 2: the id “a” stands here twice"),
            ('[{"id": "a", "type": "book"}]', "item 1: it has no title"),
            (f"""[{item % ', "issued": {"raw": "lately"}'}]""", "“issued” is not a date"),
            (f"""[{item % ', "DOI": "none"'}]""", "is not a DOI"),
            (f"""[{item % ', "URL": "ftp://x"'}]""", "not an address of the web"),
            (f"""[{item % ', "author": [{}]'}]""", "neither “family” nor “literal”"),
        ):
            self.assertIn(said, self.convert("csl", self.write("in.json", text), expect=4))

    def test_csl_leaves_out(self):
        records = self.convert("csl", self.write("in.json", json.dumps([
            {"id": "a b", "type": "book", "title": "T", "volume": 12, "abstract": "x",
             "author": [{"family": "Berg", "given": "A.", "non-dropping-particle": "van den"}],
             "issued": {"date-parts": [["2020", 3]]}}])))
        self.assertEqual(records, [{"type": "source", "id": "a-b", "csl_type": "book", "title": "T",
                                    "volume": "12", "authors": ["van den Berg, A."],
                                    "issued": "2020-03"}])

    def test_bibtex(self):
        records = self.convert("bibtex", self.write("in.bib", r"""
A comment.
@string{jx = "Journal of " # {X}}
@comment{nothing}
@Article{key:1, author = "J{\"u}rgen M{\"{u}}ller and Ludwig van Beethoven and {Bureau and Co}
   and S\'ean O'N\'{\i}ll",
  title = {The {SQL} of \emph{R\&D} -- 50\,\% of it}, journal = jx, year = 2020, month = mar,
  pages = "1--9", doi = {https://doi.org/10.1000/a_b}, abstract = {no place}, }
@misc(two, title = "Second")
"""))
        self.assertEqual(records, [
            {"type": "source", "id": "key:1", "csl_type": "article-journal",
             "authors": ["Müller, Jürgen", "van Beethoven, Ludwig", "Bureau and Co",
                         "O'Níll, Séan"],
             "title": "The SQL of R&D – 50 % of it", "container": "Journal of X",
             "pages": "1-9", "issued": "2020-03", "doi": "10.1000/a_b"},
            {"type": "source", "id": "two", "csl_type": "document", "title": "Second"}])

    def test_bibtex_errors(self):
        for text, said in (
            ("\n@book{a, title = {no end}", "in.bib:2: “,” was expected here"),
            ("\n@book{a, title = {no end", "in.bib:2: a value begins here and does not end"),
            ("@book{a, year = 2020}", "in.bib:1: the entry “a” has no title"),
            ("@book{a, title = {x}}\n@book{a, title = {y}}", "in.bib:2: the id “a” stands"),
            ("@book{a,\n title = \"\\strange{x}\"}", "in.bib:2: “\\strange” is not known"),
            ("@book{a, title = nothing}", "there is no @string “nothing”"),
            ("@song{a, title = {x}}", "there is no entry “@song”"),
            ("@book{a, title = {x}, month = {soon}}", "“soon” is no month"),
            ("@book{a, title = {x}, year = {20th}}", "is no number of a year"),
            ("@book{a, title = {x}, url = {x.org}}", "no address of the web"),
            ("nothing here", "there is no entry in it"),
        ):
            self.assertIn(said, self.convert("bibtex", self.write("in.bib", text), expect=4))


if __name__ == "__main__":
    unittest.main()
