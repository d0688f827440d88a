#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs by bearings-cli: preview, import, downgrade, history, undo, signatures beside minisign's."""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

CLI = os.environ["BEARINGS_CLI"]
CATALOGUE = os.environ["BEARINGS_CATALOGUE"]
REFUSED, USAGE, NOT_FOUND, DATA = 1, 2, 3, 4
MINISIGN = shutil.which("minisign")


def header(version="1.0", **more):
    return {"bearings_pack": 1, "id": "own", "title": "Our claims", "version": version,
            "published": "2026-11-23", "publisher": "A centre", "licence": "CC0", **more}


def source(name, title="A report", **more):
    return {"type": "source", "id": name, "csl_type": "report", "title": title, **more}


def claim(name, value, **more):
    return {"type": "claim", "id": name, "statement": "Some of the people asked use Python.",
            "channel": "use-at-work", "design": "survey", "source": "own-src",
            "finding": {"metric": "share who use it", "value": value, "unit": "percent",
                        "interval": "not-stated", "referent": "people asked"},
            "directness": [{"skill": "python", "role": "machine-learning-engineer",
                            "level": "direct", "reason": "asked of the role"}], **more}


class Packs(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.data_dir = self.folder / "data"

    def run_cli(self, *arguments, expect=0, stdin=""):
        command = [CLI, "--data-dir", str(self.data_dir), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, input=stdin, timeout=120)
        self.assertEqual(done.returncode, expect, f"{command}\n{done.stdout}\n{done.stderr}")
        return done

    def json(self, *arguments, **keywords):
        return json.loads(self.run_cli("--json", *arguments, **keywords).stdout)

    def pack(self, name, records, lines=False, **more):
        path = self.folder / name
        if lines:
            text = "".join(json.dumps(r) + "\n" for r in [header(**more), *records])
        else:
            text = json.dumps({**header(**more), "records": records}, indent=1)
        path.write_text(text, encoding="utf-8")
        return path

    def state(self):
        """The catalogue file and its journal, byte by byte."""
        sums = {}
        for path in sorted(self.data_dir.glob("catalogue.db*")):
            if not path.name.endswith("-shm"):
                sums[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
        return {k: v for k, v in sums.items() if v != hashlib.sha256(b"").hexdigest()}


class Import(Packs):
    def test_preview_writes_nothing_and_tells_all(self):
        first = self.pack("1.json", [source("own-src"), claim("own-1", 40), claim("own-2", 50)])
        second = self.pack("2.json", version="1.1", records=[
            source("own-src"),
            claim("own-1", 45, certainty_reasons=[
                {"domain": "risk-of-bias", "steps": 1, "note": "few answered"}]),
            claim("own-3", 60)])
        self.run_cli("import", first)
        before = self.state()
        preview = self.json("import", "--preview", second)
        self.assertEqual(self.state(), before)
        self.assertEqual([preview[k] for k in ("installed", "added", "changed", "removed")],
                         ["1.0", 1, 1, 1])
        self.assertEqual(preview["signature"], "none")
        self.assertEqual([(r["change"], r["id"]) for r in preview["records"]],
                         [("changed", "own-1"), ("added", "own-3"), ("removed", "own-2")])
        text = self.run_cli("import", "--preview", second).stdout
        self.assertIn("finding.value\n    - 40\n    + 45", text)
        self.assertIn("certainty_reasons[0].note\n    + few answered", text)
        self.assertEqual(self.state(), before)

    def test_preview_tells_which_sentences_change(self):
        # More certain than the survey that answers now, so that the sentence is another.
        records = [source("own-src"), claim(
            "own-1", 12, design="rct", data_year="2026",
            finding={"metric": "share who use it", "value": 12, "unit": "percent", "low": 10,
                     "high": 14, "interval": "source", "referent": "people asked"})]
        preview = self.json("import", "--preview", self.pack("1.json", records))
        answers = {a["channel"]: a for a in preview["answers"]}
        self.assertIn("Use at work", answers)
        self.assertIn("Python for Machine Learning Engineer", answers["Use at work"]["question"])
        self.assertNotEqual(answers["Use at work"]["before"], answers["Use at work"]["after"])
        self.assertIn("12", answers["Use at work"]["after"])

    def test_downgrade_is_asked_for(self):
        new = self.pack("2.json", [source("own-src")], version="1.10")
        old = self.pack("1.json", [source("own-src", "Older")], version="1.9")
        self.run_cli("import", new)
        done = self.run_cli("import", old, expect=REFUSED)
        self.assertIn("older than the installed version 1.10", done.stderr)
        self.run_cli("import", "--downgrade", old)
        self.assertIn("own 1.9", self.run_cli("history").stdout)

    def test_undo_in_reverse_order(self):
        shown = lambda: self.json("show", "source", "own-src")["title"]
        for version in ("1.0", "1.1", "1.2"):
            self.run_cli("import", self.pack("x.json", [source("own-src", f"Title {version}")],
                                             version=version))
        numbers = [line.split()[0] for line in self.run_cli("history", "own").stdout.splitlines()
                   if line[0].isdigit()]
        self.run_cli("undo", numbers[1], expect=DATA)
        self.run_cli("undo", numbers[0])
        self.assertEqual(shown(), "Title 1.1")
        self.run_cli("undo")
        self.assertEqual(shown(), "Title 1.0")
        self.run_cli("undo")
        self.run_cli("show", "source", "own-src", expect=NOT_FOUND)
        done = self.run_cli("undo", expect=DATA)
        self.assertIn("came with Bearings", done.stderr)

    def test_another_packs_record(self):
        taken = json.loads(self.run_cli("--json", "show", "skill", "python").stdout)
        bad = self.pack("bad.json", [source("own-src"), {"type": "skill", "id": "python",
                                                         "name": "P", "kind": "technology"}])
        done = self.run_cli("import", bad, expect=REFUSED)
        self.assertIn("[other-pack]", done.stderr)
        self.assertIn("$.records[1]", done.stderr)
        good = self.pack("good.json", [{"type": "skill", "id": "python", "name": "P",
                                        "kind": "technology"}], replaces="occupations")
        self.run_cli("import", good)
        self.assertEqual(self.json("show", "skill", "python")["name"], "P")
        self.run_cli("undo")
        self.assertEqual(self.json("show", "skill", "python"), taken)


class Signatures(Packs):
    def setUp(self):
        super().setUp()
        self.run_cli("keys", "generate", "--no-password", self.folder / "k.key",
                     self.folder / "k.pub")

    def add_key(self, name="The ministry"):
        self.run_cli("keys", "add", name, self.folder / "k.pub")

    def test_states(self):
        for lines in (False, True):
            for in_header in (False, True):
                name = f"{lines}{in_header}.json"
                path = self.pack(name, [source("own-src")], lines)
                self.run_cli("keys", "remove", "The ministry", expect=NOT_FOUND)
                self.assertIn("Not signed", self.run_cli("verify", path, expect=REFUSED).stdout)
                self.run_cli("sign", "--key", self.folder / "k.key", "--comment", "for you",
                             *(["--in-header"] if in_header else []), path)
                self.assertEqual((self.folder / f"{name}.minisig").exists(), not in_header)
                self.assertIn("not in your list", self.run_cli("verify", path,
                                                               expect=REFUSED).stdout)
                self.add_key()
                text = self.run_cli("verify", path).stdout
                self.assertIn("Signed by The ministry", text)
                self.assertIn("for you", text)
                self.run_cli("validate", path)
                self.run_cli("import", path)
                self.assertIn("Signed by The ministry", self.run_cli("history").stdout)
                # One letter in the title, and nothing is applied.
                path.write_text(path.read_text().replace("A report", "A rapport"))
                for command in ("verify", "import"):
                    done = self.run_cli(command, path, expect=REFUSED)
                    self.assertIn("does not hold", done.stderr)
                self.assertEqual(self.json("show", "source", "own-src")["title"], "A report")
                self.run_cli("keys", "remove", "The ministry")

    def test_comment_is_signed(self):
        path = self.pack("c.json", [source("own-src")])
        self.run_cli("sign", "--key", self.folder / "k.key", "--comment", "true words", path)
        self.add_key()
        beside = self.folder / "c.json.minisig"
        beside.write_text(beside.read_text().replace("true words", "other words"))
        self.assertIn("does not hold", self.run_cli("verify", path, expect=REFUSED).stderr)
        beside.write_text("rubbish")
        self.run_cli("import", path, expect=REFUSED)

    def test_keys_and_signatures_that_never_end(self):
        path = self.pack("p.json", [source("own-src")])
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        for endless in (pipe, "/dev/zero"):
            for command in (["sign", "--key", endless, path], ["verify", "--key", endless, path],
                            ["keys", "add", "X", endless]):
                self.assertIn("not an ordinary file", self.run_cli(*command, expect=DATA).stderr)
        os.mkfifo(self.folder / "p.json.minisig")
        self.assertIn("cannot be read", self.run_cli("import", path, expect=REFUSED).stderr)

    def test_keys_are_not_overwritten(self):
        self.run_cli("keys", "generate", "--no-password", self.folder / "k.key",
                     self.folder / "other.pub", expect=DATA)
        self.run_cli("keys", "add", "X", "RWnonsense", expect=DATA)
        self.assertEqual(os.stat(self.folder / "k.key").st_mode & 0o077, 0)


@unittest.skipUnless(MINISIGN, "minisign is not installed")
class BesideMinisign(Packs):
    def minisign(self, *arguments, expect=0, stdin=""):
        done = subprocess.run([MINISIGN, *map(str, arguments)], capture_output=True, text=True,
                              input=stdin, timeout=120)
        self.assertEqual(done.returncode, expect, done.stderr + done.stdout)
        return done

    def test_theirs_verify_here(self):
        path = self.pack("p.json", [source("own-src")])
        for arguments, stdin in ((["-W"], ""), ([], "secret\nsecret\n")):
            for name in ("m.key", "m.pub", "p.json.minisig"):
                (self.folder / name).unlink(missing_ok=True)
            self.minisign("-G", *arguments, "-p", self.folder / "m.pub", "-s",
                          self.folder / "m.key", stdin=stdin)
            # A signature is the same with a password, which takes seconds each time it is asked for.
            if not stdin:
                self.minisign("-S", *arguments, "-s", self.folder / "m.key", "-t", "ours to you",
                              "-m", path)
                text = self.run_cli("verify", "--key", self.folder / "m.pub", path).stdout
                self.assertIn("ours to you", text)
                (self.folder / "p.json.minisig").unlink()
            # Their secret key signs here, too.
            self.run_cli("sign", "--key", self.folder / "m.key", path, stdin=stdin[:7])
            self.minisign("-V", "-p", self.folder / "m.pub", "-m", path)

    def test_ours_verify_there(self):
        path = self.pack("p.jsonl", [source("own-src")], lines=True)
        for arguments, stdin in ((["--no-password"], ""), ([], "pass word\n")):
            for name in ("k.key", "k.pub"):
                (self.folder / name).unlink(missing_ok=True)
            self.run_cli("keys", "generate", *arguments, self.folder / "k.key",
                         self.folder / "k.pub", stdin=stdin)
            if not stdin:
                self.run_cli("sign", "--key", self.folder / "k.key", "--comment", "hello", path)
                done = self.minisign("-V", "-p", self.folder / "k.pub", "-m", path)
                self.assertIn("hello", done.stdout)
            # And a key made here signs there.
            self.minisign("-S", *(["-W"] if not stdin else []), "-s", self.folder / "k.key", "-m",
                          path, stdin=stdin)
            self.run_cli("verify", "--key", self.folder / "k.pub", path)
        self.run_cli("sign", "--key", self.folder / "k.key", path, stdin="wrong\n", expect=DATA)


if __name__ == "__main__":
    unittest.main(verbosity=2)
