-- terms.sql - term dates and holidays.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- School, or NULL: what holds everywhere, in its authority, and there alone;
-- the last column says how near. A hub has some dozens of rows a year.
-- name: TERMS_FOR
SELECT t.kind, t.from_on, coalesce(t.to_on, t.from_on), t.title,
       CASE WHEN t.school IS NOT NULL THEN 2 WHEN t.la <> '' THEN 1 ELSE 0 END
  FROM term t
 WHERE t.archived IS NULL AND t.from_on IS NOT NULL
   AND (t.school = ?1 OR (t.school IS NULL AND (t.la = '' OR t.la = (
        SELECT s.la FROM school s WHERE s.id = ?1) COLLATE NOCASE)))
 ORDER BY t.from_on, t.id;
