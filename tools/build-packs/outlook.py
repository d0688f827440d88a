# SPDX-License-Identifier: GPL-3.0-or-later
"""The outlook pack: the newest round of the projections, out of a transcription."""

from common import BuildError, judgement, number, read_csv

ROUND = "2025-35"
NOTE = ("Transcription: read off a copy of the official table and checked against its totals, "
        "until the official file is converted.")


def outlook_records(data):
    """A record for each line; the published change must be what the employment figures give."""
    name = f"bls-projections-{ROUND}"
    source = judgement("data-sources")[name]
    yield {"type": "source", "id": name, **source}
    folder = data / "occupations" / "bls-ep-2025-35"
    for row in read_csv(folder / "projections_detailed.tsv", "\t"):
        base, projected = float(row["employment_2025_thousand"]), float(
            row["employment_2035_thousand"])
        change = float(row["change_pct (published)"])
        if base > 0 and abs(100 * (projected - base) / base - change) > 0.06 + 10 / base:
            raise BuildError(f"{row['soc2018_nem']}: {base} to {projected} is not {change} percent")
        yield {
            "type": "projection", "soc": row["soc2018_nem"], "title": row["title (as in 2024-34)"],
            "round": ROUND, "employment_base": number(row["employment_2025_thousand"]),
            "employment_projected": number(row["employment_2035_thousand"]),
            "change_percent": number(row["change_pct (published)"]),
            "openings": {"value": number(row["openings_per_year_thousand"])},
            "note": NOTE, "source": name,
        }
