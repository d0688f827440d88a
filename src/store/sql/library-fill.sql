-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows of the library, from the records. See catalogue-5.sql.

DELETE FROM library_row;

-- Many claims share a source; its authors are put together once.
CREATE TEMP TABLE credited_source (
  id TEXT PRIMARY KEY, title TEXT, issued TEXT, accessed TEXT, state TEXT,
  authors TEXT, first_author TEXT, n_authors INTEGER
) WITHOUT ROWID;
INSERT INTO credited_source
  SELECT id, title, issued, accessed, state,
         (SELECT group_concat (value, char (10)) FROM source_authors WHERE owner = source.rowkey),
         (SELECT value FROM source_authors WHERE owner = source.rowkey AND ordinal = 0),
         (SELECT count (*) FROM source_authors WHERE owner = source.rowkey)
  FROM source;

-- Into an empty table: rows are numbered from 1 on as they come.
INSERT INTO library_row (id, title, body, credit, n_authors, year, channel, certainty,
                         certainty_rank, design, direction, boundary, topic, checked, state)
  SELECT c.id, c.statement,
         concat_ws (char (10), c.population, c.finding_metric, c.topic, c.country, s.title,
                    s.authors),
         s.first_author, coalesce (s.n_authors, 0),
         bearings_year (coalesce (c.data_year, s.issued)),
         c.channel, bearings_certainty (c.rank), c.rank, c.design, c.direction, c.boundary,
         c.topic, coalesce (c.checked, s.accessed), s.state
  FROM (SELECT *, bearings_certainty_rank (design,
                    (SELECT sum (steps) FROM claim_certainty_reasons WHERE owner = claim.rowkey),
                    hedge, finding_interval, finding_missing, peer_reviewed, single_study,
                    underpowered) AS rank
        FROM claim) c
  LEFT JOIN credited_source s ON s.id = c.source
  ORDER BY bearings_fold (c.statement), c.id;

INSERT INTO library_row (rowkey, id, title, body, credit, n_authors, year, certainty_rank, checked,
                         state)
  SELECT (1 << 40) + row_number () OVER (ORDER BY bearings_fold (title), id),
         id, title,
         concat_ws (char (10), container, publisher, doi, note,
                    (SELECT group_concat (value, char (10)) FROM source_authors
                     WHERE owner = source.rowkey)),
         (SELECT value FROM source_authors WHERE owner = source.rowkey AND ordinal = 0),
         (SELECT count (*) FROM source_authors WHERE owner = source.rowkey),
         bearings_year (issued), 0, accessed, state
  FROM source;

DROP TABLE credited_source;

INSERT INTO library_index (library_index, rank) VALUES ('hashsize', 4194304);
INSERT INTO library_index (library_index) VALUES ('rebuild');
