-- SPDX-License-Identifier: GPL-3.0-or-later
-- people.db, version 2: what a sitting is about and is scored with.

-- Instrument, items, reference samples and norm tables as they were when sittings began, so that a
-- sitting ends and its result opens on its own version whatever is imported later. Shared by the
-- sittings of one version; opaque here.
CREATE TABLE basis (
  rowkey INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE, -- SHA-256 of body
  body BLOB NOT NULL
) STRICT;

ALTER TABLE session ADD COLUMN skill TEXT; -- of an instrument that serves any skill
ALTER TABLE session ADD COLUMN basis INTEGER REFERENCES basis (rowkey);

CREATE INDEX session_by_basis ON session (basis);

CREATE TRIGGER basis_goes_with_its_last_session AFTER DELETE ON session
WHEN OLD.basis IS NOT NULL
BEGIN
  DELETE FROM basis WHERE rowkey = OLD.basis
    AND NOT EXISTS (SELECT 1 FROM session WHERE basis = OLD.basis);
END;
