-- SPDX-License-Identifier: GPL-3.0-or-later
-- people.db, version 5: sittings that pass.

-- Token of the window that began the session, when it is not to outlast that window: a guest's who
-- did not ask to keep it. NULL: it stays until somebody deletes it. What is older stays.
ALTER TABLE session ADD COLUMN passing TEXT;
