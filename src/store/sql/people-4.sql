-- SPDX-License-Identifier: GPL-3.0-or-later
-- people.db, version 4: second ratings in the sample, and measures from outside.

-- How long the log was when its answers joined the sample: later ratings are not in the record.
ALTER TABLE session ADD COLUMN joined_seq INTEGER NOT NULL DEFAULT 0;

ALTER TABLE contribution_answer ADD COLUMN second TEXT; -- points of a second rater, no words

-- A grade, a work sample, a supervisor's rating. What belongs to a sitting stands in its log; here
-- stands what was entered for records of the sample.
CREATE TABLE outside_measure (
  rowkey INTEGER PRIMARY KEY,
  instrument TEXT NOT NULL,
  name TEXT NOT NULL,
  note TEXT, -- how it was measured
  UNIQUE (instrument, name)
) STRICT;

CREATE TABLE outside_value (
  measure INTEGER NOT NULL REFERENCES outside_measure (rowkey) ON DELETE CASCADE,
  contribution TEXT NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
  value REAL NOT NULL,
  PRIMARY KEY (measure, contribution)
) STRICT, WITHOUT ROWID;
