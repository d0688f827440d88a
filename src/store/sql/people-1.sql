-- SPDX-License-Identifier: GPL-3.0-or-later
-- people.db, version 1: clients, sessions and what was answered. Personal; never in a pack.

CREATE TABLE client (
  rowkey INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE, -- a pseudonym, never a required name
  created INTEGER NOT NULL   -- microseconds since 1970 UTC
) STRICT;

-- A session is its log; this row is what is known of it without reading the log.
CREATE TABLE session (
  rowkey INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE, -- random UUID
  client INTEGER REFERENCES client (rowkey) ON DELETE CASCADE, -- NULL: a guest
  instrument TEXT NOT NULL,
  instrument_version TEXT NOT NULL,
  data_version TEXT NOT NULL,
  locale TEXT,
  started INTEGER NOT NULL, -- microseconds since 1970 UTC
  finished INTEGER NOT NULL DEFAULT 0,
  last_seq INTEGER NOT NULL DEFAULT 0,
  writer TEXT -- token of the one window that may append
) STRICT;

CREATE INDEX session_by_client ON session (client);

-- Append-only. Each entry stands alone, so that each can be sealed alone: "seal" says how "body" is
-- to be read, 0 being the plain form of bearings-entry-codec.c.
CREATE TABLE entry (
  session INTEGER NOT NULL REFERENCES session (rowkey) ON DELETE CASCADE,
  seq INTEGER NOT NULL CHECK (seq > 0), -- from 1, without gaps; the only order that counts
  seal INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_is_append_only BEFORE UPDATE ON entry
BEGIN
  SELECT RAISE (ABORT, 'entries of a log are never changed');
END;
