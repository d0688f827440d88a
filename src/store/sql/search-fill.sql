-- SPDX-License-Identifier: GPL-3.0-or-later
-- What of the records can be found. Ranks of kinds and numbers of parts: see catalogue-1.sql.

DELETE FROM search_text;

INSERT INTO search_text (kind, record, part, text) SELECT 0, rowkey, 0, title FROM role;
INSERT INTO search_text (kind, record, part, text) SELECT 0, owner, 1, value FROM role_alternate_titles;
INSERT INTO search_text (kind, record, part, text)
  SELECT 0, rowkey, 2, summary FROM role WHERE summary IS NOT NULL;

INSERT INTO search_text (kind, record, part, text) SELECT 1, rowkey, 0, title FROM occupation;
INSERT INTO search_text (kind, record, part, text) SELECT 1, rowkey, 1, id FROM occupation;
INSERT INTO search_text (kind, record, part, text)
  SELECT 1, owner, 1, value FROM occupation_alternate_titles;

INSERT INTO search_text (kind, record, part, text)
  SELECT 1, occupation.rowkey, 2, concat_ws (char (10), description, group_concat (value, char (10)))
  FROM work_description
    JOIN occupation ON occupation.id = work_description.occupation
    LEFT JOIN work_description_activities ON owner = work_description.rowkey
  GROUP BY work_description.rowkey;

INSERT INTO search_text (kind, record, part, text) SELECT 2, rowkey, 0, name FROM skill;
INSERT INTO search_text (kind, record, part, text) SELECT 2, owner, 1, value FROM skill_aliases;

INSERT INTO search_text (kind, record, part, text) SELECT 3, rowkey, 0, title FROM instrument;
INSERT INTO search_text (kind, record, part, text) SELECT 3, rowkey, 2, purpose FROM instrument;

INSERT INTO search_text (kind, record, part, text)
  SELECT 4, rowkey, 2, concat_ws (char (10), statement, population, finding_metric) FROM claim;

INSERT INTO search_text (kind, record, part, text)
  SELECT 5, rowkey, 2, concat_ws (char (10), popular_wording, verdict_note) FROM register_entry;

INSERT INTO search_text (kind, record, part, text) SELECT 6, rowkey, 0, term FROM glossary_term;
INSERT INTO search_text (kind, record, part, text) SELECT 6, rowkey, 2, meaning FROM glossary_term;

INSERT INTO search_text (kind, record, part, text) SELECT 7, rowkey, 0, title FROM source;
INSERT INTO search_text (kind, record, part, text)
  SELECT 7, source.rowkey, 2,
         concat_ws (char (10), container, publisher, doi, group_concat (value, char (10)))
  FROM source LEFT JOIN source_authors ON owner = source.rowkey
  GROUP BY source.rowkey
  HAVING concat_ws ('', container, publisher, doi, group_concat (value, '')) <> '';

-- More words in memory before they are written: fewer pieces to merge.
INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 4194304);
INSERT INTO search_index (search_index) VALUES ('rebuild');
INSERT INTO search_stems (search_stems, rank) VALUES ('hashsize', 4194304);
INSERT INTO search_stems (search_stems) VALUES ('rebuild');
