-- SPDX-License-Identifier: GPL-3.0-or-later
-- catalogue.db, version 4: exact words of sources, how hops rest on one another, where a popular
-- claim is met and what was searched for it.

-- Exact short wordings of the source.
CREATE TABLE claim_quotes (
  owner INTEGER NOT NULL REFERENCES claim (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE trace_hop_quotes (
  owner INTEGER NOT NULL REFERENCES trace_hop (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

ALTER TABLE trace_hop ADD COLUMN part TEXT;
ALTER TABLE trace_hop ADD COLUMN rests_on INTEGER; -- position of another hop of the trace
ALTER TABLE trace_hop ADD COLUMN number_high REAL;
ALTER TABLE trace_hop ADD COLUMN n_unit TEXT;

ALTER TABLE register_entry ADD COLUMN searched TEXT;
ALTER TABLE register_entry ADD COLUMN "where" TEXT;

-- Where the popular claim is usually met.
CREATE TABLE register_entry_met (
  owner INTEGER NOT NULL REFERENCES register_entry (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  skill TEXT,
  role TEXT,
  occupation TEXT,
  channel TEXT,
  topic TEXT,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;
