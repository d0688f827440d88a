#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the plain descriptions of occupations: python3 tools/check-descriptions.py PACK [--against TEXT…]

Their form (two or three sentences, five things people do), how easily they read, that nothing in
them is a name, a figure, pay or praise that no source backs, that no two begin alike, and, with
--against, that they share no run of six words with the official texts, whatever files hold these.
"""

import argparse
import collections
import json
import re
import statistics
import sys
from pathlib import Path

RUN = 6
LONGEST_SENTENCE = 20
HIGHEST_GRADE = 9.0
VALUING = set("""best worst highest lowest biggest greatest largest important vital essential crucial key exciting rewarding
fun boring easy prestigious famous leading top popular fast-growing growing well-paid salary salaries wage wages pay paid
earn earns money-making always never guaranteed perfect ideal""".split())
# Words that are paid, earned or always something else than praise or pay.
ALLOWED = re.compile(r"\b(bills? (?:are|is|get) paid|pay (?:bills|staff|suppliers|for|their|in|by|with|slips?|tax|back|out|rates?|rises?|fines?|claims)|"
                     r"(?:who|people|what|workers|staff) (?:can |must |should )?pay|close attention|pay attention|pay close|paying|payments?)\b", re.I)
NAMES = set("""I English French Spanish Internet GPS CT MRI X-ray X-rays DNA IT TV PDF US CD DJ ID AI ATM Earth Moon Sun Army Navy Marine
Braille Arctic Pilates Bible Chinese Oriental Asian European African American Native Latin Greek""".split())


def words_of(text):
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("’", "'").replace("-", " "))


def sentences_of(text):
    return [one for one in re.split(r"(?<=[.!?])\s+", text.strip()) if one]


def syllables(word):
    word = word.lower()
    if len(word) <= 3:
        return 1
    word = re.sub(r"(?:[^laeiouy]es|[^laeiouyt]ed|[^laeiouy]e)$", lambda m: m.group(0)[0], word)
    return max(1, len(re.findall(r"[aeiouy]{1,2}", word)))


def grade(text):
    """The Flesch-Kincaid grade (Kincaid et al. 1975)."""
    sentences, words = sentences_of(text), re.findall(r"[A-Za-z]+(?:'[a-z]+)?", text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def judge(record):
    """What is wrong with one record, in words."""
    text, activities = record["description"], record["activities"]
    sentences = sentences_of(text)
    if not 2 <= len(sentences) <= 3:
        yield f"{len(sentences)} sentences, not two or three"
    for sentence in sentences:
        if len(sentence.split()) > LONGEST_SENTENCE:
            yield f"a sentence of {len(sentence.split())} words: {sentence}"
    if grade(text) > HIGHEST_GRADE:
        yield f"reads at grade {grade(text):.1f}"
    if len(activities) != 5 or len(set(activities)) != 5:
        yield "not five different things people do"
    for activity in activities:
        if not 2 <= len(activity.split()) <= 14 or activity[-1] == "." or not activity[0].isupper():
            yield f"a thing people do is 2 to 14 words, begins with a capital and has no full stop: {activity}"
    for part in sentences + activities:
        bare = ALLOWED.sub(" ", part)
        for word in words_of(bare):
            if word in VALUING:
                yield f"values or pay, “{word}”: {part}"
        for word in re.findall(r"(?<![.!?“] )(?<!^)\b[A-Z][\w-]*", part):
            if word not in NAMES:
                yield f"a name, “{word}”: {part}"
        if re.search(r"\d", part):
            yield f"a figure: {part}"
    if " 's" in text or "  " in text:
        yield "a stray blank"


def runs_of(texts):
    runs = set()
    for text in texts:
        words = words_of(text)
        runs.update(tuple(words[i:i + RUN]) for i in range(len(words) - RUN + 1))
    return runs


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("packs", nargs="+", type=Path, metavar="PACK")
    parser.add_argument("--all-of", type=Path, metavar="PACK", help="every occupation of this pack must be described")
    parser.add_argument("--against", nargs="*", type=Path, default=[], metavar="TEXT", help="files or folders of official texts")
    arguments = parser.parse_args()

    records, findings = [], []
    for pack in arguments.packs:
        for line in pack.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record.get("type") == "work-description":
                records.append(record)
    files = [file for path in arguments.against for file in (sorted(path.rglob("*")) if path.is_dir() else [path]) if file.is_file()]
    official = runs_of(line for file in files for line in file.read_text(encoding="utf-8", errors="replace").splitlines())

    seen, openings, texts = {}, collections.defaultdict(list), {}
    for record in records:
        where = record["occupation"]
        if where in seen:
            findings.append((where, "described twice"))
        seen[where] = record
        findings += [(where, what) for what in judge(record)]
        openings[tuple(words_of(record["description"])[1:5])].append(where)
        for text in [record["description"]] + record["activities"]:
            if text in texts and text == record["description"]:
                findings.append((where, f"the same words as {texts[text]}"))
            texts[text] = where
            words = words_of(text)
            for i in range(len(words) - RUN + 1):
                if tuple(words[i:i + RUN]) in official:
                    findings.append((where, "shares with an official text: " + " ".join(words[i:i + RUN])))
                    break
    findings += [(", ".join(places), "begin alike: " + " ".join(words)) for words, places in openings.items() if len(places) > 3]

    if arguments.all_of is not None:
        with open(arguments.all_of, encoding="utf-8") as file:
            known = {record["id"] for record in map(json.loads, file) if record.get("type") == "occupation"}
        findings += [(where, "is not described") for where in sorted(known - set(seen))]

    for where, what in findings:
        print(f"{where}: {what}")
    grades = [grade(record["description"]) for record in records]
    lengths = [len(one.split()) for record in records for one in sentences_of(record["description"])]
    print(f"{len(records)} occupations; grade: median {statistics.median(grades):.1f}, highest {max(grades):.1f}; "
          f"words a sentence: median {statistics.median(lengths):.0f}, most {max(lengths)}; "
          f"{len(official)} official runs of {RUN} words; {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
