#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The written rules of certainty are the ones the application computes with and shows."""

import re
import sys

SENTENCE = re.compile(r'(?<!\w)N_ \(((?:\s*"[^"]*")+)\)')
RULE = re.compile(r'"((?:start|cap)-[a-z-]+)",\s*BEARINGS_CERTAINTY_([A-Z_]+)')
TEXT_RULE = re.compile(r'\{\s*"((?:step|body)-[a-z-]+)",((?:\s*N_ \((?:\s*"[^"]*")+\),?)+)\s*\}')


def joined(part):
    return "".join(re.findall(r'"([^"]*)"', part))


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def main(code_path, text_path, page_path):
    code = read(code_path)
    rows = {row.split("|")[1].strip(): row for row in read(page_path).splitlines()
            if row.startswith("| `")}
    rules = RULE.findall(code)
    sentences = [joined(part) for part in SENTENCE.findall(code)]
    problems = []
    if len(rules) != len(sentences) or len(rules) < 17:
        problems.append(f"{len(rules)} rules and {len(sentences)} sentences found in the code")
    expected = [(rule, [level.lower().replace("_", " "), sentence])
                for (rule, level), sentence in zip(rules, sentences)]
    texts = TEXT_RULE.findall(read(text_path))
    if len(texts) < 8:
        problems.append(f"{len(texts)} rules in words found in the code")
    expected += [(rule, [joined(part) for part in re.findall(r'N_ \((?:\s*"[^"]*")+\)', parts)][-1:])
                 for rule, parts in texts]
    for rule, wanted in expected:
        row = rows.pop(f"`{rule}`", None)
        if row is None:
            problems.append(f"{rule} is not on the page")
            continue
        cells = [cell.strip() for cell in row.split("|")]
        problems += [f"{rule}: the page does not say “{text}”" for text in wanted if text not in cells]
    problems += [f"{rule} is not in the code" for rule in rows]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
