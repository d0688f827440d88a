-- SPDX-License-Identifier: GPL-3.0-or-later
-- catalogue.db, version 3: the history of imports, and what it takes to undo them.

-- What the pack declares to replace, and who signed it.
ALTER TABLE pack ADD COLUMN replaces TEXT;          -- ids with blanks between
ALTER TABLE pack ADD COLUMN signature_state TEXT;   -- nick; NULL in older rows
ALTER TABLE pack ADD COLUMN signature_key TEXT;
ALTER TABLE pack ADD COLUMN signature_name TEXT;    -- as the centre called the publisher then
ALTER TABLE pack ADD COLUMN signature_comment TEXT; -- signed together with the pack

-- One row for each import. Its number is never used again.
CREATE TABLE import_event (
  rowkey INTEGER PRIMARY KEY AUTOINCREMENT,
  pack TEXT NOT NULL,
  title TEXT,
  version TEXT NOT NULL,
  published TEXT,
  publisher TEXT,
  licence TEXT,
  sha256 TEXT,
  signature_state TEXT,
  signature_key TEXT,
  signature_name TEXT,
  signature_comment TEXT,
  imported TEXT NOT NULL, -- ISO 8601, UTC
  undone TEXT,            -- likewise; NULL as long as the import stands
  replaced_version TEXT,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  kept INTEGER NOT NULL,
  undoable INTEGER NOT NULL,
  before BLOB             -- the row of the pack as it was; NULL when there was none
) STRICT;

-- The inverse of an import: what stood in these rows before. Records that were added are ranges of
-- rowkeys; one that was changed or removed is kept whole. Gone once the import is undone.
CREATE TABLE import_change (
  event INTEGER NOT NULL REFERENCES import_event (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  pack INTEGER,   -- whose it was; NULL when there was no record
  digest INTEGER,
  record BLOB,    -- see bearings-record-image.c
  PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID;

-- Digests of the texts of the records of each pack, in the order of its file: 16 bytes a record,
-- see bearings-fingerprints.h. What comes again with the same text need not be read again.
CREATE TABLE pack_line (
  pack INTEGER NOT NULL REFERENCES pack (rowkey) ON DELETE CASCADE,
  chunk INTEGER NOT NULL,
  lines BLOB NOT NULL,
  PRIMARY KEY (pack, chunk)
) STRICT;
