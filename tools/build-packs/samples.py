# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference-samples pack: years of experience of people who use Python, and practices of
research software."""

import collections
import random
from statistics import variance

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


PRACTICES = ("version_control_0_2", "tests_0_2", "code_review_0_2", "ci_0_2")
# Wording of the questions on tests and automation: never joined, since it was changed.
WORDINGS = (("automated_testing_2018_19", "2018-2020", "2018-10/2020-02", "Nordic and Baltic countries"
             ", one in France", "workshops in person"),
            ("write_tests_2020", "2020-2021", "2020-03/2021-05", "Nordic countries and online",
             "workshops nearly all online"))
RESAMPLES = 2000


def alpha(answers):
    """Cronbach's alpha of rows of item scores."""
    items = len(answers[0])
    return items / (items - 1) * (1 - sum(variance(column) for column in zip(*answers))
                                  / variance([sum(row) for row in answers]))


def alpha_interval(answers):
    """Percentile bootstrap over people, 95 %; the seed is fixed so that it can be repeated."""
    draw = random.Random(20261123)
    found = sorted(alpha(draw.choices(answers, k=len(answers))) for _ in range(RESAMPLES))
    return found[RESAMPLES // 40], found[RESAMPLES - RESAMPLES // 40 - 1]


def practice_samples(data):
    rows = read_csv(data / "coderefinery-survey" / "derived_coded_responses.csv")
    for wording, years, collected, country, where in WORDINGS:
        answers = [[float(row[name]) for name in PRACTICES] for row in rows
                   if row["tests_wording"] == wording and all(row[name] for name in PRACTICES)]
        low, high = alpha_interval(answers)
        counts = collections.Counter(int(sum(row)) for row in answers)
        sample = f"coderefinery-{years}-practice"
        yield {
            "type": "reference-sample", "id": sample,
            "title": f"People who registered for CodeRefinery workshops, {years.replace('-', ' to ')}",
            "skill": "git",
            "measure": "self-reported practice of research software",
            "population": "Researchers, students and others who write code for research and "
                          f"registered for {where}",
            "sample": {"n": len(answers), "unit": "people",
                       "note": "Answers; whether somebody registered twice is not known."},
            "collected": collected, "country": country,
            "sampling": "Everybody who registered was asked; a self-selected group that wants to "
                        "learn such practices, not a probability sample.",
            "reliability": {
                "metric": "Cronbach's alpha of the four answers",
                "value": round(alpha(answers), 3), "unit": "coefficient",
                "low": round(low, 3), "high": round(high, 3), "level": 95,
                "interval": "bootstrap",
                "referent": "version control, tests, code review and automation, each answered in "
                            "three steps from not at all to regularly",
            },
            "caveat": "The sum of four self-ratings, 0 to 8: what people say they do, not how well "
                      "they do it. Version control is one of the four; the sample is filed under "
                      "Git for want of a skill of its own. The questions on tests and automation "
                      "were reworded in 2020, so the two samples are kept apart. No instrument "
                      "here asks these questions, so nobody is placed in it yet.",
            "source": "coderefinery-2018-2021",
        }
        yield {
            "type": "norm-table", "sample": sample,
            "measure": "self-reported practice of research software", "unit": "points, 0 to 8",
            "rows": [{"label": f"{points} points" if points != 1 else "1 point", "low": points,
                      "high": points + 1, "n": counts[points]} for points in range(9)],
        }


def sample_records(data):
    sources = judgement("data-sources")
    attribution = " ".join(sources[name]["attribution"]
                           for name in ("kaggle-2022", "kaggle-2021", "rse-survey-2017-2018",
                                        "coderefinery-2018-2021"))
    records = [{"type": "source", "id": "rse-survey-2017-2018",
                **sources["rse-survey-2017-2018"]},
               {"type": "source", "id": "coderefinery-2018-2021",
                **sources["coderefinery-2018-2021"]},
               *kaggle_samples(data), *research_software_sample(data), *practice_samples(data)]
    return records, attribution
