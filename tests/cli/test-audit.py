#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped evidence as a sceptic would go through it: each departure on the way of a sentence is
computed and named, each popular claim is met where its figure is, each boundary that is crossed has
its note."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

CLI = os.environ["BEARINGS_CLI"]
PACKS = pathlib.Path(os.environ["BEARINGS_PACKS"])

# Trace, step (part of its title), aspect, change, and words of before and after. "" is the sentence.
DEPARTURES = [
    # The three findings of the page that the application answers.
    ("noy-zhang-time", "article in Science", "number", "changed", "0.8", "40"),
    ("noy-zhang-time", "article in Science", "sample", "changed", "444", "453"),
    ("indeed-26-jobs-highly", "page that inspired", "hedge", "strengthened", "could be", "likely"),
    ("wef-39-skills", "inspired this project, label", "hedge", "strengthened", "", ""),
    ("wef-39-skills", "inspired this project, label", "words", "changed", "transformed",
     "obsolete"),
    ("wef-39-skills", "inspired this project, label", "unit", "changed", "skill set", "skills"),
    ("wef-39-skills", "inspired this project, text", "words", "changed", "outdated", "obsolete"),
    # The register.
    ("ats-75-percent", "JobCannon", "number", "restated", "23", "92"),
    ("ats-75-percent", "JobCannon", "year", "changed", "2025", "2024"),
    ("ats-75-percent", "Forbes", "number", "appeared", "", "75"),
    ("cornell-20-60", "People say", "number", "changed", "23", "20"),
    ("cornell-20-60", "People say", "hedge", "strengthened", "", "shows"),
    ("cornell-20-60", "People say", "credit", "changed", "Xu", "Cornell"),
    ("cornell-20-60", "Gazeta", "number", "changed", "23", "67"),
    ("cornell-20-60", "Gazeta", "credit", "changed", "Xu", "Cornell"),
    ("neurodivergent-85", "People say", "hedge", "strengthened", "", "are"),
    ("neurodivergent-85", "MarketWatch", "unit", "changed", "adults", "college grads"),
    ("neurodivergent-85", "Citizen Watch", "credit", "changed", "", "Department of Labor"),
    ("neurodivergent-85", "JobCannon", "credit", "changed", "", "Autism Speaks"),
    ("neurodivergent-85", "JobCannon", "year", "changed", "", "2017"),
    ("neurodivergent-85", "Griffiths", "hedge", "strengthened", "", ""),
    ("neurodivergent-ai-screening-rate", "Behaviorist", "sample", "changed", "11", "1000"),
    ("networking-85", "Coaching", "number", "changed", "70", "80"),
    ("networking-85", "Coaching", "credit", "changed", "", "ABC"),
    ("networking-85", "One Idea", "number", "changed", "85", "45"),
    ("networking-85", "People say", "sample", "dropped", "3000", ""),
    ("six-seconds", "PR Newswire", "unit", "changed", "first decision", "reviewing a CV"),
    ("six-seconds", "Ladders, Inc", "number", "changed", "6", "7.4"),
    ("six-seconds", "People say", "sample", "dropped", "30", ""),
    ("jobs-2030-85", "People say", "hedge", "strengthened", "", ""),
    ("jobs-2030-85", "Press", "hedge", "strengthened", "", ""),
    ("jobs-2030-85", "Press", "sample", "appeared", "", "20"),
    ("ten-thousand-hours", "Gladwell", "hedge", "strengthened", "", ""),
    ("ten-thousand-hours", "People say", "hedge", "strengthened", "", "make"),
    ("ml-87-production", "People say", "number", "complement", "13", "87"),
    ("ml-87-production", "OODA", "number", "complement", "13", "87"),
    ("lightcast-56", "People say", "credit", "changed", "PwC", "Lightcast"),
    ("lightcast-56", "CloudWise", "credit", "changed", "PwC", "Lightcast"),
    ("lightcast-56", "Various", "credit", "changed", "PwC", "LinkedIn"),
    ("wef-39-obsolete", "People say", "hedge", "strengthened", "", "will be"),
    ("wef-39-obsolete", "People say", "unit", "changed", "skill set", "current skills"),
    ("wef-39-obsolete", "inspired", "words", "changed", "outdated", "obsolete"),
    ("wef-39-obsolete", "Workers Rights", "words", "changed", "transformed", "obsolete"),
    ("metr-tools-slow-everyone", "People say", "sample", "dropped", "16", ""),
    ("hidden-job-market-80", "Jackson", "number", "changed", "80", "85"),
    ("mehrabian-93", "People say", "number", "appeared", "", "93"),
    ("mehrabian-93", "Silent Messages", "hedge", "strengthened", "", ""),
    ("soft-skills-85-carnegie", "People say", "credit", "changed", "Mann", "Harvard"),
    ("soft-skills-85-carnegie", "Forbes", "number", "appeared", "", "85"),
    ("hp-60-100", "People say", "number", "appeared", "", "60"),
    ("learning-styles", "People say", "hedge", "strengthened", "", ""),
    ("reskilling-50-2025", "People say", "hedge", "strengthened", "expect", "will"),
    ("reskilling-50-2025", "Kate Whiting", "number", "changed", "40", "50"),
    ("reskilling-50-2025", "Maggioncalda", "unit", "changed", "employees", "those who stay"),
    ("skills-half-life-5", "Training firms", "credit", "changed", "Thomas", "World Economic Forum"),
    ("interview-90-seconds", "People say", "number", "changed", "4", "90"),
    ("remember-10-90", "Park Service", "number", "appeared", "", "90"),
]
# Told alike by everybody, or by nobody before.
ALIKE = {"seven-careers", "children-65", "personality-tests-90"}

DEFINED = ["src-eu-ai-act", "src-gdpr", "src-nyc-ll144", "src-ugesp-1978", "src-cooley-2025",
           "src-ico-2024", "src-onet-hot-technologies-2022", "postings-2023", "src-sackett-2022"]
SHELF = {"Procurement", "Standards", "Risk management", "Law"}


class Audit(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.records = []
        for pack in sorted(PACKS.glob("*.bearings.json")):
            cls.records += json.loads(pack.read_text())["records"]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def cli(self, *arguments):
        done = subprocess.run([CLI, "--data-dir", self.folder.name, *arguments],
                              capture_output=True, timeout=120, check=True)
        return done.stdout.decode()

    def json(self, *arguments):
        return json.loads(self.cli("--json", *arguments))

    def of(self, kind):
        return [record for record in self.records if record["type"] == kind]

    def test_departures(self):
        traces = {}
        for name, title, aspect, change, before, after in DEPARTURES:
            trace = traces.setdefault(name, None) or self.json("trace", name)
            traces[name] = trace
            found = [difference
                     for step in trace["steps"] + trace["retellings"]
                     if title in step["title"]
                     for difference in step.get("differences", [])
                     if (difference["aspect"], difference["change"]) == (aspect, change)]
            with self.subTest(trace=name, step=title, aspect=aspect):
                self.assertTrue(any(before in (one.get("before") or "") and
                                    after in (one.get("after") or "") for one in found),
                                [step.get("differences") for step in trace["steps"]
                                 if title in step["title"]])
        self.assertEqual({entry["id"] for entry in self.of("register-entry")} - set(traces), ALIKE)

    def test_register(self):
        hops = self.of("trace-hop")
        popular = {one["record"]
                   for career, skill in ((("--role", "machine-learning-engineer"), "python"),
                                         (("--occupation", "29-1141.00"), "2.A.1.b"))
                   for one in self.json("questions", *career, "--skill", skill)
                   if one["kind"] == "popular"}
        for entry in self.of("register-entry"):
            with self.subTest(entry=entry["id"]):
                own = [hop for hop in hops if hop.get("register_entry") == entry["id"]]
                self.assertGreaterEqual(len(own), 2)
                self.assertTrue(all(hop["who"] and hop["wording"] for hop in own))
                self.assertTrue(entry["verdict"] and entry["searched"] and entry["where"])
                trace = self.json("trace", entry["id"])
                self.assertEqual(trace["origin_found"], entry["primary_found"])
                if not entry["primary_found"]:
                    self.assertEqual(trace["steps"][-1]["kind"], "no-origin")
                # It is met on a page: where its places say, and on the claims that it names.
                self.assertTrue(entry.get("met") or entry.get("related_claims"))
                self.assertIn(entry["id"], popular)

    def test_every_claim_has_a_way_to_its_source(self):
        sources = {source["id"] for source in self.of("source")}
        for claim in self.of("claim"):
            trace = self.json("trace", claim["id"])
            with self.subTest(claim=claim["id"]):
                self.assertEqual(trace["steps"][0]["text"], claim["statement"])
                self.assertTrue(trace["origin_found"])
                self.assertIn(trace["steps"][-1].get("source", claim["source"]), sources)

    def test_answer(self):
        traces = self.json("trace", "--role", "machine-learning-engineer", "--skill", "python")
        answer = traces[0]
        self.assertEqual([step["kind"] for step in answer["steps"]],
                         ["sentence", "computed"] + ["channel"] * 7)
        reached = {trace["id"] for trace in traces[1:]}
        for step in answer["steps"][2:]:
            if "record" in step:
                self.assertIn(step["record"], reached)
        counted = next(trace for trace in traces
                       if trace["id"] == "machine-learning-engineer/python/all/2023")
        self.assertEqual([step["kind"] for step in counted["steps"]],
                         ["sentence", "computed", "source"])
        self.assertIn("424 of 571", counted["steps"][1]["text"])
        self.assertEqual(counted["steps"][2]["source"], "postings-2023")

    def test_boundaries(self):
        for claim in self.of("claim"):
            self.assertTrue(claim.get("boundary") and claim.get("boundary_note"), claim["id"])
        defined = {definition["source"]: definition for definition in self.of("definition")}
        for source in DEFINED:
            self.assertIn(source, defined)
            self.assertTrue(defined[source]["date"])
        for definition in defined.values():
            self.assertTrue(definition.get("boundary") and definition.get("date"))
        for boundary in ("regulatory", "employer", "academic"):
            self.assertIn(boundary, [one["boundary"] for one in self.of("definition")])
        shelf = {literature["field"]: literature for literature in self.of("literature")}
        self.assertEqual(SHELF - set(shelf), set())
        claims = {claim["id"] for claim in self.of("claim")}
        for literature in shelf.values():
            self.assertTrue(literature["sources"])
            self.assertTrue(set(literature["claims"]) <= claims)

    def test_packs_have_no_findings(self):
        """No crossing without a note, and no figure in prose that no finding backs."""
        for name in ("evidence", "roles"):
            done = subprocess.run([CLI, "validate", str(PACKS / f"{name}.bearings.json")],
                                  capture_output=True, timeout=120)
            said = (done.stdout + done.stderr).decode()
            for code in ("crossing-without-note", "unbacked-figure", "blank-number"):
                self.assertNotIn(code, said)


if __name__ == "__main__":
    unittest.main()
