-- SPDX-License-Identifier: GPL-3.0-or-later
-- catalogue.db, version 7: which postings a share is of.

ALTER TABLE posting_share ADD COLUMN population TEXT;
