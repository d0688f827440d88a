#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the shipped evidence, roles and reference-samples packs must hold."""

import json
import math
import re
import sys
import unittest

PACKS = {}
ROLES = 10
Z = 1.959963984540054


def records(pack, kind):
    return [record for record in PACKS[pack]["records"] if record["type"] == kind]


def wilson(k, n):
    p, z2 = k / n, Z * Z
    centre = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = Z * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return 100 * p, 100 * (centre - half), 100 * (centre + half)


def claims():
    return records("evidence", "claim") + records("roles", "claim")


def texts(value):
    if isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, str):
        yield value


class Counts(unittest.TestCase):
    def test_claims(self):
        self.assertEqual(len(records("evidence", "claim")), 208)
        pay = [claim for claim in records("roles", "claim") if claim["channel"] == "pay"]
        self.assertEqual(len(pay), 5)
        for claim in records("roles", "claim"):
            self.assertEqual(claim["confirmed"], "computed")

    def test_register(self):
        entries = records("evidence", "register-entry")
        self.assertEqual(len(entries), 24)
        hops = [hop for hop in records("evidence", "trace-hop") if "register_entry" in hop]
        for entry in entries:
            positions = [hop["position"] for hop in hops if hop["register_entry"] == entry["id"]]
            self.assertEqual(positions, list(range(1, len(positions) + 1)))
            self.assertGreaterEqual(len(positions), 2, entry["id"])

    def test_traces(self):
        for claim in ("noy-zhang-time", "indeed-26-jobs-highly", "wef-39-skills"):
            hops = [hop for hop in records("evidence", "trace-hop") if hop.get("claim") == claim]
            self.assertGreaterEqual(len(hops), 3, claim)
            self.assertIn("source", hops[0], "a trace begins with the primary source")

    def test_every_hop_says_what_it_is(self):
        parts = {}
        for hop in records("evidence", "trace-hop"):
            parts.setdefault(hop.get("claim") or hop["register_entry"], []).append(hop["part"])
        entries = {entry["id"]: entry for entry in records("evidence", "register-entry")}
        for owner, of in parts.items():
            if owner in entries:
                self.assertEqual("primary" in of, entries[owner]["primary_found"], owner)
            else:
                self.assertEqual(of[0], "primary", owner)

    def test_popular_claims_say_where_they_are_met_and_what_was_searched(self):
        for entry in records("evidence", "register-entry"):
            self.assertTrue(entry["met"], entry["id"])
            self.assertTrue(entry["where"] and entry["searched"], entry["id"])

    def test_quotations_are_short(self):
        quoting = records("evidence", "claim") + records("evidence", "trace-hop")
        quotes = [quote for record in quoting for quote in record.get("quotes", [])]
        self.assertGreater(len(quotes), 25)
        for quote in quotes:
            self.assertLessEqual(len(quote.split()), 8, quote)

    def test_what_crosses_a_boundary_has_its_own_note(self):
        notes = [claim["boundary_note"] for claim in records("evidence", "claim")]
        self.assertEqual(len(notes), 208)
        self.assertEqual(len(set(notes)), 208)

    def test_roles(self):
        roles = records("roles", "role")
        self.assertEqual(len(roles), ROLES)
        engineer = next(role for role in roles if role["id"] == "machine-learning-engineer")
        self.assertEqual([row["occupation"] for row in engineer["occupations"]],
                         ["15-2051.00", "15-1221.00", "15-1299.08"])
        shares = records("roles", "posting-share")
        for role in roles:
            own = [share for share in shares if share["role"] == role["id"]]
            self.assertGreater(len(own), 40, role["id"])

    def test_glossary(self):
        self.assertGreaterEqual(len(records("roles", "glossary-term")), 30)


class Figures(unittest.TestCase):
    """The figures that the page for Python and machine learning engineers must show."""

    def share(self, kind, **fields):
        found = [record for record in records("roles", kind)
                 if all(record[name] == value for name, value in fields.items())]
        self.assertEqual(len(found), 1)
        return found[0]

    def test_posting_share(self):
        share = self.share("posting-share", role="machine-learning-engineer", skill="python",
                           scope="all", year="2023")
        self.assertEqual((share["k"], share["n"], share["n_postings"]), (424, 571, 621))
        self.assertEqual([round(share[name], 1) for name in ("share", "low", "high")],
                         [74.3, 70.5, 77.7])

    def test_use_share(self):
        share = self.share("use-share", role="machine-learning-engineer", skill="python",
                           year="2022")
        self.assertEqual((share["k"], share["n"]), (556, 563))
        self.assertEqual([round(share[name], 1) for name in ("share", "low", "high")],
                         [98.8, 97.5, 99.4])

    def test_pay(self):
        claim = next(claim for claim in records("roles", "claim")
                     if claim["id"] == "pay-python-machine-learning-engineer")
        finding = claim["finding"]
        self.assertEqual(finding["value"], 11250)
        self.assertAlmostEqual(finding["low"], -20188, delta=0.5)
        self.assertEqual(finding["high"], 43250)
        self.assertEqual(claim["direction"], "not-established")
        self.assertEqual(claim["sample"]["n"], 80 + 34)
        first, *others = claim["directness"]
        self.assertEqual((first["level"], first["skill"], first["role"]),
                         ("direct", "python", "machine-learning-engineer"))
        self.assertEqual({row["level"] for row in others}, {"adjacent"})

    def test_callbacks(self):
        search = next(row for row in records("roles", "evidence-search")
                      if row["channel"] == "callbacks")
        self.assertEqual((search["skill"], search["outcome"]), ("python", "not-found"))
        self.assertFalse([claim["id"] for claim in claims() if claim["channel"] == "callbacks"
                          and any(row["level"] == "direct" for row in claim["directness"])])

    def test_every_share_is_its_counts(self):
        for kind in ("posting-share", "use-share", "vacancy-share"):
            for share in records("roles", kind):
                for name, value in zip(("share", "low", "high"), wilson(share["k"], share["n"])):
                    self.assertAlmostEqual(share[name], value, places=3, msg=str(share))


class Vacancies(unittest.TestCase):
    def test_a_market_has_five_agencies(self):
        shares = records("roles", "vacancy-share")
        self.assertGreater(len(shares), 4000)
        self.assertTrue(all(share["agencies"] >= 5 for share in shares))

    def test_drivers(self):
        share = next(share for share in records("roles", "vacancy-share")
                     if (share["occupation"], share["skill"]) == ("53-3032.00",
                                                                  "commercial-driving-licence"))
        self.assertEqual((share["k"], share["n"], share["agencies"]), (75, 211, 26))

    def test_what_is_not_named_is_counted_too(self):
        shares = [share for share in records("roles", "vacancy-share")
                  if share["occupation"] == "35-2012.00"]
        self.assertIn(0, [share["k"] for share in shares])


class Judgements(unittest.TestCase):
    def test_each_claim_is_judged(self):
        for claim in claims():
            with self.subTest(claim=claim["id"]):
                self.assertTrue(claim["directness"])
                self.assertIn("hedge", claim)
                self.assertIn("direction", claim)
                self.assertIn("sample", claim)
                finding = claim["finding"]
                self.assertNotEqual("value" in finding, "missing" in finding)

    def test_only_data_is_direct(self):
        direct = [claim["id"] for claim in claims()
                  if any(row["level"] == "direct" for row in claim["directness"])]
        self.assertEqual(len(direct), 7)
        # Beside pay, a trial of social skills in the occupation it was made in.
        self.assertTrue(all(name.startswith(("pay-python-", "adhvaryu-")) for name in direct),
                        direct)

    def test_the_three_quoted_findings_are_context(self):
        """A trial of writing with an assistant is near writing, and nothing else."""
        for claim in claims():
            if claim["id"].startswith(("noy-zhang", "indeed", "wef")):
                self.assertEqual({row["level"] for row in claim["directness"]
                                  if row.get("skill") != "2.A.1.c"}, {"context"}, claim["id"])

    def test_together_or_not_at_all(self):
        """The tests of gaps in a CV disagree: whoever sees one sees all."""
        reached = [sorted((row.get("family", ""), row.get("group", ""), row["level"])
                          for row in claim["directness"])
                   for claim in claims() if claim["id"].startswith(
                       ("kroft-", "farber-", "eriksson-rooth"))]
        self.assertEqual(len(reached), 5)
        self.assertTrue(all(rows == reached[0] for rows in reached), reached)

    def test_no_page_is_without(self):
        """What is true of every page is there for each of the seven questions but use at work."""
        everywhere = {claim["channel"] for claim in claims() for row in claim["directness"]
                      if set(row) == {"level", "reason"}}
        self.assertLessEqual({"posting-language", "callbacks", "pay", "demand",
                              "time-to-proficiency", "ai-change"}, everywhere)

    def test_reasons_are_each_claim_s_own(self):
        """No two claims of different studies share a sentence on directness."""
        owners = {}
        for claim in records("evidence", "claim"):
            for row in claim["directness"]:
                owners.setdefault(row["reason"], set()).add(claim.get("study", claim["id"]))
        shared = {reason: names for reason, names in owners.items() if len(names) > 1}
        self.assertEqual(shared, {})

    def test_direction_follows_the_interval(self):
        for claim in claims():
            finding = claim["finding"]
            if claim["direction"] == "not-established":
                self.assertLessEqual(finding["low"], 0, claim["id"])
                self.assertGreaterEqual(finding["high"], 0, claim["id"])
            elif claim["direction"] in ("favours", "against") and "low" in finding:
                self.assertGreater(finding["low"] * finding["high"], 0, claim["id"])

    def test_expectations_say_so(self):
        for claim in claims():
            if claim["design"] == "forecast":
                self.assertTrue(claim["finding"].get("missing")
                                or claim["finding"]["interval"] == "expectation", claim["id"])
                self.assertIn(claim["hedge"], ("expected", "possible"), claim["id"])

    def test_units_are_units(self):
        """What belongs to a figure beside its unit stands in fields of its own."""
        for claim in claims():
            for figure in (claim["finding"], *claim.get("additional_findings", [])):
                unit = figure.get("unit", "")
                self.assertIsNone(re.search(r"[0-9(;]", unit), f"{claim['id']}: {unit}")


class Sources(unittest.TestCase):
    def test_unconfirmed_is_left_out(self):
        for source in records("evidence", "source"):
            for name in source.get("unconfirmed", []):
                self.assertNotIn(name, source, source["id"])

    def test_data_carry_licence_and_attribution(self):
        data = records("roles", "source") + records("reference-samples", "source")
        self.assertEqual(len(data), 8)
        for source in data:
            self.assertIn("licence", source)
            self.assertIn("attribution", source)

    def test_each_source_and_study_is_used(self):
        used = {claim["source"] for claim in records("evidence", "claim")}
        self.assertEqual(used, {source["id"] for source in records("evidence", "source")})
        studies = {claim["study"] for claim in records("evidence", "claim") if "study" in claim}
        self.assertEqual(studies, {study["id"] for study in records("evidence", "study")})


class Samples(unittest.TestCase):
    def test_sizes(self):
        sizes = {sample["id"]: sample["sample"]["n"]
                 for sample in records("reference-samples", "reference-sample")}
        self.assertEqual(sizes["kaggle-2022-machine-learning-engineer-python"], 556)
        self.assertEqual(sizes["kaggle-2021-machine-learning-engineer-python"], 1400)
        self.assertEqual(sizes["rse-2017-2018-python"], 1120)
        for table in records("reference-samples", "norm-table"):
            self.assertEqual(sum(row["n"] for row in table["rows"]), sizes[table["sample"]])

    def test_they_place_experience_or_practice_never_skill(self):
        for sample in records("reference-samples", "reference-sample"):
            if "practice" in sample["measure"]:
                self.assertNotIn("factual", sample)
                self.assertIn("not how well they do it", sample["caveat"])
                self.assertEqual(sample["reliability"]["interval"], "bootstrap")
            else:
                self.assertTrue(sample["factual"])
                self.assertIn("never skill", sample["caveat"])


class Texts(unittest.TestCase):
    def test_no_hype_and_no_inside_words(self):
        banned = re.compile(r"\b(seed|cutting-edge|game-chang\w+|unlock\w*|must-have|in-demand skills"
                            r"|skyrocket\w*|guarantee\w*)\b", re.IGNORECASE)
        for pack in PACKS.values():
            for text in texts(pack):
                self.assertIsNone(banned.search(text), text)


if __name__ == "__main__":
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
        PACKS[document["id"]] = document
    unittest.main(argv=sys.argv[:1])
