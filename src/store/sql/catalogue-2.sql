-- SPDX-License-Identifier: GPL-3.0-or-later
-- catalogue.db, version 2: keyed items that are answered otherwise than by one option.

ALTER TABLE item ADD COLUMN answer TEXT;
