-- SPDX-License-Identifier: GPL-3.0-or-later
-- catalogue.db, version 8: what the words of a hop, and a popular wording, commit to.

ALTER TABLE trace_hop ADD COLUMN hedge_words TEXT;

CREATE TABLE trace_hop_about_years (
  owner INTEGER NOT NULL REFERENCES trace_hop (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE trace_hop_key_words (
  owner INTEGER NOT NULL REFERENCES trace_hop (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

ALTER TABLE register_entry ADD COLUMN hedge TEXT;
ALTER TABLE register_entry ADD COLUMN hedge_words TEXT;
ALTER TABLE register_entry ADD COLUMN number REAL;
ALTER TABLE register_entry ADD COLUMN number_high REAL;
ALTER TABLE register_entry ADD COLUMN unit TEXT;
ALTER TABLE register_entry ADD COLUMN n INTEGER;
ALTER TABLE register_entry ADD COLUMN n_unit TEXT;

CREATE TABLE register_entry_about_years (
  owner INTEGER NOT NULL REFERENCES register_entry (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;
