#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the pages of an occupation and a skill by what the packs hold for them.

    coverage.py FOLDER    with occupations.bearings.jsonl, evidence.bearings.json, roles.bearings.json

A page is a pair that the occupation database or a count of vacancies names. For each of the seven
questions the nearest evidence counts, by the rule of docs/rules.md, section 2.
"""

import collections
import json
import sys
from pathlib import Path

CHANNELS = ["posting-language", "use-at-work", "callbacks", "pay", "demand", "time-to-proficiency",
            "ai-change"]
LEVELS = ["direct", "adjacent", "context"]


def records(folder):
    for name in ("evidence", "roles"):
        with open(folder / f"{name}.bearings.json", encoding="utf-8") as file:
            yield from json.load(file)["records"]
    with open(folder / "occupations.bearings.jsonl", encoding="utf-8") as file:
        next(file)
        yield from map(json.loads, file)


def covers(group, occupation):
    return occupation.startswith(group[:3] + group[3:].rstrip("0"))


def weigh(line, skill, families, occupation):
    """How exact a line is for a page; None when it does not fit. See bearings-reach.c."""
    weight = 0
    if "skill" in line:
        if line["skill"] != skill:
            return None
        weight += 20
    elif "family" in line:
        if line["family"] not in families:
            return None
        weight += 10
    else:
        weight += 1
    if "role" in line:
        return None
    if "occupation" in line:
        if line["occupation"] != occupation:
            return None
        weight += 30
    elif "group" in line:
        if not covers(line["group"], occupation):
            return None
        weight += 15 + len(line["group"][3:].rstrip("0"))
    else:
        weight += 1
    return weight


def nearest(claims, skill, families, occupation):
    """Channel -> nearest level of the claims that reach a page."""
    found = {}
    for channel, lines in claims:
        best = None
        for line in lines:
            weight = weigh(line, skill, families, occupation)
            if weight is not None:
                best = min(best or (0, 9), (-weight, LEVELS.index(line["level"])))
        if best:
            level = best[1]
            found[channel] = min(found.get(channel, level), level)
    return found


def main(folder):
    all_records = list(records(folder))
    kinds = collections.defaultdict(list)
    for record in all_records:
        kinds[record["type"]].append(record)
    skills = {skill["id"]: skill for skill in kinds["skill"]}
    families = {skill["id"]: tuple(family["id"] for family in kinds["skill-family"]
                                   if skill["id"] in family.get("skills", [])
                                   or skill.get("category") in family.get("categories", []))
                for skill in kinds["skill"]}
    claims = [(claim["channel"], claim.get("directness", [])) for claim in kinds["claim"]
              if claim["channel"] in CHANNELS]
    pages = collections.defaultdict(dict)
    for row in kinds["occupation-skill"]:
        rated = "importance" in row
        pages[row["occupation"], row["skill"]]["use-at-work" if rated else "posting-language"] = 0
    for row in kinds["vacancy-share"]:
        wider = "category" not in skills[row["skill"]]
        page = pages[row["occupation"], row["skill"]]
        page["posting-language"] = min(page.get("posting-language", 9), 1 if wider else 0)
    named = {(line.get("skill"), line.get("occupation")) for _, lines in claims for line in lines}
    memory, table, whole = {}, collections.Counter(), collections.Counter()
    for (occupation, skill), own in pages.items():
        key = (occupation, families[skill], skill if any(s == skill for s, _ in named) else None)
        if key not in memory:
            memory[key] = nearest(claims, skill, families[skill], occupation)
        found = dict(memory[key])
        for channel, level in own.items():
            found[channel] = min(found.get(channel, level), level)
        for channel in CHANNELS:
            table[channel, found.get(channel, 3)] += 1
        whole[sum(channel in found for channel in CHANNELS)] += 1
    print(f"{len(pages)} pages")
    print(f"{'question':22}" + "".join(f"{name:>10}" for name in [*LEVELS, "nothing"]))
    for channel in CHANNELS:
        print(f"{channel:22}" + "".join(f"{table[channel, level]:10}" for level in range(4)))
    print("questions with some evidence: pages")
    for count in sorted(whole):
        print(f"{count:6}: {whole[count]}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
