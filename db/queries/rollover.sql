-- rollover.sql - what the next academic year is made from.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The caseload: schools that somebody coordinates on day ?1, or whose stage
-- then is neither prospect nor left; not those closed by day ?2. It is read
-- from the few, not from all schools there are.
-- name: ROLLOVER_SCHOOLS [slow]
SELECT s.id
  FROM (SELECT c.school AS id FROM coordinator c
         WHERE c.archived IS NULL
           AND (c.from_on IS NULL OR c.from_on <= ?1)
           AND (c.to_on IS NULL OR c.to_on >= ?1)
         UNION
        SELECT m.school FROM membership m
         WHERE m.archived IS NULL AND (m.from_on IS NULL OR m.from_on <= ?1)
           AND m.stage NOT IN ('prospect', 'left')
           AND NOT EXISTS (
               SELECT 1 FROM membership n
                WHERE n.school = m.school AND n.archived IS NULL
                  AND n.from_on <= ?1
                  AND (n.from_on, n.id) > (coalesce(m.from_on, ''), m.id))) c
  JOIN school s ON s.id = c.id
 WHERE s.archived IS NULL AND s.status <> 'Closed'
   AND (s.closed IS NULL OR s.closed >= ?2)
 ORDER BY s.id;

-- The facts of a school in an academic year.
-- name: ROLLOVER_FACTS
SELECT id FROM fact WHERE school = ?1 AND year = ?2 AND archived IS NULL
 ORDER BY fact, id;

-- The checklist of template ?1 for school ?2, or for none, with its day from
-- ?3 to ?4.
-- name: ROLLOVER_CHECKLIST
SELECT id FROM checklist
 WHERE template = ?1 AND school IS ?2 AND anchor BETWEEN ?3 AND ?4
   AND archived IS NULL
 ORDER BY anchor LIMIT 1;
