# SPDX-License-Identifier: GPL-3.0-or-later
"""The register of popular claims, with their hops."""

from common import BuildError, judgement


def register_records(entries, known_claims):
    rows = judgement("register")
    hop_rows = judgement("hops")
    if {entry["id"] for entry in entries} != set(rows) or set(rows) != set(hop_rows):
        raise BuildError("the register and its judgements name different entries")
    for entry in entries:
        row = rows[entry["id"]]
        unknown = set(entry["related_claims"]) - set(known_claims)
        if unknown:
            raise BuildError(f"{entry['id']}: unknown claims {unknown}")
        yield {
            "type": "register-entry", "id": entry["id"],
            "popular_wording": entry["popular_wording"], "verdict": row["verdict"],
            "verdict_note": row["verdict_note"], "primary_found": entry["primary_found"],
            "note": row.get("note", entry["note"]), "related_claims": entry["related_claims"],
        }
    for entry in entries:
        chain, judged = entry["chain"], hop_rows[entry["id"]]
        if len(chain) != len(judged):
            raise BuildError(f"{entry['id']}: {len(chain)} hops, {len(judged)} judged")
        order = rows[entry["id"]].get("order", range(len(chain)))
        for position, i in enumerate(order, 1):
            hop, row = chain[i], judged[i]
            address = hop["url"] if hop["url"].startswith("http") else None
            wording = row.get("wording", hop["what"])
            yield {
                "type": "trace-hop", "id": f"hop-{entry['id']}-{position}",
                "register_entry": entry["id"], "position": position,
                "who": row.get("who", hop["who"]),
                "year": str(hop["year"]) if hop["year"] else None, "wording": wording,
                "hedge": row.get("hedge"), "number": row.get("number"), "unit": row.get("unit"),
                "n": row.get("n"), "url": address, "source": row.get("source"),
                "note": row.get("note"),
            }
