-- SPDX-License-Identifier: GPL-3.0-or-later
-- catalogue.db, version 6: whom a hop, or a popular wording, names as its source.

ALTER TABLE trace_hop ADD COLUMN credits TEXT;
ALTER TABLE register_entry ADD COLUMN credits TEXT;
