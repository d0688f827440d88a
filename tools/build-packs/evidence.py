# SPDX-License-Identifier: GPL-3.0-or-later
"""The evidence pack: sources, studies, claims and their traces."""

import json

import re
from urllib.parse import urlsplit

from common import BuildError, judgement, judgements_of, wilson

JUDGED = ["a", "b", "c", "d", "e", "f", "g", "2-a", "2-b", "2-c", "2-d", "2-e", "2-f", "2-h"]
TOPIC_NAMES = {
    "a": "AI and productivity",
    "b": "Callbacks and audit studies",
    "c": "Pay premia and demand",
    "d": "Self-assessment and validity of selection",
    "e": "Learning and time",
    "f": "Hiring folklore",
    "g": "Regulation and case law",
    "h": "Interests, career help and job search",
}
DESIGNS = {
    "RCT": "rct", "audit": "audit", "observational": "observational", "survey": "survey",
    "administrative": "administrative", "employer report": "employer-report",
    "forecast": "forecast", "legal text": "legal-text",
}
CONFIRMED = {"primary": "primary", "two secondary": "two-secondary"}
BIBLIOGRAPHY = ("volume", "issue", "pages")
KINDS = ("exact", "conceptual", "contrary", "pooled")
# What a copy read did not show.
UNSHOWN = re.compile("not shown|not stated|not on the cop")
YEARS = re.compile(r"(1[89]|20)\d\d([-/](\d\d|\d{4}))?( survey| forecast)?( entry)?")


def judgements():
    merged = {}
    for topic in JUDGED:
        for claim_id, row in judgement(f"claims-{topic}").items():
            if claim_id in merged:
                raise BuildError(f"{claim_id} is judged twice")
            merged[claim_id] = row
    return merged


def figure(where, row, given=None):
    """A figure: what the claim gives, overridden by the judgement."""
    given = given or {}
    merged = {
        "metric": given.get("metric"), "value": given.get("value"), "unit": given.get("unit"),
        "low": given.get("ci_low"), "high": given.get("ci_high"), "se": given.get("se"),
        "p": given.get("p"),
    }
    if given.get("ci_level") is not None:
        level = given["ci_level"]
        merged["level"] = level if level > 1 else round(100 * level, 4)
    merged.update(row)
    if merged.get("missing"):
        if merged.get("metric") is None or "interval" in row:
            raise BuildError(f"{where}: a missing figure has a metric and no interval")
        merged["value"] = merged["unit"] = None
    if merged.get("interval") == "wilson":
        merged["value"], merged["low"], merged["high"] = wilson(merged["count"], merged["total"])
        merged["level"] = 95
    if merged.get("interval") == "from-se":
        half = 1.96 * merged["se"]
        for limit, expected in (("low", merged["value"] - half), ("high", merged["value"] + half)):
            if abs(merged[limit] - expected) > 0.051:
                raise BuildError(f"{where}: {limit} should be {expected:.2f}")
    order = ["metric", "value", "qualifier", "missing", "missing_note", "unit", "low", "high",
             "level", "se", "p", "interval", "count", "total", "total_unit", "referent", "note"]
    unknown = set(merged) - set(order)
    if unknown:
        raise BuildError(f"{where}: unknown parts of a figure {unknown}")
    if merged.get("missing") is None and (merged["value"] is None or not merged.get("interval")):
        raise BuildError(f"{where}: a value needs a value and an interval or why there is none")
    if merged.get("missing") is None and not merged.get("referent"):
        raise BuildError(f"{where}: no referent")
    return {key: merged.get(key) for key in order}


def source_record(source_id, given, row, confirmed, checked):
    """A bibliographic record; what could not be checked is left out and named."""
    left_out = list(row.get("unconfirmed", []))
    doi = given["doi"] if given.get("doi_confirmed") else None
    if given["doi"] and not doi:
        left_out.append("doi")
    if given["url_unconfirmed"]:
        left_out.append("url")
    kept = {}
    for name in BIBLIOGRAPHY:
        if not given.get(name):
            continue
        seen = name in row.get("seen", [])
        rechecked = doi and confirmed == "primary" and name not in row.get("not_rechecked", [])
        if seen or rechecked:
            kept[name] = given[name]
        else:
            left_out.append(name)
    authors = row.get("authors", given["authors"])
    if any("et al" in author or "colleagues" in author or "copy" in author for author in authors):
        raise BuildError(f"{source_id}: {authors} names nobody")
    address = row.get("url", None if given["url_unconfirmed"] else given["url"])
    copy = None
    if address and "url" not in row and is_copy(address):
        copy, address = address, None
        if not doi:
            left_out.append("url")
    if given["year"] is None:
        left_out.append("issued")
    note = row.get("note")
    own_note = given.get("note")
    if note is None and own_note and not any(
            word in own_note for word in ("DOI", "Volume", "volume", "Page range", "rechecked")):
        note = own_note
    return {
        "type": "source", "id": source_id, "csl_type": given["csl_type"], "authors": authors,
        "title": given["title"], "container": given["container"], "publisher": given["publisher"],
        **kept, "issued": str(given["year"]) if given["year"] else None, "doi": doi,
        "url": address, "accessed": checked,
        "state": row.get("state"), "state_note": row.get("state_note"),
        "state_date": row.get("state_date"), "replaced_by": row.get("replaced_by"),
        "unconfirmed": sorted(set(left_out)),
        "note": " ".join(part for part in (note, f"Read as a copy at {copy}" if copy else None)
                         if part),
    }


def is_copy(address):
    """Whether an address is that of a copy, not of the publisher or an author."""
    host = urlsplit(address).hostname
    return any(host == copy or host.endswith("." + copy) for copy in judgement("copies"))


def recorded(quotes, material, where):
    """Exact words are shipped only when the inputs record them."""
    text = json.dumps(material, ensure_ascii=False).lower()
    for quote in quotes:
        if quote.lower() not in text:
            raise BuildError(f"{where}: the words {quote!r} are not on record")
    return quotes


def replication_record(claim, known):
    """Other studies with what each is to the claim, where somebody has said so."""
    where, replications = claim["id"], claim["replications"]
    kinds = claim.get("replication_kinds") or {}
    studies = []
    for kind in KINDS:
        for ref in kinds.get(kind, []):
            target = "claim" if ref in known else "url"
            if target == "url" and not ref.startswith("http"):
                raise BuildError(f"{where}: unknown replication {ref}")
            studies.append({"kind": kind, target: ref})
    told = {study.get("claim", study.get("url")) for study in studies}
    others = [ref for ref in replications["refs"] if ref not in told]
    addresses = [ref for ref in others if ref not in known]
    if any(not ref.startswith("http") for ref in addresses):
        raise BuildError(f"{where}: unknown replication {addresses}")
    note = " ".join(part for part in (replications["note"], kinds.get("note")) if part) or None
    if addresses:
        note = f"{note} ({', '.join(addresses)})"
    return {"count": replications["count"], "note": note,
            "claims": [ref for ref in others if ref in known], "studies": studies}


def given_or_missing(claim, row):
    """The finding; one of which the copy read gives the direction alone is missing its value."""
    finding = dict(row["finding"])
    finding.setdefault("metric", claim["finding"]["metric"])
    if claim["finding"]["value"] is None and "value" not in finding and not finding.get("missing"):
        raise BuildError(f"{claim['id']}: no value is on record")
    return figure(claim["id"], finding, claim["finding"])


def further(claim, row):
    """Sentences of the dossier that have no figure of their own."""
    if not claim["additional_findings"] or row.get("additional"):
        return None
    text = " ".join(claim["additional_findings"])
    if "replication_kinds" not in claim:
        raise BuildError(f"{claim['id']}: further findings are not carried over")
    return None if re.search(r"\d", text) else text


def shown(text):
    return None if text is None or UNSHOWN.search(text) else text


def years(text):
    text = shown(text)
    return text if text and YEARS.fullmatch(text) else None


def claim_record(claim, row, known, notes, quotes, reach):
    where = claim["id"]
    second = "replication_kinds" in claim
    dropped = row.get("drop", [])
    design = row.get("design") or DESIGNS.get(claim["design"])
    if design is None:
        raise BuildError(f"{where}: say which kind of {claim['design']}")
    country, data_year = claim["country"], claim["data_year"]
    if second:
        country, data_year = shown(country), years(data_year)
    meaning = claim.get("meaning") or claim["direction_for_job_seekers"]
    return {
        "type": "claim", "id": where, "statement": claim["statement"],
        "quotes": recorded(quotes.get(where, []), list(known.values()), where),
        "channel": row["channel"],
        "topic": TOPIC_NAMES[claim["topic"]],
        "finding": given_or_missing(claim, row),
        "additional_findings": [figure(f"{where}+{i}", extra)
                                for i, extra in enumerate(row.get("additional", []))],
        "population": population(claim, known),
        "sample": row["sample"],
        "country": None if "country" in dropped else country,
        "data_year": None if "data_year" in dropped else data_year,
        "design": design, "study": row.get("study"), "source": row["source"],
        "boundary": claim["boundary"], "boundary_note": row.get("boundary_note") or notes[where],
        "hedge": row["hedge"], "direction": row["direction"],
        "certainty_reasons": row["certainty"],
        "directness": [*row["directness"], *reach.get(where, [])],
        "replication": replication_record(claim, known),
        "preregistered": claim["preregistered"], "peer_reviewed": claim["peer_reviewed"],
        "underpowered": claim["underpowered"], "single_study": claim["single_study"],
        "limits": claim["limits"],
        "implication": row.get("implication", meaning),
        "confirmed": CONFIRMED[claim["confirmed"]],
        "confirmed_by": list(dict.fromkeys(map(public, claim["confirmed_by"]))),
        "checked": claim["checked"],
        "note": " ".join(part for part in (row.get("note", claim["confidence_note"]),
                                           further(claim, row), row.get("design_note")) if part),
    }


def public(witness):
    """Where a figure was confirmed; a file of ours is told as what it is a copy of."""
    if witness.startswith("/"):
        return "Employment Projections 2024-34, table 1.2 (copy of the official table)"
    return witness


def check_together(claims):
    """Findings that are shown together or not at all reach the same pages."""
    reached = {claim["id"]: [tuple(sorted((key, value) for key, value in line.items()
                                          if key not in ("reason", "skill")))
                             for line in claim["directness"] if "skill" not in line]
               for claim in claims}
    for group in judgement("together"):
        if len({tuple(sorted(reached[claim])) for claim in group}) != 1:
            raise BuildError(f"shown together, and reach different pages: {group}")


def population(claim, known):
    """ "As noy-zhang-time" is written out."""
    text = claim["population"]
    words = text.split()
    if words[0].lower() == "as" and words[-1] in known:
        return known[words[-1]]["population"]
    return text


def trace_records(known, inputs):
    for claim_id, hops in judgement("traces").items():
        if claim_id not in known:
            raise BuildError(f"trace of unknown claim {claim_id}")
        for position, hop in enumerate(hops, 1):
            where = f"trace-{claim_id}-{position}"
            recorded(hop.get("quotes", []), inputs, where)
            if "part" not in hop:
                raise BuildError(f"{where}: no part")
            yield {"type": "trace-hop", "id": where, "claim": claim_id, "position": position,
                   **hop}


def evidence_records(claims, entries):
    known = {claim["id"]: claim for claim in claims}
    judged = judgements()
    if set(known) != set(judged):
        raise BuildError(f"not judged or not there: {sorted(set(known) ^ set(judged))}")
    source_rows = judgements_of("sources")
    study_rows = judgements_of("studies")
    sources, studies = {}, {}
    for claim in claims:
        row = judged[claim["id"]]
        record = source_record(row["source"], claim["source"], source_rows.get(row["source"], {}),
                               claim["confirmed"], claim["checked"])
        before = sources.setdefault(row["source"], record)
        if before["title"] != record["title"] or (
                before["url"] and record["url"] and before["url"] != record["url"]):
            raise BuildError(f"{row['source']} stands for two sources")
        if len(record["unconfirmed"]) < len(before["unconfirmed"]):
            sources[row["source"]] = record  # one claim checked on the primary is enough
        if row.get("study"):
            study = studies.setdefault(row["study"], {
                "sources": [], "designs": [], "preregistered": [], "peer_reviewed": []})
            if row["source"] not in study["sources"]:
                study["sources"].append(row["source"])
            study["designs"].append(row.get("design") or DESIGNS[claim["design"]])
            study["preregistered"].append(claim["preregistered"])
            study["peer_reviewed"].append(claim["peer_reviewed"])
    for unused in (set(source_rows) - set(sources), set(study_rows) ^ set(studies)):
        if unused:
            raise BuildError(f"judgements without a claim: {sorted(unused)}")
    yield from (sources[key] for key in sorted(sources))
    for key in sorted(studies):
        study = studies[key]
        designs = set(study["designs"])
        yield {
            "type": "study", "id": key, "title": study_rows[key]["title"],
            "sources": study["sources"],
            "design": designs.pop() if len(designs) == 1 else None,
            "preregistered": common_answer(study["preregistered"]),
            "peer_reviewed": any_answer(study["peer_reviewed"]),
            "note": study_rows[key].get("note"),
        }
    notes, quotes = judgement("boundaries"), judgement("quotes")
    both = [name for name in notes if judged.get(name, {"boundary_note": "?"}).get("boundary_note")]
    if both or set(quotes) - set(known):
        raise BuildError(f"noted twice, or no claim: {both} {sorted(set(quotes) - set(known))}")
    reach = judgement("reach")
    if set(reach) - set(known):
        raise BuildError(f"reach of unknown claims: {sorted(set(reach) - set(known))}")
    records = [claim_record(claim, judged[claim["id"]], known, notes, quotes, reach)
               for claim in claims]
    check_together(records)
    yield from records
    yield from trace_records(known, [claims, entries])


def common_answer(answers):
    return answers[0] if len(set(answers)) == 1 else None


def any_answer(answers):
    """A study is peer-reviewed when one of its versions is."""
    return True if True in answers else common_answer(answers)
