#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ninja has to build for some tests: needs.py BUILD-DIRECTORY [ARGUMENT OF meson test]…

One target a line; nothing when no test of the build fits or the tests need nothing built.
"""

import json
import os
import subprocess
import sys

build, arguments = os.path.abspath(sys.argv[1]), sys.argv[2:]


def read(name):
    with open(os.path.join(build, "meson-info", name), encoding="utf-8") as file:
        return json.load(file)


# "PROJECT:SUITE / NAME", or the name alone. Meson itself says which tests the arguments mean; what it
# has to say against them it says again when it runs them.
listed = subprocess.run(["meson", "test", "-C", build, "--no-rebuild", "--list", *arguments],
                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
names = {line.rpartition(" / ")[2] for line in listed.stdout.splitlines()}
chosen = [test for test in read("intro-tests.json") if test["name"] in names]

if any("bearings:e2e" in test["suite"] for test in chosen):
    # They install everything.
    print("all")
else:
    wanted = {target for test in chosen for target in test["depends"]}
    for target in read("intro-targets.json"):
        if target["id"] in wanted:
            for file in target["filename"]:
                print(os.path.relpath(file, build))
