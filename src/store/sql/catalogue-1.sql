-- SPDX-License-Identifier: GPL-3.0-or-later
-- catalogue.db, version 1: the records of the installed packs, and their search index.
--
-- One table for each kind of record. Columns have the names of the fields; those of a struct in
-- place are prefixed (finding_value); each list is a table of its own (claim_directness) in the
-- order of "ordinal". NULL is "absent", which is a value of its own and never 0 or ''. Vocabularies
-- are kept as their nicks, booleans as 0 and 1.
--
-- rowkey   internal key, never shown; kept when a later version of the pack changes the record
-- pack     the pack that brought the record; no other pack may change it
-- digest   of all fields: equal digests mean that an import has nothing to do
--
-- A record of a kind with UNIQUE (…) has no id column: its id is those columns joined by '/'.
-- Records refer to each other by id. That every such id exists is checked over the whole catalogue
-- when an import ends, because only then it has to be true: see bearings-references-check.c.

CREATE TABLE pack (
  rowkey INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT,
  version TEXT NOT NULL,
  published TEXT,
  publisher TEXT,
  licence TEXT,
  attribution TEXT,
  note TEXT,
  sha256 TEXT,
  imported TEXT NOT NULL, -- ISO 8601, UTC
  n_records INTEGER NOT NULL
) STRICT;

-- Evidence ---------------------------------------------------------------------------------

CREATE TABLE source (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  csl_type TEXT NOT NULL,
  title TEXT NOT NULL,
  container TEXT,
  publisher TEXT,
  volume TEXT,
  issue TEXT,
  pages TEXT,
  issued TEXT,
  doi TEXT,
  url TEXT,
  licence TEXT,
  attribution TEXT,
  accessed TEXT,
  state TEXT,
  state_note TEXT,
  state_date TEXT,
  replaced_by TEXT,
  note TEXT
) STRICT;

CREATE TABLE source_authors (
  owner INTEGER NOT NULL REFERENCES source (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_unconfirmed (
  owner INTEGER NOT NULL REFERENCES source (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE study (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  design TEXT,
  preregistered INTEGER,
  peer_reviewed INTEGER,
  note TEXT
) STRICT;

CREATE TABLE study_sources (
  owner INTEGER NOT NULL REFERENCES study (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  statement TEXT NOT NULL,
  channel TEXT NOT NULL,
  topic TEXT,
  finding_metric TEXT, finding_value REAL, finding_qualifier TEXT, finding_missing TEXT,
  finding_missing_note TEXT, finding_unit TEXT, finding_low REAL, finding_high REAL,
  finding_level REAL, finding_se REAL, finding_p REAL, finding_interval TEXT,
  finding_count INTEGER, finding_total INTEGER, finding_total_unit TEXT, finding_referent TEXT,
  finding_note TEXT,
  population TEXT,
  sample_n INTEGER, sample_missing TEXT, sample_unit TEXT, sample_note TEXT,
  country TEXT,
  data_year TEXT,
  design TEXT NOT NULL,
  study TEXT,
  source TEXT NOT NULL,
  boundary TEXT,
  boundary_note TEXT,
  hedge TEXT,
  direction TEXT,
  replication_count INTEGER, replication_note TEXT,
  preregistered INTEGER,
  peer_reviewed INTEGER,
  underpowered INTEGER,
  single_study INTEGER,
  limits TEXT,
  implication TEXT,
  confirmed TEXT,
  checked TEXT,
  note TEXT
) STRICT;

CREATE TABLE claim_additional_findings (
  owner INTEGER NOT NULL REFERENCES claim (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  metric TEXT,
  value REAL,
  qualifier TEXT,
  missing TEXT,
  missing_note TEXT,
  unit TEXT,
  low REAL,
  high REAL,
  level REAL,
  se REAL,
  p REAL,
  interval TEXT,
  count INTEGER,
  total INTEGER,
  total_unit TEXT,
  referent TEXT,
  note TEXT,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_certainty_reasons (
  owner INTEGER NOT NULL REFERENCES claim (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  domain TEXT NOT NULL,
  steps INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_directness (
  owner INTEGER NOT NULL REFERENCES claim (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  skill TEXT,
  role TEXT,
  occupation TEXT,
  level TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_replication_claims (
  owner INTEGER NOT NULL REFERENCES claim (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_confirmed_by (
  owner INTEGER NOT NULL REFERENCES claim (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE trace_hop (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  claim TEXT,
  register_entry TEXT,
  position INTEGER NOT NULL,
  who TEXT NOT NULL,
  year TEXT,
  wording TEXT NOT NULL,
  hedge TEXT,
  number REAL,
  unit TEXT,
  n INTEGER,
  url TEXT,
  source TEXT,
  note TEXT
) STRICT;

CREATE TABLE register_entry (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  popular_wording TEXT NOT NULL,
  verdict TEXT NOT NULL,
  verdict_note TEXT,
  primary_found INTEGER NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE register_entry_related_claims (
  owner INTEGER NOT NULL REFERENCES register_entry (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence_search (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  skill TEXT NOT NULL,
  role TEXT,
  channel TEXT NOT NULL,
  outcome TEXT NOT NULL,
  searched TEXT,
  "where" TEXT,
  summary TEXT NOT NULL
) STRICT;

-- The world of work ------------------------------------------------------------------------

CREATE TABLE occupation (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  soc TEXT NOT NULL,
  job_zone INTEGER,
  job_zone_basis TEXT,
  ratings_missing TEXT,
  source TEXT NOT NULL
) STRICT;

CREATE TABLE occupation_alternate_titles (
  owner INTEGER NOT NULL REFERENCES occupation (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE occupation_related (
  owner INTEGER NOT NULL REFERENCES occupation (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  occupation TEXT NOT NULL,
  tier TEXT,
  position INTEGER,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE role (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  summary TEXT,
  source TEXT,
  note TEXT
) STRICT;

CREATE TABLE role_alternate_titles (
  owner INTEGER NOT NULL REFERENCES role (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE role_occupations (
  owner INTEGER NOT NULL REFERENCES role (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  occupation TEXT NOT NULL,
  note TEXT,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE skill (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  category TEXT,
  source TEXT
) STRICT;

CREATE TABLE skill_aliases (
  owner INTEGER NOT NULL REFERENCES skill (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE occupation_skill (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  occupation TEXT NOT NULL,
  skill TEXT NOT NULL,
  hot INTEGER,
  in_demand INTEGER,
  importance_value REAL, importance_missing TEXT, importance_n INTEGER, importance_se REAL,
  importance_low REAL, importance_high REAL, importance_not_relevant INTEGER,
  level_value REAL, level_missing TEXT, level_n INTEGER, level_se REAL, level_low REAL,
  level_high REAL, level_not_relevant INTEGER,
  date TEXT,
  basis TEXT,
  source TEXT NOT NULL,
  UNIQUE (occupation, skill)
) STRICT;

CREATE TABLE wage (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  soc TEXT NOT NULL,
  title TEXT,
  area TEXT NOT NULL,
  period TEXT NOT NULL,
  employment_value REAL, employment_missing TEXT, employment_limit REAL,
  employment_prse REAL,
  mean_value REAL, mean_missing TEXT, mean_limit REAL,
  mean_prse REAL,
  p10_value REAL, p10_missing TEXT, p10_limit REAL,
  p25_value REAL, p25_missing TEXT, p25_limit REAL,
  median_value REAL, median_missing TEXT, median_limit REAL,
  p75_value REAL, p75_missing TEXT, p75_limit REAL,
  p90_value REAL, p90_missing TEXT, p90_limit REAL,
  unit TEXT NOT NULL,
  source TEXT NOT NULL,
  UNIQUE (soc, area, period)
) STRICT;

CREATE TABLE projection (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  soc TEXT NOT NULL,
  title TEXT,
  round TEXT NOT NULL,
  employment_base REAL,
  employment_projected REAL,
  change_percent REAL,
  openings_value REAL, openings_missing TEXT, openings_limit REAL,
  education TEXT,
  experience TEXT,
  training TEXT,
  note TEXT,
  source TEXT NOT NULL,
  UNIQUE (soc, round)
) STRICT;

CREATE TABLE posting_share (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  role TEXT NOT NULL,
  skill TEXT NOT NULL,
  scope TEXT NOT NULL,
  year TEXT NOT NULL,
  k INTEGER NOT NULL,
  n INTEGER NOT NULL,
  n_postings INTEGER,
  share REAL NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  source TEXT NOT NULL,
  UNIQUE (role, skill, scope, year)
) STRICT;

CREATE TABLE use_share (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  role TEXT NOT NULL,
  skill TEXT NOT NULL,
  year TEXT NOT NULL,
  k INTEGER NOT NULL,
  n INTEGER NOT NULL,
  share REAL NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  population TEXT NOT NULL,
  question TEXT,
  source TEXT NOT NULL,
  UNIQUE (role, skill, source, year)
) STRICT;

CREATE TABLE ladder (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  skill TEXT NOT NULL,
  role TEXT,
  basis TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE ladder_steps (
  owner INTEGER NOT NULL REFERENCES ladder (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  evidence TEXT,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE ladder_claims (
  owner INTEGER NOT NULL REFERENCES ladder (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE reading (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  role TEXT NOT NULL,
  skill TEXT NOT NULL,
  band TEXT NOT NULL,
  text TEXT NOT NULL,
  basis TEXT NOT NULL,
  UNIQUE (role, skill, band)
) STRICT;

CREATE TABLE reading_claims (
  owner INTEGER NOT NULL REFERENCES reading (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

-- Words and neighbouring literatures -------------------------------------------------------

CREATE TABLE definition (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  subject TEXT NOT NULL,
  role TEXT,
  skill TEXT,
  boundary TEXT NOT NULL,
  text TEXT NOT NULL,
  source TEXT NOT NULL,
  date TEXT,
  note TEXT
) STRICT;

CREATE TABLE literature (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  field TEXT NOT NULL,
  summary TEXT NOT NULL
) STRICT;

CREATE TABLE literature_sources (
  owner INTEGER NOT NULL REFERENCES literature (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE literature_claims (
  owner INTEGER NOT NULL REFERENCES literature (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE glossary_term (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  term TEXT NOT NULL,
  meaning TEXT NOT NULL,
  source TEXT
) STRICT;

CREATE TABLE glossary_term_see_also (
  owner INTEGER NOT NULL REFERENCES glossary_term (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

-- Assessment -------------------------------------------------------------------------------

CREATE TABLE instrument (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  version TEXT NOT NULL,
  title TEXT NOT NULL,
  skill TEXT,
  purpose TEXT NOT NULL,
  data_use TEXT,
  minutes_low INTEGER,
  minutes_high INTEGER,
  policy_reliability_percentile REAL, policy_n_percentile INTEGER, policy_reliability_words REAL,
  policy_n_words INTEGER, policy_note TEXT,
  self_report_note TEXT
) STRICT;

CREATE TABLE instrument_scales (
  owner INTEGER NOT NULL REFERENCES instrument (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  summary TEXT,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE instrument_levels (
  owner INTEGER NOT NULL REFERENCES instrument (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  theta_low REAL,
  summary TEXT NOT NULL,
  rationale TEXT,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE item (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  instrument TEXT NOT NULL,
  position INTEGER NOT NULL,
  scale TEXT NOT NULL,
  kind TEXT NOT NULL,
  practice INTEGER,
  prompt TEXT NOT NULL,
  code TEXT,
  code_language TEXT,
  seconds INTEGER NOT NULL,
  parameters_model TEXT, parameters_a REAL, parameters_c REAL, parameters_origin TEXT,
  parameters_n INTEGER, parameters_note TEXT,
  verification_kind TEXT, verification_code TEXT, verification_expect TEXT,
  verification_note TEXT
) STRICT;

CREATE TABLE item_options (
  owner INTEGER NOT NULL REFERENCES item (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  "key" INTEGER,
  rationale TEXT,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_anchors (
  owner INTEGER NOT NULL REFERENCES item (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_criteria (
  rowkey INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL REFERENCES item (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  UNIQUE (owner, ordinal)
) STRICT;

CREATE TABLE item_criteria_points (
  owner INTEGER NOT NULL REFERENCES item_criteria (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  score INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_exemplars (
  rowkey INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL REFERENCES item (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  label TEXT NOT NULL,
  text TEXT NOT NULL,
  comment TEXT,
  UNIQUE (owner, ordinal)
) STRICT;

CREATE TABLE item_exemplars_scores (
  owner INTEGER NOT NULL REFERENCES item_exemplars (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  criterion TEXT NOT NULL,
  score INTEGER NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_parameters_b (
  owner INTEGER NOT NULL REFERENCES item (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value REAL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE reference_sample (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  skill TEXT,
  instrument TEXT,
  measure TEXT NOT NULL,
  factual INTEGER,
  population TEXT NOT NULL,
  sample_n INTEGER, sample_missing TEXT, sample_unit TEXT, sample_note TEXT,
  collected TEXT,
  country TEXT,
  sampling TEXT NOT NULL,
  reliability_metric TEXT, reliability_value REAL, reliability_qualifier TEXT,
  reliability_missing TEXT, reliability_missing_note TEXT, reliability_unit TEXT,
  reliability_low REAL, reliability_high REAL, reliability_level REAL, reliability_se REAL,
  reliability_p REAL, reliability_interval TEXT, reliability_count INTEGER,
  reliability_total INTEGER, reliability_total_unit TEXT, reliability_referent TEXT,
  reliability_note TEXT,
  caveat TEXT,
  source TEXT NOT NULL
) STRICT;

CREATE TABLE norm_table (
  rowkey INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (rowkey),
  digest INTEGER NOT NULL,
  sample TEXT NOT NULL,
  measure TEXT NOT NULL,
  unit TEXT,
  UNIQUE (sample, measure)
) STRICT;

CREATE TABLE norm_table_rows (
  owner INTEGER NOT NULL REFERENCES norm_table (rowkey) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  label TEXT,
  low REAL NOT NULL,
  high REAL,
  n INTEGER NOT NULL,
  PRIMARY KEY (owner, ordinal)
) STRICT, WITHOUT ROWID;

-- Ways in -------------------------------------------------------------------------------------

CREATE INDEX claim_by_source ON claim (source);
CREATE INDEX claim_by_study ON claim (study);
CREATE INDEX claim_directness_by_skill ON claim_directness (skill);
CREATE INDEX claim_directness_by_role ON claim_directness (role);
CREATE INDEX claim_directness_by_occupation ON claim_directness (occupation);
CREATE INDEX trace_hop_by_claim ON trace_hop (claim);
CREATE INDEX trace_hop_by_register_entry ON trace_hop (register_entry);
CREATE INDEX evidence_search_by_skill ON evidence_search (skill);
CREATE INDEX occupation_by_soc ON occupation (soc);
CREATE INDEX role_occupations_by_occupation ON role_occupations (occupation);
CREATE INDEX occupation_skill_by_skill ON occupation_skill (skill);
CREATE INDEX posting_share_by_skill ON posting_share (skill);
CREATE INDEX use_share_by_skill ON use_share (skill);
CREATE INDEX ladder_by_skill ON ladder (skill);
CREATE INDEX reading_by_skill ON reading (skill);
CREATE INDEX definition_by_role ON definition (role);
CREATE INDEX definition_by_skill ON definition (skill);
CREATE INDEX instrument_by_skill ON instrument (skill);
CREATE INDEX item_by_instrument ON item (instrument);
CREATE INDEX reference_sample_by_skill ON reference_sample (skill);
CREATE INDEX reference_sample_by_instrument ON reference_sample (instrument);

-- Search --------------------------------------------------------------------------------------
-- Made anew from the records by search-fill.sql at the end of every import that changed one.

-- The kinds that can be found; of equally good hits the one with the lower rank comes first.
CREATE TABLE search_kind (
  rank INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

INSERT INTO search_kind (rank, name) VALUES
  (0, 'role'), (1, 'occupation'), (2, 'skill'), (3, 'instrument'), (4, 'claim'),
  (5, 'register-entry'), (6, 'glossary-term'), (7, 'source');

-- One row for each title, alternate title and body of text.
CREATE TABLE search_text (
  rowkey INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL REFERENCES search_kind (rank),
  record INTEGER NOT NULL, -- rowkey in the table of that kind
  part INTEGER NOT NULL,   -- 0 title, 1 alternate title, 2 body
  text TEXT NOT NULL
) STRICT;

-- '+' and '#' are letters here, for C++ and C#.
CREATE VIRTUAL TABLE search_index USING fts5 (
  text,
  content = 'search_text',
  content_rowid = 'rowkey',
  tokenize = "unicode61 remove_diacritics 2 tokenchars '+#'",
  prefix = '2 3'
);
