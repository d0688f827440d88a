# SPDX-License-Identifier: GPL-3.0-or-later
"""What the vacancies of ordinary jobs name: federal questionnaires and city postings."""

from common import BuildError, check_share, judgement, read_csv, wilson

# Under five agencies a count describes one text, not a market.
LEAST_AGENCIES = 5
FEDERAL = {
    "source": "usajobs-questionnaires-2025", "year": "2025",
    "population": "Federal vacancies of the United States, questionnaires for applicants that "
                  "differ from each other",
}
CITY = {
    "source": "nyc-jobs-2019-2025", "year": "2019-2025",
    "population": "Vacancies of the City of New York on three days, texts that differ from each "
                  "other",
}
SOURCES = [FEDERAL["source"], CITY["source"]]


def terms(data):
    """Skill and label of each term that was looked for; every term is mapped or left out."""
    judged = judgement("vacancies")
    labels = {row["term"]: row["label"]
              for row in read_csv(data / "skill-terms" / "skill_terms.csv")}
    skills = {**judged["terms"], **{term: row["id"] for term, row in judged["new"].items()}}
    if set(labels) != set(skills) | set(judged["left_out"]):
        raise BuildError(f"terms: {sorted(set(labels) ^ (set(skills) | set(judged['left_out'])))}")
    return {term: (skill, labels[term]) for term, skill in skills.items()}


def vacancy_skills():
    for row in judgement("vacancies")["new"].values():
        yield {"type": "skill", "id": row["id"], "name": row["name"], "kind": "skill",
               "category": row["category"], "source": FEDERAL["source"]}


def shares(group, row, counts, agencies, of, known):
    """A record for each occupation and term; a term that no text names is counted 0 times."""
    n = counts["n"]
    for occupation in row["occupations"]:
        for term, (skill, label) in known.items():
            k = counts.get(term, 0)
            share, low, high = wilson(k, n)
            yield {
                "type": "vacancy-share", "occupation": occupation, "skill": skill,
                "year": of["year"], "group": group, "words": label, "k": k, "n": n,
                "agencies": agencies, "share": share, "low": low, "high": high,
                "population": of["population"], "note": row.get("note"), "source": of["source"],
            }


def counted(rows, group_of):
    """Counts by group, each checked against the share that the table gives."""
    groups = {}
    for row in rows:
        group, k, n = group_of(row), int(row["k"]), int(row["n"])
        if group is None:
            continue
        check_share(f"{group} {row['term']}", k, n, row["share"], row["low"], row["high"])
        counts = groups.setdefault(group, {"n": n})
        if counts["n"] != n:
            raise BuildError(f"{group}: {n} texts and {counts['n']}")
        counts[row["term"]] = k
    return groups


def vacancy_records(data):
    judged, known = judgement("vacancies"), terms(data)
    yield from vacancy_skills()
    folder = data / "usajobs-questionnaires-2025"
    federal = counted(read_csv(folder / "skill_word_share.csv"),
                      lambda row: row["group"] if row["group_kind"] == "family" else None)
    agencies = {row["group"]: int(row["agencies"]) for row in read_csv(folder / "groups.csv")
                if row["group_kind"] == "family"}
    yield from records_of(judged["federal"], federal, agencies, FEDERAL, known)
    unmapped = set(federal) - set(judged["federal"]) - set(judged["left_out_groups"])
    if unmapped:
        raise BuildError(f"families neither mapped nor left out: {sorted(unmapped)}")
    folder = data / "nyc-jobs"
    city = counted(read_csv(folder / "skill_word_share_by_title.csv"),
                   lambda row: row["title"] if (row["snapshot"], row["field"]) == ("ALL", "posting")
                   else None)
    agencies = {row["title"]: int(row["agencies"]) for row in read_csv(folder / "titles.csv")
                if row["snapshot"] == "ALL"}
    yield from records_of(judged["city"], city, agencies, CITY, known)


def records_of(mapping, groups, agencies, of, known):
    for group, row in mapping.items():
        if agencies[group] < LEAST_AGENCIES:
            raise BuildError(f"{group}: {agencies[group]} agencies are no market")
        yield from shares(group.lower(), row, groups[group], agencies[group], of, known)
