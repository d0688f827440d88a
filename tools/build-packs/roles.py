# SPDX-License-Identifier: GPL-3.0-or-later
"""The roles pack: crosswalk, posting shares, use shares, pay, searches, definitions."""

import vacancies
from common import (ROLES, BuildError, check_share, judgement, number, read_csv, slug, wilson)

SCOPES = {"ALL": "all", "US": "US"}
KAGGLE_ROLES = {
    ("2022", "Machine Learning/ MLops Engineer"): ("machine-learning-engineer", "ML/MLOps engineers"),
    ("2022", "Data Scientist"): ("data-scientist", "data scientists"),
    ("2022", "Data Engineer"): ("data-engineer", "data engineers"),
    ("2022", "Data Analyst (Business, Marketing, Financial, Quantitative, etc)"):
        ("data-analyst", "data analysts (business, marketing, financial, quantitative and similar)"),
    ("2022", "Software Engineer"): ("software-engineer", "software engineers"),
    ("2021", "Machine Learning Engineer"): ("machine-learning-engineer", "machine learning engineers"),
    ("2021", "Data Scientist"): ("data-scientist", "data scientists"),
    ("2021", "Data Engineer"): ("data-engineer", "data engineers"),
    ("2021", "Data Analyst"): ("data-analyst", "data analysts"),
    ("2021", "Software Engineer"): ("software-engineer", "software engineers"),
    ("2021", "Business Analyst"): ("business-analyst", "business analysts"),
}
COUNTRIES = {"US": "United States", "GB": "United Kingdom", "DE": "Germany"}
COMPUTED = "2026-12-01"  # the build computes them and compares
LEAST_ANSWERS = 30  # fewer say nothing of a role
SOURCES = ["kaggle-2022", "kaggle-2021", "postings-2023", "indeed-ai-tracker-2026-07"]


def crosswalk(onet):
    """Roles, each checked against the alternate titles of the occupation database."""
    titles = {}
    for row in read_csv(onet / "Alternate Titles.txt", "\t"):
        titles.setdefault(row["Alternate Title"], set()).add(row["O*NET-SOC Code"])
    rows = judgement("roles")
    if list(rows) != ROLES:
        raise BuildError("roles.json and the list of roles differ")
    for role, row in rows.items():
        listed = titles[row.get("onet_title") or row["base_title"]]
        mapped = {entry["occupation"] for entry in row["occupations"]}
        if mapped | set(row.get("left_out", [])) != listed:
            raise BuildError(f"{role}: mapped {sorted(mapped)}, listed {sorted(listed)}")
        yield {
            "type": "role", "id": role, "title": row["title"],
            "alternate_titles": row["alternate_titles"], "summary": row["summary"],
            "occupations": row["occupations"], "source": "onet-30-1", "note": row.get("note"),
        }


def skills(onet):
    """Skills that postings name and the occupation database lacks; checks the alias table."""
    known = {slug(row["Example"]) for row in read_csv(onet / "Technology Skills.txt", "\t")}
    tokens = judgement("tokens")
    for token, skill in tokens["onet"].items():
        if skill not in known:
            raise BuildError(f"token {token}: {skill} is not in the occupation database")
    for token, row in tokens["new"].items():
        if slug(token) in known:
            raise BuildError(f"token {token} is in the occupation database already")
        yield {"type": "skill", "id": slug(token), "name": row["name"], "kind": "technology",
               "category": row["category"], "aliases": row.get("aliases"),
               "source": "postings-2023"}


def families():
    for row in judgement("families"):
        yield {"type": "skill-family", **row}


def posting_shares(data):
    tokens = judgement("tokens")
    roles = {row["title"]: role for role, row in judgement("roles").items()}
    ids = {**tokens["onet"], **{token: slug(token) for token in tokens["new"]}}
    seen = set()
    for row in read_csv(data / "postings-2023" / "skill_share_by_role.csv"):
        token = row["skill"]
        seen.add(token)
        if token in tokens["left_out"]:
            continue
        k, n = int(row["n_with"]), int(row["n_with_any_skill"])
        where = f"{row['role']} {row['scope']} {token}"
        check_share(where, k, n, row["share"], row["ci_lo"], row["ci_hi"])
        share, low, high = wilson(k, n)
        yield {
            "type": "posting-share", "role": roles[row["role"]], "skill": ids[token],
            "scope": SCOPES[row["scope"]], "year": "2023", "k": k, "n": n,
            "n_postings": int(row["n_postings"]), "share": share, "low": low, "high": high,
            "population": "only postings that state pay, found by one search engine",
            "source": "postings-2023",
        }
    judged = set(ids) | set(tokens["left_out"])
    if seen != judged:
        raise BuildError(f"tokens without judgement or use: {sorted(seen ^ judged)}")


def use_shares(data):
    """Every tool the two surveys ask for and the catalogue knows, of every role it has."""
    judged = judgement("kaggle")
    asked = {(row["year"], row["question_key"]): row
             for row in read_csv(data / "kaggle-survey" / "questions.csv")}
    rows = read_csv(data / "kaggle-survey" / "tool_use_by_role.csv")
    python = {(row["year"], row["role"]): row
              for row in read_csv(data / "kaggle-survey" / "python_use_by_role.csv")}
    known, seen = set(), set()
    for row in sorted(rows, key=lambda row: question_rank(judged, row)):
        year, question, option = row["year"], row["question_key"], row["option"]
        if question not in judged["questions"][year] or option not in judged["options"]:
            continue
        seen.add(option)
        k, n, skill = int(row["k"]), int(row["n"]), judged["options"][option]
        if (year, row["role"]) not in KAGGLE_ROLES or n < LEAST_ANSWERS:
            continue
        role, people = KAGGLE_ROLES[year, row["role"]]
        if (role, skill, year) in known:
            continue  # asked twice; the first question is the one for all
        known.add((role, skill, year))
        check_share(f"{people} {year} {option}", k, n, row["share"], row["low"], row["high"])
        if skill == "python":
            first = python[year, row["role"]]
            if (k, n) != (int(first["n_python"]), int(first["n_lang_answered"])):
                raise BuildError(f"{people} {year}: two counts of Python")
        share, low, high = wilson(k, n)
        text = asked[year, question]
        yield {
            "type": "use-share", "role": role, "skill": skill, "year": year, "k": k, "n": n,
            "share": share, "low": low, "high": high,
            "population": f"{people} who answered the question in Kaggle's survey (self-selected "
                          f"users of one site); asked of {text['asked_of']}",
            "question": f"Which of these they name: {text['question']}; {option} was ticked.",
            "source": f"kaggle-{year}",
        }
    if seen != set(judged["options"]):
        raise BuildError(f"options without use: {sorted(set(judged['options']) - seen)}")


def question_rank(judged, row):
    questions = judged["questions"][row["year"]]
    return (row["year"], questions.index(row["question_key"])
            if row["question_key"] in questions else len(questions))


def pay_claims(data):
    roles = {row["title"]: role for role, row in judgement("roles").items()}
    for row in read_csv(data / "postings-2023" / "us_year_salary_python_vs_not.csv"):
        title, role = row["role"], roles[row["role"]]
        value, low, high = (float(row[name]) for name in ("diff_med", "ci_lo", "ci_hi"))
        n_with, n_without = int(row["n_py"]), int(row["n_no"])
        if abs(float(row["med_py"]) - float(row["med_no"]) - value) > 0.01:
            raise BuildError(f"{title}: the difference is not that of the medians")
        established = low > 0 or high < 0
        reasons = [{"domain": "risk-of-bias", "steps": 1,
                    "note": "Jobs that name Python differ from the others in seniority, employer "
                            "and place; nothing was adjusted for, and only postings that state "
                            "yearly pay count."}]
        if not established or high - low > 20000:
            reasons.append({
                "domain": "imprecision", "steps": 1,
                "note": f"{n_with:,} postings against {n_without:,}; the interval "
                        + ("includes no difference." if not established else
                           "is wider than 20,000 dollars.")})

        def median(kind, prefix, n):
            q25, q75 = float(row[f"q25_{prefix}"]), float(row[f"q75_{prefix}"])
            return {
                "metric": f"median yearly pay stated, Python {kind}",
                "value": number(row[f"med_{prefix}"]), "unit": "USD per year",
                "interval": "not-stated",
                "referent": f"US postings for {title}, Python {kind}, 2023 (n {n:,})",
                "note": f"Middle half of the postings: {q25:,.0f} to {q75:,.0f} USD.",
            }

        yield {
            "type": "claim", "id": f"pay-python-{role}",
            "statement": f"Difference in median yearly pay stated in US postings for {title} of "
                         "2023, Python named against not named",
            "channel": "pay", "topic": "Pay stated in postings",
            "finding": {
                "metric": "difference in median yearly pay", "value": number(row["diff_med"]),
                "unit": "USD per year", "low": round(low, 1), "high": round(high, 1), "level": 95,
                "interval": "bootstrap",
                "referent": f"US postings for {title} that state yearly pay, 2023: those that name "
                            f"Python (n {n_with:,}) against those that do not (n {n_without:,})",
            },
            "additional_findings": [median("named", "py", n_with),
                                    median("not named", "no", n_without)],
            "population": f"US job postings for {title} that state yearly pay, from Google job "
                          "search results",
            "sample": {"n": n_with + n_without, "unit": "postings",
                       "note": f"{n_with:,} name Python, {n_without:,} do not."},
            "country": "US", "data_year": "2023", "design": "observational",
            "source": "postings-2023", "boundary": "employer",
            "boundary_note": "Pay that employers state in ads; it is not pay anybody received.",
            "hedge": "estimated",
            "direction": ("favours" if low > 0 else "against") if established
                         else "not-established",
            "certainty_reasons": reasons,
            "directness": [{
                "skill": "python", "role": role, "level": "direct",
                "reason": "Compares pay in postings for this role by whether they name Python."},
                *({"role": role, "family": family, "level": "adjacent",
                   "reason": "Same role, a neighbouring skill: compares pay in its postings by "
                             "whether they name Python."} for family in ("data", "programming"))],
            "replication": {"note": "not searched"},
            "peer_reviewed": False, "single_study": True,
            "limits": "Medians of stated pay, unadjusted. A keyword match does not say how much "
                      "Python the job takes. Postings that state pay are not all postings.",
            "implication": "A gap between postings; not the raise one person would get for "
                           "learning Python.",
            "confirmed": "computed", "checked": COMPUTED,
            "note": "Interval: resampling of the postings (bootstrap) for the difference of the "
                    "two medians.",
        }


def ai_share_claims(data):
    latest = {}
    for row in read_csv(data / "indeed-ai-tracker" / "ai_share_month_end.csv"):
        if row["country"] in COUNTRIES and row["date"] > latest.get(row["country"], ("",))[0]:
            latest[row["country"]] = (row["date"], float(row["ai_share_percent"]))
    for country, name in COUNTRIES.items():
        date, value = latest[country]
        yield {
            "type": "claim", "id": f"indeed-ai-share-{country.lower()}",
            "statement": f"On {day(date)}, {value:.1f} percent of job postings on Indeed in the "
                         f"{name} mentioned AI terms."
                         if country != "DE" else
                         f"On {day(date)}, {value:.1f} percent of job postings on Indeed in {name} "
                         "mentioned AI terms.",
            "channel": "ai-change", "topic": "AI in postings",
            "finding": {
                "metric": "share of postings that mention AI terms", "value": round(value, 4),
                "unit": "percent", "interval": "not-published",
                "referent": f"all postings on Indeed, {name}, mean over seven days to {day(date)}",
            },
            "population": f"Job postings on Indeed, {name}",
            "sample": {"missing": "not-stated", "unit": "job postings"},
            "country": country, "data_year": date[:4], "design": "postings-count",
            "source": "indeed-ai-tracker-2026-07", "boundary": "employer",
            "boundary_note": "A mention in an ad; what the employer means by AI, and whether the "
                             "job uses it, is not known.",
            "hedge": "stated", "direction": "none",
            "certainty_reasons": [{
                "domain": "risk-of-bias", "steps": 1,
                "note": "Postings on one site, found by terms that the publisher chose."}],
            "directness": [{
                "skill": "python", "level": "context",
                "reason": f"Counts mentions of AI in all postings of one site in {name}; neither "
                          "Python nor a role is counted."
                          if country == "DE" else
                          f"Counts mentions of AI in all postings of one site in the {name}; "
                          "neither Python nor a role is counted."}, {
                "level": "context",
                "reason": f"Counts mentions of AI in all postings of one site, {name}; no other "
                          "skill and no career is counted."}],
            "replication": {"note": "not searched"},
            "peer_reviewed": False, "single_study": True,
            "limits": "One job site. Terms for AI grow in use by themselves, so a rising share "
                      "need not be rising demand for AI work.",
            "implication": "AI is named in a small share of postings; it says nothing about "
                           "Python.",
            "confirmed": "computed", "checked": COMPUTED,
            "note": "Value of the publisher's daily series on the last day of the month.",
        }


def day(date):
    year, month, days = date.split("-")
    names = ["January", "February", "March", "April", "May", "June", "July", "August",
             "September", "October", "November", "December"]
    return f"{int(days)} {names[int(month) - 1]} {year}"


def editorial_records(known_claims):
    rows = judgement("editorial")
    kinds = [("searches", "evidence-search"), ("ladders", "ladder"), ("readings", "reading"),
             ("definitions", "definition"), ("literatures", "literature")]
    for name, kind in kinds:
        for row in rows[name]:
            unknown = set(row.get("claims", [])) - known_claims
            if unknown:
                raise BuildError(f"{kind}: unknown claims {unknown}")
            yield {"type": kind, **row}
    terms = judgement("glossary")
    ids = {slug(term) for term, _, _ in terms}
    for term, meaning, see_also in terms:
        if set(see_also) - ids:
            raise BuildError(f"glossary: {term} points to {set(see_also) - ids}")
        yield {"type": "glossary-term", "id": slug(term), "term": term, "meaning": meaning,
               "see_also": see_also}


def role_records(data, known):
    source_rows = judgement("data-sources")
    onet = data / "onet-30.1"
    computed = [*pay_claims(data), *ai_share_claims(data)]
    known_claims = set(known) | {claim["id"] for claim in computed}
    records = [
        *({"type": "source", "id": name, **source_rows[name]}
          for name in [*SOURCES, *vacancies.SOURCES]),
        *crosswalk(onet), *skills(onet), *families(), *posting_shares(data), *use_shares(data),
        *vacancies.vacancy_records(data), *computed,
        *editorial_records(known_claims),
    ]
    return records, " ".join(source_rows[name]["attribution"]
                             for name in [*SOURCES, *vacancies.SOURCES])
