-- 0007-roles.sql - what each user may do, and who may not come in any more.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A user without a role who opens the file directly owns it.
ALTER TABLE user ADD COLUMN role TEXT NOT NULL DEFAULT '';
-- The first day on which they may not come in.
ALTER TABLE user ADD COLUMN disabled TEXT;
