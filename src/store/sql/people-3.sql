-- SPDX-License-Identifier: GPL-3.0-or-later
-- people.db, version 3: the centre's own anonymous sample.

-- That the answers joined the sample; not as which record: nothing on the disk says that.
ALTER TABLE session ADD COLUMN contributed INTEGER NOT NULL DEFAULT 0;

-- Kept in the order of random ids, so that their order says nothing about the order of sittings.
CREATE TABLE contribution (
  id TEXT PRIMARY KEY, -- random UUID
  instrument TEXT NOT NULL,
  instrument_version TEXT NOT NULL,
  month TEXT NOT NULL, -- "2026-11": never the day
  origin TEXT NOT NULL -- "": this centre; otherwise the file it was merged from
) STRICT, WITHOUT ROWID;

CREATE INDEX contribution_by_instrument ON contribution (instrument, instrument_version);

CREATE TABLE contribution_answer (
  contribution TEXT NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
  item TEXT NOT NULL,
  response TEXT, -- without anything the person wrote in words
  score REAL,
  PRIMARY KEY (contribution, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE contribution_score (
  contribution TEXT NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
  scale TEXT NOT NULL, -- "": the whole instrument
  theta REAL,
  se REAL,
  self_mean REAL,
  PRIMARY KEY (contribution, scale)
) STRICT, WITHOUT ROWID;
