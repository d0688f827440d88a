#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The written rules of certainty are the ones the application computes with."""

import re
import sys

SENTENCE = re.compile(r'N_ \(((?:\s*"[^"]*")+)\)')
RULE = re.compile(r'"((?:start|cap)-[a-z-]+)",\s*BEARINGS_CERTAINTY_([A-Z_]+)')


def main(code_path, page_path):
    with open(code_path, encoding="utf-8") as file:
        code = file.read()
    with open(page_path, encoding="utf-8") as file:
        rows = {row.split("|")[1].strip(): row for row in file if row.startswith("| `")}
    rules = RULE.findall(code)
    sentences = ["".join(re.findall(r'"([^"]*)"', part)) for part in SENTENCE.findall(code)]
    problems = []
    if len(rules) != len(sentences) or len(rules) < 17:
        problems.append(f"{len(rules)} rules and {len(sentences)} sentences found in the code")
    for (rule, level), sentence in zip(rules, sentences):
        row = rows.pop(f"`{rule}`", None)
        if row is None:
            problems.append(f"{rule} is not on the page")
            continue
        cells = [cell.strip() for cell in row.split("|")]
        if level.lower().replace("_", " ") not in cells:
            problems.append(f"{rule}: the page does not say {level.lower()}")
        if sentence not in cells:
            problems.append(f"{rule}: the page does not say “{sentence}”")
    problems += [f"{rule} is not in the code" for rule in rows]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
