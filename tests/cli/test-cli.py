#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bearings-cli on the shipped data: the figures people check first, bad input, exit statuses."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

CLI = os.environ["BEARINGS_CLI"]
CATALOGUE = os.environ["BEARINGS_CATALOGUE"]

PACKS = pathlib.Path(__file__).resolve().parents[2] / "data" / "packs"
PSYCHOMETRICS = pathlib.Path(__file__).resolve().parents[1] / "psychometrics" / "data"

REFUSED, USAGE, NOT_FOUND, DATA = 1, 2, 3, 4


class Cli(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.data_dir = pathlib.Path(self.folder.name) / "data"

    def run_cli(self, *arguments, expect=0, data_dir=None, stdin=""):
        command = [CLI, "--data-dir", str(data_dir or self.data_dir), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, input=stdin, timeout=120)
        self.assertEqual(done.returncode, expect, f"{command}\n{done.stdout}\n{done.stderr}")
        return done

    def json(self, *arguments, **keywords):
        done = self.run_cli("--json", *arguments, **keywords)
        return json.loads(done.stdout)

    def write(self, name, text):
        path = pathlib.Path(self.folder.name) / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)


class Trace(Cli):
    def differences(self, step):
        return {(found["aspect"], found["change"]): (found.get("before"), found.get("after"))
                for found in step["differences"]}

    def test_hedge_strengthened(self):
        trace = self.json("trace", "indeed-26-jobs-highly")
        self.assertEqual([step["kind"] for step in trace["steps"]], ["sentence", "hop"])
        self.assertEqual({found["aspect"] for found in trace["steps"][0]["differences"]},
                         {"sample"}, "our own sentence keeps hedge and number")
        self.assertEqual(trace["steps"][1]["part"], "primary")
        self.assertEqual(trace["steps"][1]["quotes"], ["could be"])
        page = trace["retellings"][0]
        self.assertEqual(self.differences(page)["hedge", "strengthened"],
                         ("“could be”", "“likely to be”"))
        text = self.run_cli("trace", "indeed-26-jobs-highly").stdout
        self.assertIn("Hedge strengthened: “could be” → “likely to be”", " ".join(text.split()))

    def test_versions_and_words(self):
        noy = self.json("trace", "noy-zhang-time")
        self.assertEqual([step.get("part") for step in noy["steps"]],
                         [None, "version", "primary"])
        self.assertEqual(self.differences(noy["steps"][1])["sample", "changed"],
                         ("444 people", "453 people"))
        wef = self.json("trace", "wef-39-skills")
        label, text = wef["retellings"]
        self.assertEqual(self.differences(text)["words", "changed"], ("outdated", "obsolete"))
        self.assertEqual(self.differences(label)["words", "changed"],
                         ("transformed, outdated", "obsolete"))
        self.assertIn(("hedge", "strengthened"), self.differences(label))

    def test_register(self):
        trace = self.json("trace", "ats-75-percent")
        self.assertFalse(trace["origin_found"])
        self.assertEqual(trace["steps"][-1]["kind"], "no-origin")
        self.assertIn("Origin not found", self.run_cli("trace", "ats-75-percent").stdout)
        retold = next(step for step in trace["steps"] if "JobCannon" in step["title"])
        self.assertEqual(self.differences(retold)["number", "restated"],
                         ("23 recruiters", "92\u00a0% of US recruiters"))
        self.assertEqual(self.differences(retold)["year", "changed"], ("2025", "2024"))
        cornell = self.json("trace", "cornell-20-60")
        self.assertEqual(self.differences(cornell["steps"][0])["credit", "changed"],
                         ("Xu, Li & Jiang (Maryland, Singapore, Ohio State)", "Cornell"))
        self.assertEqual(self.differences(cornell["steps"][0])["number", "changed"],
                         ("23 to 60\u00a0%", "20 to 60\u00a0% of the time"))

    def test_every_claim_and_entry_leads_to_a_source_or_says_that_there_is_none(self):
        for pack in ("evidence", "roles"):
            records = json.loads((PACKS / f"{pack}.bearings.json").read_text())["records"]
            for record in records:
                if record["type"] not in ("claim", "register-entry"):
                    continue
                trace = self.json("trace", record["id"])
                self.assertEqual(trace["steps"][0]["text"],
                                 record.get("statement") or record["popular_wording"])
                end = trace["steps"][-1]
                if record["type"] == "claim":
                    self.assertIn("source", end, record["id"])
                elif trace["origin_found"]:
                    self.assertIn("primary", [step.get("part") for step in trace["steps"]])
                else:
                    self.assertEqual(end["kind"], "no-origin")

    def test_wrong(self):
        self.run_cli("trace", expect=USAGE)
        self.run_cli("trace", "no-such-claim", expect=NOT_FOUND)


class Plot(Cli):
    def test_picture_cites(self):
        picture = pathlib.Path(self.folder.name) / "pay.svg"
        self.run_cli("plot", "pay", "--role", "machine-learning-engineer", "--skill", "python",
                     "--output", str(picture))
        text = picture.read_text().replace("\N{NO-BREAK SPACE}", " ")
        for part in ("<svg", "Python for Machine Learning Engineer", "+43250", "Barousse (2023)",
                     "evidence 1", "roles 1"):
            self.assertIn(part, text)

    def test_png(self):
        picture = pathlib.Path(self.folder.name) / "outlook.png"
        self.run_cli("plot", "outlook", "--occupation", "15-2051.00", "--output", str(picture))
        self.assertEqual(picture.read_bytes()[:8], b"\x89PNG\r\n\x1a\n")

    def test_words(self):
        text = self.run_cli("plot", "postings", "--role", "machine-learning-engineer").stdout
        self.assertIn("424 of 571", text)

    def test_wrong(self):
        self.run_cli("plot", "pay", expect=USAGE)
        self.run_cli("plot", "pay", "--role", "data-scientist", "--output", "x.gif", expect=USAGE)
        self.run_cli("plot", "claim", "--claim", "no-such", expect=NOT_FOUND)
        self.run_cli("plot", "callbacks", "--occupation", "15-2051.00", "--skill", "no-such",
                     expect=NOT_FOUND)


class Answer(Cli):
    def test_python_for_machine_learning_engineers(self):
        text = self.run_cli(
            "answer", "--role", "machine-learning-engineer", "--skill", "python"
        ).stdout
        plain = re.sub(r"\s+", " ", text.replace("\N{NO-BREAK SPACE}", " "))
        for figure in (
            "74.3 %", "95 % CI 70.5 to 77.7", "424 of 571 postings",
            "98.8 %", "95 % CI 97.5 to 99.4", "556 of 563 people",
            "+11250 USD", "\N{MINUS SIGN}20188 to +43250",
        ):
            self.assertIn(figure, plain)
        self.assertRegex(plain, r"No randomised study was found that varied Python")
        self.assertIn("not established", plain)

    def test_channels(self):
        page = self.json("answer", "--role", "machine-learning-engineer", "--skill", "python")
        states = {answer["channel"]: answer["state"] for answer in page["answers"]}
        self.assertEqual(states["posting-language"], "direct")
        self.assertEqual(states["use-at-work"], "direct")
        self.assertEqual(states["pay"], "not-established")
        self.assertEqual(states["callbacks"], "no-evidence")
        directness = {e["id"]: e["directness"] for e in page["evidence"]}
        for context in ("noy-zhang-time", "indeed-26-jobs-highly", "wef-39-skills"):
            self.assertEqual(directness[context], "context")

    def test_flags_of_all_mapped_occupations(self):
        page = self.json("answer", "--role", "machine-learning-engineer", "--skill", "python")
        flags = [e for e in page["evidence"] if e["type"] == "occupation-skill"]
        self.assertEqual(len(flags), 3)
        for flag in flags:
            self.assertNotIn("value", flag["figure"])
            self.assertIn("Hot technology and In demand", flag["statement"])

    def test_every_role_with_postings_has_a_page(self):
        for role in ("data-scientist", "data-engineer", "data-analyst", "software-engineer",
                     "business-analyst"):
            page = self.json("answer", "--role", role, "--skill", "python")
            shares = [e for e in page["evidence"] if e["type"] == "posting-share"]
            self.assertTrue(shares, role)

    def test_occupation_of_which_nothing_is_rated(self):
        page = self.json("answer", "--occupation", "15-2051.00", "--skill", "2.A.1.a")
        self.assertEqual([e for e in page["evidence"] if e["type"] == "occupation-skill"], [])

    def test_usage(self):
        self.run_cli("answer", "--role", "x", expect=USAGE)
        self.run_cli("answer", "--role", "no-such-role", "--skill", "python", expect=NOT_FOUND)


class Search(Cli):
    def test_machine_learning(self):
        hits = self.json("search", "machine", "learning")
        # The skill of just this name, then the role that begins with it.
        self.assertEqual([hit["id"] for hit in hits[:2]],
                         ["machine-learning", "machine-learning-engineer"])

    def test_nothing(self):
        self.run_cli("search", "qqqqzzzz", expect=NOT_FOUND)


class Show(Cli):
    def test_kinds(self):
        for kind, key, word in (
            ("occupation", "15-2051.00", "Data Scientists"),
            ("role", "machine-learning-engineer", "Machine Learning Engineer"),
            ("skill", "python", "Python"),
            ("claim", "noy-zhang-time", "453"),
            ("source", "onet-30-1", "O*NET"),
            ("register", "ats-75-percent", "primary_found"),
        ):
            self.assertIn(word, self.run_cli("show", kind, key).stdout)

    def test_missing(self):
        done = self.run_cli("show", "claim", "nothing", expect=NOT_FOUND)
        self.assertIn("nothing", done.stderr)
        self.run_cli("show", "planet", "mars", expect=USAGE)


HEADER = ('{"bearings_pack":1,"id":"t","title":"T","version":"1","published":"2026-01-01",'
          '"publisher":"P","licence":"CC0","records":[%s]}')


class BadInput(Cli):
    def refuse(self, path, word, status=None):
        done = subprocess.run([CLI, "--data-dir", str(self.data_dir), "import", path],
                              capture_output=True, text=True, timeout=120)
        self.assertIn(done.returncode, [status] if status else [REFUSED, DATA], done.stderr)
        self.assertIn(word, done.stderr)
        self.assertEqual(
            [pack for pack in self.run_cli("show", "source", "onet-30-1").stdout.splitlines()
             if pack.strip() == "t"], [])

    def test_files(self):
        self.refuse(self.write("a.json", "{ not json"), "a.json")
        self.refuse(self.write("empty.json", ""), "empty.json")
        self.refuse(self.folder.name, pathlib.Path(self.folder.name).name)
        self.refuse(str(self.data_dir / "absent.json"), "absent.json")
        self.refuse(self.write("type.json", HEADER % '{"type":"planet","id":"x"}'), "planet")
        self.refuse(self.write("claim.json", HEADER % '{"type":"claim","id":"x","statement":"s",'
                               '"channel":"pay","design":"rct","finding":{"value":1}}'), "source")
        self.refuse(self.write("ref.json", HEADER % '{"type":"study","id":"x","title":"s",'
                               '"sources":["gone"]}'), "gone")
        source = '{"type":"source","id":"x","csl_type":"report","title":"t"}'
        self.refuse(self.write("twice.json", HEADER % (source + "," + source)), "x")

    def test_large_document(self):
        path = pathlib.Path(self.folder.name) / "large.json"
        with path.open("wb") as file:
            file.write((HEADER % "").encode()[:-2])
            file.seek(200 * 1024 * 1024)
            file.write(b"]}")
        self.refuse(str(path), "large.json")

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_no_permission(self):
        path = self.write("secret.json", HEADER % "")
        os.chmod(path, 0)
        self.refuse(path, "secret.json")

    def test_newer_and_corrupt_catalogue(self):
        self.run_cli("show", "skill", "python")
        path = self.data_dir / "catalogue.db"
        for name in ("catalogue.db-wal", "catalogue.db-shm"):
            (self.data_dir / name).unlink(missing_ok=True)
        whole = bytearray(path.read_bytes())
        whole[60:64] = (999).to_bytes(4, "big")  # user_version in the file's header
        path.write_bytes(whole)
        done = self.run_cli("show", "skill", "python", expect=DATA)
        self.assertIn("catalogue.db", done.stderr)
        self.assertEqual(path.read_bytes()[:100], bytes(whole[:100]))
        path.write_bytes(b"garbage" * 1000)
        self.run_cli("show", "skill", "python", expect=DATA)
        self.assertEqual(path.read_bytes(), b"garbage" * 1000)


class Assess(Cli):
    def answers(self):
        instrument = json.loads(self.run_cli("--json", "show", "instrument", "python-skill").stdout)
        self.assertEqual(instrument["id"], "python-skill")
        pack = json.loads(pathlib.Path(os.environ["BEARINGS_INSTRUMENT_PACK"]).read_text())
        lines = ["# every keyed item right, every self-rating 3"]
        for item in pack["records"]:
            if item["type"] != "item":
                continue
            if item["kind"] == "keyed":
                key = next(option["id"] for option in item["options"] if option.get("key"))
                lines.append(f"{item['id']} option:{key}")
            elif item["kind"] == "self-report":
                lines.append(f"{item['id']} anchor:3")
            else:
                best = ",".join(
                    f"{c['id']}={max(p['score'] for p in c['points'])}" for c in item["criteria"])
                lines.append(f"{item['id']} rubric:{best};an answer")
        return "\n".join(lines)

    def test_all_right_from_a_file(self):
        path = self.write("answers.txt", self.answers())
        result = self.json("assess", "--instrument", "python-skill", "--answers", path,
                           "--years", "4")
        self.assertEqual(result["n_keyed"], result["n_keyed_right"])
        self.assertGreater(result["theta"], 1.5)
        self.assertLess(result["se"], 1)
        self.assertEqual(result["display"], "level-only")
        self.assertAlmostEqual(sum(level["chance"] for level in result["levels"]), 1, places=9)
        for placement in result["placements"]:
            self.assertLessEqual(placement["low"], placement["percentile"])
            self.assertGreaterEqual(placement["high"], placement["percentile"])
        self.assertTrue(result["placements"])
        # A guest leaves nothing.
        self.assertEqual(self.run_cli("score").stdout, "")

    def test_kept_sitting_is_scored_again(self):
        path = self.write("answers.txt", self.answers())
        done = self.run_cli("--json", "assess", "--instrument", "python-skill", "--answers", path,
                            "--keep")
        session = done.stderr.strip().splitlines()[-1]
        again = self.json("score", session)
        self.assertEqual(json.loads(done.stdout), again)

    def test_interactive_to_the_end_of_input(self):
        done = self.run_cli("assess", "--instrument", "python-skill", "--length", "short",
                            stdin="1\n2\n", expect=REFUSED)
        self.assertIn("1", done.stdout)

    def test_interactive_whole(self):
        done = self.run_cli("assess", "--instrument", "python-skill", "--length", "short",
                            stdin="1\n" * 200)
        self.assertIn("95", done.stdout)

    def test_any_skill(self):
        path = self.write("own.txt", "".join(
            f"generic-skill/{scale}-{n} anchor:{2 + (n == 1)}\n"
            for scale in ("autonomy", "complexity", "influence", "breadth", "recency")
            for n in (1, 2, 3)))
        said = self.run_cli("assess", "--instrument", "generic-skill", "--skill", "docker",
                            "--answers", path).stdout
        self.assertIn("Docker", said)
        self.assertIn("“Independent”", said)
        self.assertIn("Nothing was measured", said)
        self.assertIn("not measured", said)
        self.assertNotIn("percentile band", said.lower())
        done = self.run_cli("assess", "--instrument", "generic-skill", "--skill", "no-such-skill",
                            "--answers", path, expect=NOT_FOUND)
        self.assertIn("no-such-skill", done.stderr)

    def test_adaptive_whole(self):
        done = self.run_cli("assess", "--instrument", "python-skill", "--length", "short",
                            "--adaptive", stdin="1\n" * 200)
        self.assertIn("about", done.stdout)
        self.assertIn("95", done.stdout)
        self.run_cli("assess", "--instrument", "python-skill", "--adaptive",
                     "--answers", "none.txt", expect=USAGE)

    PACK = ("--pack-id", "here", "--title", "Postings of this town", "--publisher", "A centre",
            "--licence", "CC-BY-4.0")

    def test_own_postings(self):
        """A centre's own postings become the answer beside the shipped ones."""
        rows = ["title,text,date,country"]
        rows += [f"Machine Learning Engineer,\"{'Python and' if n % 3 else ''} SQL\",2025-06-01,DE"
                 for n in range(60)]
        path = self.write("postings.csv", "\n".join(rows))
        pack = str(pathlib.Path(path).with_name("here.bearings.jsonl"))
        done = self.run_cli("convert", "postings", "--file", path, "--place", "Leipzig",
                            "--output", pack, *self.PACK)
        self.assertIn("60 postings", done.stdout)
        self.run_cli("validate", pack)
        self.run_cli("import", pack)
        answer = self.run_cli("answer", "--role", "machine-learning-engineer", "--skill", "python")
        self.assertIn("40 of 60", answer.stdout)
        self.assertIn("424 of 571", answer.stdout)
        self.run_cli("convert", "postings", "--file", path, "--output", pack, expect=USAGE)
        self.run_cli("convert", "tarot", expect=USAGE)

    def test_retractions(self):
        source = self.json("show", "source", "src-bastani-2025")
        path = self.write("snapshot.csv", "OriginalPaperDOI,RetractionDate,RetractionNature,Reason\n"
                          f"{source['doi'].upper()},3/9/2026 0:00,Retraction,+Error in Data;\n")
        pack = str(pathlib.Path(path).with_name("states.bearings.json"))
        done = self.run_cli("convert", "retractions", "--file", path, "--snapshot", "2026-11-01",
                            "--output", pack, "--pack-id", "states", "--title", "States of sources",
                            "--publisher", "A centre", "--licence", "CC0-1.0")
        self.assertIn("1 retracted", done.stdout)
        self.run_cli("import", pack)
        changed = self.json("show", "source", source["id"])
        self.assertEqual(changed["state"], "retracted")
        self.assertEqual(changed["state_date"], "2026-03-09")
        self.assertEqual(changed["title"], source["title"])

    def test_plan(self):
        """Python first by postings; the person's own result joins; a wish turns the order."""
        plan = self.json("plan", "--role", "machine-learning-engineer", "--weight", "wish=0",
                         "--weight", "use=0")
        first = plan["skills"][0]
        self.assertEqual(first["skill"], "python")
        self.assertAlmostEqual(first["postings"]["share"], 74.3, places=1)
        self.assertGreater(first["first"], 0.99)
        self.assertNotIn("theta", first)
        self.assertEqual(first["instrument"], "python-skill")
        path = self.write("answers.txt", self.answers())
        self.run_cli("assess", "--instrument", "python-skill", "--answers", path, "--keep")
        plan = self.json("plan", "--role", "machine-learning-engineer", "--weight", "postings=0",
                         "--weight", "use=0")
        python = next(row for row in plan["skills"] if row["skill"] == "python")
        self.assertTrue(python["strength"])
        self.assertEqual(python["levels_missing"], 0)
        other = next(row["skill"] for row in plan["skills"] if row["skill"] != "python")
        plan = self.json("plan", "--role", "machine-learning-engineer", "--wish", f"{other}=4",
                         "--weight", "wish=100")
        self.assertEqual(plan["skills"][0]["skill"], other)
        text = self.run_cli("plan", "--role", "machine-learning-engineer").stdout
        self.assertIn("of 2,000 draws" if "2,000" in text else "of 2000 draws", text)
        self.assertIn("Strengths", text)
        self.run_cli("plan", "--role", "machine-learning-engineer", "--weight", "luck=1",
                     expect=USAGE)
        self.run_cli("plan", "--role", "no-such-role", expect=NOT_FOUND)

    def test_other_ways_to_answer(self):
        """Several options, an order and a typed word, told by their numbers and letters."""
        options = [{"id": name, "text": f"Option {name}"} for name in "abc"]
        def keyed(keys):
            return [{**option, "key": True} if option["id"] in keys else option
                    for option in options]
        shapes = {"multiple": keyed("ac"), "ordering": options, "typed": keyed("b")}
        records = [{
            "type": "instrument", "id": "shapes", "version": "1.0.0", "title": "Shapes",
            "skill": "python", "purpose": "Tests.", "scales": [{"id": "x", "title": "X"}],
            "levels": [{"id": "low", "title": "Low", "summary": "Low."}]}]
        for position, (answer, listed) in enumerate(shapes.items()):
            records.append({
                "type": "item", "id": f"shapes/{answer}", "instrument": "shapes",
                "position": position, "scale": "x", "kind": "keyed", "answer": answer,
                "prompt": answer, "seconds": 30, "options": listed,
                "parameters": {"model": "rasch", "a": 1, "b": [position], "origin": "judgement"}})
        pack = {"bearings_pack": 1, "id": "shapes", "title": "Shapes", "version": "1.0.0",
                "published": "2026-01-01", "publisher": "Tests", "licence": "CC-BY-4.0",
                "records": records}
        self.run_cli("import", self.write("shapes.bearings.json", json.dumps(pack)))
        # The order that is shown, told back in the right one.
        done = self.run_cli("assess", "--instrument", "shapes", "--length", "short",
                            stdin="9\n3,1\n\n\n")
        shown = re.findall(r"^  (\d)  Option (.)$", done.stdout.split("Item 2")[1], re.M)
        order = ",".join(number for number, _ in sorted(shown, key=lambda row: row[1]))
        path = self.write("answers.txt", "shapes/multiple options:c,a\nshapes/typed typed: OPTION  B")
        done = self.run_cli("--json", "assess", "--instrument", "shapes", "--length", "short",
                            stdin=f"1,3\n{order}\noption b\n")
        result = json.loads(done.stdout)  # what is asked is on the other stream
        self.assertEqual((result["n_keyed"], result["n_keyed_right"]), (3, 3))
        result = self.json("assess", "--instrument", "shapes", "--answers", path)
        self.assertEqual((result["n_keyed"], result["n_keyed_right"]), (2, 2))

    def test_bad_answers_name_the_line(self):
        path = self.write("answers.txt", "# fine\npython-skill/none option:a\n")
        done = self.run_cli("assess", "--instrument", "python-skill", "--answers", path,
                            expect=REFUSED)
        self.assertIn("answers.txt:2", done.stderr)


# Law School Admission Test, section 7 (Bock and Lieberman 1970): the 32 patterns and how many of
# 1,000 people gave each.
LSAT7 = """00000 12 00001 19 00010 1 00011 7 00100 3 00101 19 00110 3 00111 17
01000 10 01001 5 01010 3 01011 7 01100 7 01101 23 01110 8 01111 28
10000 7 10001 39 10010 11 10011 34 10100 14 10101 51 10110 15 10111 90
11000 6 11001 25 11010 7 11011 35 11100 18 11101 136 11110 32 11111 308""".split()


class Responses(Cli):
    def lsat(self):
        lines = ["i1,i2,i3,i4,i5"]
        for pattern, count in zip(LSAT7[::2], LSAT7[1::2]):
            lines += [",".join(pattern)] * int(count)
        return self.write("lsat7.csv", "\n".join(lines))

    def test_item_analysis(self):
        result = self.json("item-analysis", self.lsat())
        self.assertEqual(result["n"], 1000)
        self.assertAlmostEqual(result["alpha"], 0.453409, places=6)
        self.assertAlmostEqual(result["alpha_low"], 0.397956, places=5)
        self.assertAlmostEqual(result["alpha_high"], 0.505203, places=5)
        self.assertAlmostEqual(result["sem"], 0.886130, places=5)
        self.assertIn("0.453", self.run_cli("item-analysis", self.lsat()).stdout)

    def test_calibration(self):
        result = self.json("calibrate", self.lsat())
        self.assertTrue(result["converged"])
        self.assertAlmostEqual(result["log_likelihood"], -2658.805114, places=5)
        for item, a, se in zip(result["items"], (0.98755, 1.08084, 1.70748, 0.76499, 0.73567),
                               (0.17719, 0.16876, 0.32108, 0.13412, 0.15113)):
            self.assertAlmostEqual(item["a"], a, places=4)
            self.assertAlmostEqual(item["a_se"], se, places=4)
        scores = self.json("calibrate", "--scores", "eap", self.lsat())
        self.assertEqual(len(scores), 1000)
        self.assertLess(scores[0]["theta"], scores[-1]["theta"])

    PARAMETERS = (("i1", 0.9875, 1.8559), ("i2", 1.0808, 0.808), ("i3", 1.7075, 1.8052),
                  ("i4", 0.765, 0.486), ("i5", 0.7357, 1.8545))

    def parameters(self):
        rows = [f"{item},{a},{-d / a!r}" for item, a, d in self.PARAMETERS]
        return self.write("bank.csv", "\n".join(["item,a,b"] + rows))

    def test_reliability_and_options(self):
        result = self.json("item-analysis", self.lsat())
        self.assertAlmostEqual(result["alpha_se"], 0.0270616, places=7)
        self.assertAlmostEqual(result["omega"], 0.4618794, places=6)
        self.assertAlmostEqual(result["omega_se"], 0.0267724, places=6)
        self.assertAlmostEqual(result["rmsea"], 0.0406792, places=6)
        self.assertAlmostEqual(result["spearman_brown"], 0.4605466, places=7)
        self.assertEqual(result["bootstrap_draws"], 2000)
        self.assertAlmostEqual(result["alpha_bootstrap_low"], 0.394, delta=0.01)
        self.assertAlmostEqual(result["alpha_bootstrap_high"], 0.509, delta=0.01)
        item = result["items"][0]
        self.assertAlmostEqual(item["upper_lower"], 0.3881402, places=7)
        wrong, right = item["options"]
        self.assertEqual((wrong["n"], right["n"]), (172, 828))
        self.assertAlmostEqual(right["point_biserial"], item["corrected"], places=12)
        self.assertAlmostEqual(wrong["point_biserial"], -item["corrected"], places=12)
        text = self.run_cli("item-analysis", self.lsat()).stdout
        for word in ("omega 0.462", "Bootstrap", "Split-half", "Options"):
            self.assertIn(word, text)

    def test_key(self):
        lines = ["id,q1,q2,q3", "KEY,a,B,2"]
        lines += [f"p{p},{'abcd'[p % 4]},{'ABCD'[p * p % 4]},{p // 3 % 4}" for p in range(40)]
        lines += ["p40,NA,a,0"]
        result = self.json("item-analysis", self.write("keyed.csv", "\n".join(lines)))
        self.assertEqual(result["n"], 40)
        self.assertEqual([round(item["mean"], 3) for item in result["items"]], [0.25, 0.5, 0.225])
        self.assertEqual([[o["option"] for o in item["options"] if o.get("key")]
                          for item in result["items"]], [[0], [1], [2]])
        self.assertIn("a (right)", self.run_cli("item-analysis",
                                                self.write("keyed.csv", "\n".join(lines))).stdout)
        done = self.run_cli("item-analysis", self.write("letters.csv", "x,y\n1,0\n1,b\n"),
                            expect=DATA)
        self.assertIn("letters.csv:3", done.stderr)
        self.assertIn("KEY", done.stderr)

    def test_groups(self):
        path = str(PSYCHOMETRICS / "sim_dif.csv")
        result = self.json("item-analysis", "--reference", "0", path)
        self.assertEqual((result["reference"], result["focal"]), ("0", "1"))
        self.assertEqual(result["n_reference"], 1000)
        classes = {item["item"]: item["dif"]["ets"] for item in result["items"]}
        self.assertEqual({item: c for item, c in classes.items() if c != "A"},
                         {"i03": "C", "i08": "B", "i14": "C"})
        self.assertLess(result["items"][13]["dif"]["nonuniform_p"], 0.001)
        self.assertEqual(result["items"][13]["dif"]["jodoin_gierl"], "B")
        self.assertLess(result["items"][2]["dif"]["delta"], 0)
        turned = self.json("item-analysis", "--reference", "1", path)
        self.assertAlmostEqual(turned["items"][2]["dif"]["delta"],
                               -result["items"][2]["dif"]["delta"], places=9)
        self.assertIn("no group", self.json("item-analysis", "-r", "7", path)["dif_note"])
        three = self.write("three.csv", "group,x,y\na,1,0\nb,0,1\nc,1,1\na,0,0\n")
        self.assertIn("two groups", self.json("item-analysis", three)["dif_note"])

    def test_scores_of_a_file(self):
        # LSAT7, all 32 patterns: independent results on 61 nodes.
        first = {"eap": (-1.86979510376, 0.692702188895), "map": (-1.81639981795, 0.675002527997),
                 "wle": (-4.13715440738, 1.95733796156)}
        bank = self.parameters()
        for estimator, (theta, se) in first.items():
            result = self.json("score", "--parameters", bank, "--estimator", estimator, self.lsat())
            self.assertEqual(result["n_persons"], 1000)
            self.assertEqual(result["n_items"], 5)
            self.assertAlmostEqual(result["persons"][0]["theta"], theta, places=6)
            self.assertAlmostEqual(result["persons"][0]["se"], se, places=6)
            self.assertAlmostEqual(result["marginal_reliability"], 0.441815209716, places=9)
            self.assertIn("lz_star", result["persons"][0])
            self.assertEqual(result["persons"][0]["longest_string"], 5)
        result = self.json("score", "-p", bank, "-e", "ml", self.lsat())
        self.assertEqual(result["persons"][0]["at_bound"], "low")
        self.assertNotIn("theta", result["persons"][0])
        self.assertEqual(result["persons"][-1]["at_bound"], "high")
        self.assertEqual(result["n_scored"], 1000 - 12 - 308)
        text = self.run_cli("score", "-p", bank, "-e", "ml", self.lsat()).stdout
        self.assertIn("below all items", text)
        self.assertIn("lz*", text)

    def test_parameters_of_a_calibration(self):
        done = self.run_cli("--json", "calibrate", self.lsat())
        bank = self.write("bank.json", done.stdout)
        scores = self.json("score", "-p", bank, self.lsat())["persons"]
        for one, other in zip(scores, self.json("calibrate", "--scores", "eap", self.lsat())):
            self.assertAlmostEqual(one["theta"], other["theta"], places=9)

    def test_answers_checks(self):
        rows = ["person,item,response,time,date"]
        for person in range(20):
            for k, item in enumerate(("i1", "i2", "i3", "i4", "i5", "other")):
                seconds = 0.2 if person == 7 and k < 3 else 9 + k
                rows.append(f"p{person},{item},{(person >> k) & 1},{seconds},2026-01-0{k + 1}")
        result = self.json("score", "-p", self.parameters(),
                           self.write("times.csv", "\n".join(rows)))
        self.assertEqual(result["items_without_parameters"], ["other"])
        people = {person["person"]: person for person in result["persons"]}
        self.assertEqual((people["p7"]["n_fast"], people["p7"]["n_times"]), (3, 5))
        self.assertEqual(people["p8"]["n_fast"], 0)
        self.assertEqual(people["p7"]["longest_string"], 3)

    def test_one_person_all_right(self):
        # Nothing below 1 in the whole file: still right answers, not the lowest.
        path = self.write("one.csv", "i1,i2,i3,i4,i5\n1,1,1,1,1\n")
        person = self.json("score", "-p", self.parameters(), path)["persons"][0]
        self.assertAlmostEqual(person["theta"], 0.727177352797, places=6)

    def test_score_by_an_instrument(self):
        pack = json.loads((PACKS / "python-skill.bearings.json").read_text())
        items = [record for record in pack["records"] if record["type"] == "item"
                 and record["kind"] == "keyed" and not record.get("practice")]
        ids = [item["id"] for item in items]
        path = self.write("two.csv", ",".join(["id"] + ids) + "\nlow" + ",0" * len(ids) +
                          "\nhigh" + ",1" * len(ids) + "\n")
        result = self.json("score", "--instrument", "python-skill", path)
        self.assertEqual(result["n_items"], len(ids))
        low, high = result["persons"]
        self.assertLess(low["theta"], -1)
        self.assertGreater(high["theta"], 1)
        scale = items[0]["scale"]
        part = self.json("score", "-i", "python-skill", "--scale", scale, path)
        self.assertEqual(part["n_items"], sum(item["scale"] == scale for item in items))
        self.run_cli("score", "--instrument", "none", path, expect=NOT_FOUND)

    def test_bad_parameters(self):
        for text, word in (("item,a,b\ni1,x,0\n", ":2"), ("item,a,b\ni1,1,0\ni1,1,0\n", "twice"),
                           ("item,model,a,b1,b2\ni1,grm,1,1,0\n", "rise"),
                           ("item,a,b\n", "no items"), ("{\"items\":[3]}", "/items/0"),
                           ("{\"items\":", "bank"), ("item,a,b,c\ni1,1,0,1\n", "guessing"),
                           ("item,model,a,b\ni1,probit,1,0\n", "model")):
            done = self.run_cli("score", "-p", self.write("bank.csv", text), self.lsat(),
                                expect=DATA)
            self.assertIn(word, done.stderr, text)
        strange = self.write("strange.csv", "item,a,b\nz1,1,0\n")
        self.assertIn("no item", self.run_cli("score", "-p", strange, self.lsat(),
                                              expect=REFUSED).stderr)
        high = self.write("high.csv", "i1,i2\n0,1\n2,0\n")
        self.assertIn("i1", self.run_cli("score", "-p", self.parameters(), high,
                                         expect=REFUSED).stderr)
        self.run_cli("score", "-p", self.parameters(), "-i", "python-skill", high, expect=USAGE)
        self.run_cli("score", "-p", self.parameters(), "-e", "best", high, expect=USAGE)

    def test_long_form_and_scores_from_one(self):
        rows = ["person,item,response,date"]
        for person in range(60):
            for item in ("x", "y", "z"):
                rows.append(f"p{person},{item},{1 + (person * 7 + len(rows)) % 3},2026-01-01")
        path = self.write("long.csv", "\n".join(rows))
        self.assertEqual(self.json("item-analysis", path)["n"], 60)

    def test_bad_files(self):
        for text, word in (("x,y\n1,0\n1\n", ":3"), ("x,y\n1,cat\n", "cat"),
                           ("person,item,response\na,x,1\na,x,0\n", ":3"), ("", "no answers")):
            done = subprocess.run([CLI, "item-analysis", self.write("bad.csv", text)],
                                  capture_output=True, text=True, timeout=120)
            self.assertIn(done.returncode, (REFUSED, DATA), text)
            self.assertIn(word, done.stderr)
        few = self.write("few.csv", "x,y,z\n1,0,1\n0,1,1\n")
        self.assertIn("too few", self.run_cli("calibrate", few, expect=REFUSED).stderr)


class Usage(Cli):
    def test_commands(self):
        self.run_cli("no-such-command", expect=USAGE)
        self.run_cli(expect=USAGE)
        self.assertIn("Commands", self.run_cli("--help").stdout)
        self.assertRegex(self.run_cli("--version").stdout, r"bearings-cli \d")


if __name__ == "__main__":
    unittest.main(testRunner=unittest.TextTestRunner(stream=sys.stderr, verbosity=2))
