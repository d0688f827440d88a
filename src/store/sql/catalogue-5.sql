-- SPDX-License-Identifier: GPL-3.0-or-later
-- catalogue.db, version 5: the library, a row for each claim and each source to search, filter and
-- sort by; and ways in that make pages independent of how much else there is.
--
-- Made anew from the records by library-fill.sql, with the search index.

-- Claims have rowkeys from 1 on in the order of their statements, sources from 2^40 on in that of
-- their titles: a range of rowkeys chooses between them, and their order is one to sort by.
CREATE TABLE library_row (
  rowkey INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  title TEXT NOT NULL,      -- statement or title
  body TEXT NOT NULL,       -- what else can be found
  credit TEXT,              -- first author of the source
  n_authors INTEGER NOT NULL,
  year INTEGER,             -- of the data, else of the source
  channel TEXT,             -- this and the next for claims only
  certainty TEXT,
  certainty_rank INTEGER NOT NULL, -- to sort by; 0 for sources
  design TEXT,
  direction TEXT,
  boundary TEXT,
  topic TEXT,
  checked TEXT,             -- date the claim was checked, the source was read
  state TEXT                -- of the source
) STRICT;

CREATE INDEX library_row_by_year ON library_row (year DESC, rowkey);
CREATE INDEX library_row_by_certainty ON library_row (certainty_rank DESC, rowkey);
CREATE INDEX library_row_by_id ON library_row (id);

CREATE VIRTUAL TABLE library_index USING fts5 (
  title,
  body,
  content = 'library_row',
  content_rowid = 'rowkey',
  tokenize = "unicode61 remove_diacritics 2 tokenchars '+#'",
  prefix = '1 2 3'
);
INSERT INTO library_index (library_index, rank) VALUES ('rank', 'bm25(4.0, 1.0)');

DROP INDEX claim_directness_by_skill;
DROP INDEX claim_directness_by_role;
DROP INDEX claim_directness_by_occupation;
CREATE INDEX claim_directness_by_skill ON claim_directness (skill, role, occupation);
CREATE INDEX claim_directness_by_role ON claim_directness (role, skill, occupation);
CREATE INDEX claim_directness_by_occupation ON claim_directness (occupation, skill, role);
CREATE INDEX register_entry_by_related_claim ON register_entry_related_claims (value);
