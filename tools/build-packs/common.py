# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading inputs and judgements, checking text, writing packs."""

import csv
import json
import math
import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
JUDGEMENTS = HERE / "judgements"
PUBLISHED = "2026-11-23"
Z95 = 1.959963984540054

ROLES = [
    "machine-learning-engineer", "data-scientist", "senior-data-scientist", "data-engineer",
    "senior-data-engineer", "data-analyst", "senior-data-analyst", "software-engineer",
    "business-analyst", "cloud-engineer",
]


class BuildError(Exception):
    """Inputs and judgements do not fit together."""


def judgement(name):
    with open(JUDGEMENTS / f"{name}.json", encoding="utf-8") as file:
        return json.load(file)


def judgements_of(name):
    """Judgements on both dossiers: name.json and name-2.json; nothing is judged in both."""
    first, second = judgement(name), judgement(f"{name}-2")
    if set(first) & set(second):
        raise BuildError(f"{name}: judged twice {sorted(set(first) & set(second))}")
    return {**first, **second}


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def read_csv(path, delimiter=","):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def wilson(k, n):
    """Share and Wilson score limits at 95 %, in percent, rounded to four places."""
    p = k / n
    z2 = Z95 * Z95
    centre = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = Z95 * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    low, high = max(0.0, centre - half), min(1.0, centre + half)
    return round(100 * p, 4), round(100 * low, 4), round(100 * high, 4)


def check_share(where, k, n, share, low, high):
    """The published proportions must be what the counts give, to four places."""
    for ours, theirs in zip(wilson(k, n), (share, low, high)):
        if abs(ours / 100 - float(theirs)) > 0.000051:
            raise BuildError(f"{where}: {k} of {n} gives {ours} percent, the table has {theirs}")


def number(text):
    value = float(text)
    return int(value) if value.is_integer() else value


def clean(value):
    """Leaves out what is absent: None, "", empty lists and objects."""
    if isinstance(value, dict):
        items = ((key, clean(part)) for key, part in value.items())
        return {key: part for key, part in items if part not in (None, "", [], {})}
    if isinstance(value, list):
        return [clean(part) for part in value]
    return value


def slug(text):
    text = text.lower().replace("+", "-plus").replace("#", "-sharp")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


# Words that would show how the material was put together instead of what it says.
FORBIDDEN = re.compile(r"\bseed\b", re.IGNORECASE)


def check_texts(record, path=""):
    if isinstance(record, dict):
        for key, value in record.items():
            check_texts(value, f"{path}.{key}")
    elif isinstance(record, list):
        for i, value in enumerate(record):
            check_texts(value, f"{path}[{i}]")
    elif isinstance(record, str) and FORBIDDEN.search(record):
        raise BuildError(f"{path}: {record!r}")


def write_pack(folder, pack_id, title, attribution, note, records, version="1.0.0",
               published=PUBLISHED):
    seen = set()
    for record in records:
        check_texts(record, f"{pack_id}:{record.get('id', record['type'])}")
        key = (record["type"], record.get("id", json.dumps(record, sort_keys=True)))
        if key in seen:
            raise BuildError(f"{pack_id}: {key} occurs twice")
        seen.add(key)
    document = {
        "bearings_pack": 1,
        "id": pack_id,
        "title": title,
        "version": version,
        "published": published,
        "publisher": "Bearings",
        "licence": "CC BY 4.0",
        "attribution": attribution,
        "note": note,
        "records": [clean(record) for record in records],
    }
    path = Path(folder) / f"{pack_id}.bearings.json"
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file, ensure_ascii=False, indent=1)
        file.write("\n")
    return path, len(records)
