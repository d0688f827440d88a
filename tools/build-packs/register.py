# SPDX-License-Identifier: GPL-3.0-or-later
"""The register of popular claims, with their hops."""

from common import BuildError, judgements_of
from evidence import is_copy, recorded


# Hops that are documents of their own; a retelling stands where it was met.
ORIGINALS = ("primary", "version", "related")


def register_records(entries, claims):
    known_claims = [claim["id"] for claim in claims]
    rows = judgements_of("register")
    hop_rows = judgements_of("hops")
    if {entry["id"] for entry in entries} != set(rows) or set(rows) != set(hop_rows):
        raise BuildError("the register and its judgements name different entries")
    for entry in entries:
        row = rows[entry["id"]]
        unknown = set(entry["related_claims"]) - set(known_claims)
        if unknown:
            raise BuildError(f"{entry['id']}: unknown claims {unknown}")
        yield {
            "type": "register-entry", "id": entry["id"],
            "popular_wording": entry["popular_wording"],
            "hedge": row["hedge"], "hedge_words": row.get("hedge_words"),
            "number": row.get("number"), "number_high": row.get("number_high"),
            "unit": row.get("unit"), "n": row.get("n"), "n_unit": row.get("n_unit"),
            "about_years": row.get("about_years"), "credits": row.get("credits"),
            "verdict": row["verdict"],
            "verdict_note": row["verdict_note"], "primary_found": row.get("primary_found", entry["primary_found"]),
            "searched": row["searched"], "where": row["where"], "met": row["met"],
            "note": row.get("note", entry["note"]), "related_claims": entry["related_claims"],
        }
    for entry in entries:
        chain, judged = entry["chain"], hop_rows[entry["id"]]
        if len(chain) != len(judged):
            raise BuildError(f"{entry['id']}: {len(chain)} hops, {len(judged)} judged")
        order = rows[entry["id"]].get("order", range(len(chain)))
        for position, i in enumerate(order, 1):
            hop, row = chain[i], judged[i]
            address = row.get("url", hop["url"])
            address = address if address.startswith("http") else None
            note = row.get("note")
            if address and row["part"] in ORIGINALS and is_copy(address):
                note = " ".join(part for part in (note, f"Read as a copy at {address}") if part)
                address = None
            wording = row.get("wording", hop["what"])
            where = f"hop-{entry['id']}-{position}"
            yield {
                "type": "trace-hop", "id": where,
                "register_entry": entry["id"], "position": position,
                "who": row.get("who", hop["who"]),
                "year": str(hop["year"]) if hop["year"] else None,
                "part": row["part"], "rests_on": row.get("rests_on"), "wording": wording,
                "quotes": recorded(row.get("quotes", []), [entry, claims], where),
                "hedge": row.get("hedge"), "hedge_words": row.get("hedge_words"),
                "number": row.get("number"), "number_high": row.get("number_high"),
                "unit": row.get("unit"), "n": row.get("n"), "n_unit": row.get("n_unit"),
                "about_years": row.get("about_years"), "key_words": row.get("key_words"),
                "credits": row.get("credits"), "url": address, "source": row.get("source"),
                "note": note,
            }
