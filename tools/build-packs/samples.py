# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference-samples pack: years of experience of people who use Python."""

from common import BuildError, judgement, read_csv
from roles import KAGGLE_ROLES

BANDS = [("< 1 years", "less than 1 year", 0, 1), ("1-3 years", "1 to 3 years", 1, 3),
         ("3-5 years", "3 to 5 years", 3, 5), ("5-10 years", "5 to 10 years", 5, 10),
         ("10-20 years", "10 to 20 years", 10, 20), ("20+ years", "20 years or more", 20, None)]
COLLECTED = {"2022": "2022-08-16/2022-09-16", "2021": "2021-09-01/2021-10-04"}
TITLES = {"machine-learning-engineer": "Machine learning engineers",
          "data-scientist": "Data scientists", "data-engineer": "Data engineers",
          "data-analyst": "Data analysts", "software-engineer": "Software engineers",
          "business-analyst": "Business analysts"}


def kaggle_samples(data):
    counts = {}
    for row in read_csv(data / "kaggle-survey" / "years_coding_by_role.csv"):
        if row["subset"] == "python":
            counts.setdefault((row["year"], row["role"]), {})[row["years_coding"]] = row
    for (year, title), (role, people) in KAGGLE_ROLES.items():
        rows = counts[(year, title)]
        total = sum(int(row["n"]) for row in rows.values())
        if any(int(row["N"]) != total for row in rows.values()) or set(rows) != {b[0] for b in BANDS}:
            raise BuildError(f"{title} {year}: the bands do not add up")
        sample = f"kaggle-{year}-{role}-python"
        yield {
            "type": "reference-sample", "id": sample,
            "title": f"{TITLES[role]} who use Python, Kaggle {year}", "skill": "python",
            "measure": "years of coding", "factual": True,
            "population": f"People who gave their work as {people} and use Python regularly, "
                          f"among those who answered Kaggle's {year} survey",
            "sample": {"n": total, "unit": "people"}, "collected": COLLECTED[year],
            "country": "international",
            "sampling": "Self-selected users of one site, reached by e-mail, on the site and on "
                        "Twitter; not a probability sample.",
            "caveat": "It places years of coding, never skill. Years were answered in bands, so "
                      "people within a band cannot be told apart. "
                      + ("The survey of 2021 is kept apart: other years, another list of titles."
                         if year == "2022" else
                         "The survey of 2022 is kept apart: other years, another list of titles."),
            "source": f"kaggle-{year}",
        }
        yield {
            "type": "norm-table", "sample": sample, "measure": "years of coding", "unit": "years",
            "rows": [{"label": label, "low": low, "high": high, "n": int(rows[band]["n"])}
                     for band, label, low, high in BANDS],
        }


def research_software_sample(data):
    rows = [row for row in read_csv(data / "rse-survey" / "years_dev_experience_norms.csv")
            if row["subset"] == "python_users"]
    total = int(rows[0]["N"])
    below = [int(row["n_below"]) for row in rows] + [total]
    if [int(row["years"]) for row in rows] != list(range(len(rows))) or below != sorted(below):
        raise BuildError("research software survey: the years do not ascend")
    # Half years are counted with the full year below them, so that a row is one year wide.
    table = [{"label": f"{year} years" if year != 1 else "1 year", "low": year, "high": year + 1,
              "n": below[year + 1] - below[year]} for year in range(len(rows))]
    while table[-1]["n"] == 0:
        table.pop()
    if sum(row["n"] for row in table) != total:
        raise BuildError("research software survey: the rows do not add up")
    sample = "rse-2017-2018-python"
    yield {
        "type": "reference-sample", "id": sample,
        "title": "Research software developers who use Python, 2017 and 2018", "skill": "python",
        "measure": "years of developing software", "factual": True,
        "population": "People who develop software in research and use Python at work, among "
                      "those who answered the international survey of 2017 or 2018",
        "sample": {"n": total, "unit": "people",
                   "note": "Answers; whether somebody answered in both years is not known."},
        "collected": "2017/2018", "country": "mostly Germany, UK and US",
        "sampling": "Convenience sample of research software engineers and developers; not a "
                    "probability sample.",
        "caveat": "It places years of developing software, never skill. People in research, not "
                  "in industry.",
        "source": "rse-survey-2017-2018",
    }
    yield {"type": "norm-table", "sample": sample, "measure": "years of developing software",
           "unit": "years", "rows": table}


def sample_records(data):
    sources = judgement("data-sources")
    attribution = " ".join(sources[name]["attribution"]
                           for name in ("kaggle-2022", "kaggle-2021", "rse-survey-2017-2018"))
    records = [{"type": "source", "id": "rse-survey-2017-2018",
                **sources["rse-survey-2017-2018"]},
               *kaggle_samples(data), *research_software_sample(data)]
    return records, attribution
