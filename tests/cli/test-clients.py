#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sittings that were interrupted, and clients they are kept under, by bearings-cli."""

import json
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import unittest

CLI = os.environ["BEARINGS_CLI"]
REFUSED, USAGE, NOT_FOUND = 1, 2, 3
ITEM = re.compile(r"^Item (\d+) of", re.M)


class Clients(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def command(self, *arguments):
        return [CLI, "--data-dir", str(self.folder / "data"), *map(str, arguments)]

    def run_cli(self, *arguments, expect=0, answers=None):
        done = subprocess.run(self.command(*arguments), input=answers, capture_output=True,
                              text=True, timeout=120)
        self.assertEqual(done.returncode, expect, f"{arguments}\n{done.stdout}\n{done.stderr}")
        return done

    def answer(self, *arguments, kill_after):
        """Answers 1 to each question and kills the program while the next one stands there."""
        process = subprocess.Popen(self.command(*arguments), stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        said = ""
        for _ in range(kill_after):
            said += self.wait_for_item(process)
            process.stdin.write("1\n")
            process.stdin.flush()
        said += self.wait_for_item(process)
        process.send_signal(signal.SIGKILL)
        self.assertEqual(process.wait(timeout=120), -signal.SIGKILL)
        for stream in (process.stdin, process.stdout, process.stderr):
            stream.close()
        return said

    def wait_for_item(self, process):
        """Reads up to the number of the next question."""
        said = ""
        while not ITEM.search(said):
            line = process.stdout.readline()
            self.assertNotEqual(line, "", "the program ended too soon")
            said += line
        return said

    def n_answered(self, session):
        result = json.loads(self.run_cli("--json", "score", session).stdout)
        return result["n_self"] + result["n_keyed"] + result["n_rubric"]

    def sit_in_two_parts(self, *options):
        said = self.answer("assess", "-i", "generic-skill", "-s", "python", "-l", "short",
                           "--keep", *options, kill_after=3)
        self.assertEqual([int(n) for n in ITEM.findall(said)], [1, 2, 3, 4])
        listed = self.run_cli("score").stdout
        self.assertIn("open", listed)
        session = listed.split()[0]
        other = self.run_cli("assess", "-i", "generic-skill", "-s", "python", "-l", "short",
                             answers="", expect=REFUSED)
        self.assertIn(f"assess --resume {session}", other.stderr)
        done = self.run_cli("assess", "--resume", "last", "--keep", answers="2\n" * 40)
        # It goes on where it stopped.
        self.assertEqual(int(ITEM.search(done.stdout)[1]), 4)
        self.assertIn(session, done.stderr)
        self.assertIn("finished", self.run_cli("score").stdout)
        return session

    def test_a_killed_sitting_goes_on(self):
        session = self.sit_in_two_parts()
        again = self.run_cli("assess", "--resume", session, expect=REFUSED)
        self.assertIn(f"score {session}", again.stderr)
        self.run_cli("assess", "--resume", "last", expect=NOT_FOUND)
        self.run_cli("assess", "--resume", "no-such-sitting", expect=NOT_FOUND)
        self.run_cli("assess", "--resume", session, "--adaptive", expect=USAGE)
        # A sitting that is named has its client already.
        self.run_cli("assess", "--resume", session, "--client", "otter", expect=USAGE)

    def test_an_adaptive_one_too(self):
        arguments = ("assess", "-i", "python-skill", "-l", "short", "--adaptive", "--keep")
        said = self.answer(*arguments, kill_after=5)
        self.assertEqual(len(ITEM.findall(said)), 6)
        session = self.run_cli("score").stdout.split()[0]
        before = self.n_answered(session)
        self.assertIn(before, (4, 5))  # the first may be the question to try
        done = self.run_cli("assess", "--resume", session, "--keep", answers="1\n" * 200)
        asked = [int(n) for n in ITEM.findall(done.stdout)]
        self.assertEqual(asked, list(range(6, asked[-1] + 1)))
        self.assertEqual(self.n_answered(session), before + len(asked))

    def test_the_end_of_input_at_a_task_is_no_skip(self):
        for words in ("", "Begun, not ended\n"):
            process = subprocess.Popen(
                self.command("assess", "-i", "python-skill", "-l", "long", "--keep"),
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            said = ""
            while "Write your answer" not in said:
                character = process.stdout.read(1)
                self.assertNotEqual(character, "", "no task was asked")
                said += character
                if said.endswith("skip: "):
                    process.stdin.write("\n")
                    process.stdin.flush()
            process.communicate(words, timeout=120)
            self.assertEqual(process.returncode, REFUSED)
            done = self.run_cli("assess", "--resume", "last", "--keep", answers="\n" * 40)
            self.assertEqual(ITEM.findall(done.stdout)[0], ITEM.findall(said)[-1])

    def test_a_guest_leaves_nothing(self):
        self.run_cli("assess", "-i", "generic-skill", "-s", "python", "-l", "short",
                     answers="1\n" * 40)
        self.assertEqual(self.run_cli("score").stdout, "")

    def test_a_client_is_kept_compared_renamed_and_deleted(self):
        sit = ("assess", "-i", "generic-skill", "-s", "python", "-l", "short", "--client")
        self.run_cli(*sit, " blue-otter ", answers="1\n" * 40)
        second = self.run_cli(*sit, "Blue-Otter", answers="4\n" * 40)
        self.assertIn("BLUE-OTTER  2 sittings", self.run_cli("client", "list").stdout)
        session = second.stderr.split()[-1]
        self.assertIn("BLUE-OTTER", self.run_cli("score").stdout)
        self.run_cli("client", "rename", "blue-otter", "K7MQ-42XP")
        self.assertEqual(self.run_cli("client", "list").stdout, "K7MQ-42XP  2 sittings\n")
        self.run_cli("client", "delete", "blue-otter", expect=NOT_FOUND)
        refused = self.run_cli("client", "rename", "K7MQ-42XP", "A Name", expect=REFUSED)
        self.assertIn("no spaces", refused.stderr)
        self.run_cli("client", "delete", "k7mq-42xp")
        self.assertEqual(self.run_cli("client", "list").stdout, "")
        self.run_cli("score", session, expect=NOT_FOUND)

    def test_an_interrupted_sitting_of_a_client_stays(self):
        cut = self.run_cli("assess", "-i", "generic-skill", "-s", "python", "--client", "otter",
                           answers="1\n1\n", expect=REFUSED)
        self.assertIn("assess --resume", cut.stderr)
        # Of guests there is none.
        self.run_cli("assess", "--resume", "last", expect=NOT_FOUND)
        done = self.run_cli("assess", "--resume", "last", "--client", "otter", answers="1\n" * 40)
        self.assertEqual(int(ITEM.search(done.stdout)[1]), 3)
        self.assertIn("OTTER  1 sitting\n", self.run_cli("client", "list").stdout)


if __name__ == "__main__":
    unittest.main()
