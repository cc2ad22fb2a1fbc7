-- quick.sql - what quick entry looks up while a line is typed.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Planned or confirmed, of school ?1, from day ?2 to ?3.
-- name: QUICK_PLANNED
SELECT e.id
  FROM encounter_school s JOIN encounter e ON e.id = s.encounter
 WHERE s.school = ?1 AND s.date BETWEEN ?2 AND ?3
   AND e.status IN ('planned', 'confirmed') AND e.archived IS NULL
 ORDER BY s.date, s.encounter
 LIMIT 100;

-- name: QUICK_SESSIONS
SELECT id FROM cpd
 WHERE date BETWEEN ?1 AND ?2 AND archived IS NULL
 ORDER BY date, id
 LIMIT 100;

-- name: QUICK_BOOKINGS
SELECT id FROM booking WHERE cpd = ?1 AND archived IS NULL;

-- In force on day ?2 or later, at the organisation ?1; ids are unique over all
-- entities.
-- name: QUICK_ROLES_SCHOOL
SELECT id FROM role
 WHERE organisation_school = ?1 AND archived IS NULL
   AND (to_on IS NULL OR to_on >= ?2);

-- name: QUICK_ROLES_EMPLOYER
SELECT id FROM role
 WHERE organisation_employer = ?1 AND archived IS NULL
   AND (to_on IS NULL OR to_on >= ?2);

-- name: QUICK_ROLES_PARTNER
SELECT id FROM role
 WHERE organisation_partner = ?1 AND archived IS NULL
   AND (to_on IS NULL OR to_on >= ?2);

-- name: QUICK_ROLLS
SELECT id FROM roll
 WHERE school = ?1 AND year = ?2 AND archived IS NULL
 ORDER BY grp;

-- School, day.
-- name: QUICK_COMPASS
SELECT id FROM assessment
 WHERE school = ?1 AND source = 'compass' AND date = ?2 AND archived IS NULL
 ORDER BY id;

-- The encounter user ?1 made last that is still there.
-- name: QUICK_LAST
SELECT c.row
  FROM step s JOIN change c ON c.step = s.seq
 WHERE s.user = ?1 AND c.entity = 'encounter' AND c.field = ''
   AND c.old IS NULL
   AND EXISTS (SELECT 1 FROM encounter e
                WHERE e.id = c.row AND e.archived IS NULL)
 ORDER BY s.seq DESC, c.seq DESC
 LIMIT 1;
