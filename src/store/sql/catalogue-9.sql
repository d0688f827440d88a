-- SPDX-License-Identifier: GPL-3.0-or-later
-- catalogue.db, version 9: which pages a claim reaches (families of skills, groups of occupations,
-- every page), what other studies are to a claim, what vacancies of ordinary jobs name, and what
-- the work of an occupation is, in plain words; words found by their stems.

ALTER TABLE claim_directness ADD COLUMN family TEXT;
ALTER TABLE claim_directness ADD COLUMN "group" TEXT;

-- A page asks for its own pairs one by one, NULL being a value of each: one index answers all.
DROP INDEX claim_directness_by_skill;
DROP INDEX claim_directness_by_role;
DROP INDEX claim_directness_by_occupation;
CREATE INDEX claim_directness_by_page
  ON claim_directness (skill, family, role, occupation, "group");

CREATE TABLE claim_replication_studies (
  owner INTEGER NOT NULL REFERENCES claim (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  claim TEXT,
  url TEXT,
  note TEXT,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE skill_family (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE skill_family_skills (
  owner INTEGER NOT NULL REFERENCES skill_family (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE skill_family_categories (
  owner INTEGER NOT NULL REFERENCES skill_family (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE vacancy_share (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  occupation TEXT NOT NULL,
  skill TEXT NOT NULL,
  year TEXT NOT NULL,
  "group" TEXT NOT NULL,
  words TEXT NOT NULL,
  k INTEGER NOT NULL,
  n INTEGER NOT NULL,
  agencies INTEGER NOT NULL,
  share REAL NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  population TEXT NOT NULL,
  note TEXT,
  source TEXT NOT NULL,
  UNIQUE (occupation, skill, source)
) STRICT;

-- In how many occupations a tool is listed, and how many have a list.
CREATE INDEX occupation_skill_listed ON occupation_skill (occupation) WHERE hot IS NOT NULL;

CREATE INDEX vacancy_share_by_skill ON vacancy_share (skill);
CREATE INDEX skill_family_by_skill ON skill_family_skills (value);
CREATE INDEX skill_family_by_category ON skill_family_categories (value);

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

-- The same texts by the stems of English words: "nurses" finds "nurse". A prefix of a word is found
-- by search_index alone, for a stem is not the beginning of every word it stands for.
CREATE VIRTUAL TABLE search_stems USING fts5 (
  text,
  content = 'search_text',
  content_rowid = 'rowkey',
  tokenize = "porter unicode61 remove_diacritics 2 tokenchars '+#'"
);
INSERT INTO search_stems (search_stems) VALUES ('rebuild');

-- Every word that can be found, for those that are misspelt.
CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab ('search_index', 'row');
