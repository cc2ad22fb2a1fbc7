-- demo.sql - what the demonstration asks before it begins.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Each table is left at its first row.
-- name: ANY_RECORD [slow]
SELECT EXISTS (SELECT 1 FROM school) OR EXISTS (SELECT 1 FROM employer)
    OR EXISTS (SELECT 1 FROM partner) OR EXISTS (SELECT 1 FROM contact)
    OR EXISTS (SELECT 1 FROM cluster) OR EXISTS (SELECT 1 FROM cpd)
    OR EXISTS (SELECT 1 FROM encounter) OR EXISTS (SELECT 1 FROM view);
