-- SPDX-License-Identifier: GPL-3.0-or-later
-- catalogue.db, version 9: what the work of an occupation is, in plain words.

CREATE TABLE work_description (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  occupation TEXT NOT NULL UNIQUE,
  description TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE work_description_activities (
  owner INTEGER NOT NULL REFERENCES work_description (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE work_description_sources (
  owner INTEGER NOT NULL REFERENCES work_description (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;
