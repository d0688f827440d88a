#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the evidence, roles and reference-samples packs. See README.md beside this file."""

import sys
from pathlib import Path

import common
from evidence import evidence_records
from outlook import outlook_records
from register import register_records
from roles import role_records
from samples import sample_records


# The two dossiers, each with the day its figures were compared with their sources.
DOSSIERS = [("", "2026-11-22"), ("-2", "2026-12-01")]


def build(inputs, output):
    claims, entries = [], []
    for part, checked in DOSSIERS:
        for claim in common.read_json(inputs / "evidence" / f"claims{part}.json"):
            claims.append({**claim, "checked": checked})
        entries += common.read_json(inputs / "evidence" / f"untraceable{part}.json")
    known = [claim["id"] for claim in claims]
    yield common.write_pack(
        output, "evidence", "Evidence on skills, hiring, pay, learning and assessment",
        "Bearings evidence base, CC BY 4.0. Statements are Bearings' own words; each names its "
        "source.",
        "Certainty, directness, hedge and direction are judged by the public rules in "
        "docs/rules.md. What could not be checked is left out and named.",
        [*evidence_records(claims, entries), *register_records(entries, claims)],
        version="1.2.0", published="2026-12-01")
    roles, attribution = role_records(inputs / "data", known)
    yield common.write_pack(
        output, "roles", "Roles: crosswalk, postings 2023, use 2021 and 2022, pay, definitions",
        attribution,
        "Shares carry Wilson 95 % intervals computed from the counts. Ladders are Bearings' own "
        "judgement.", roles)
    yield common.write_pack(
        output, "outlook", "Outlook 2025-35: a transcription",
        "Outlook: U.S. Bureau of Labor Statistics, Employment Projections, 2025-35.",
        "Read off a copy of table 1.2 and marked as a transcription; the official file replaces it "
        "by bearings-cli convert projections.", list(outlook_records(inputs / "data")),
        published="2026-12-01")
    samples, attribution = sample_records(inputs / "data")
    yield common.write_pack(
        output, "reference-samples", "Reference samples: years of experience, and practice",
        attribution, "These samples place experience or what people say they do, never skill. None "
        "of them is a probability sample.",
        samples)


def main(arguments):
    if len(arguments) != 3:
        print("Usage: build.py INPUTS OUTPUT-FOLDER", file=sys.stderr)
        return 2
    try:
        for path, count in build(Path(arguments[1]), Path(arguments[2])):
            print(f"{path}: {count} records")
    except (common.BuildError, OSError) as error:
        print(f"build.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
