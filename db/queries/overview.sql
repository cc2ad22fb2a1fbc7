-- overview.sql - what a school's first tab shows: the cost is one school's.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Pupils on roll: school, academic year.
-- name: OVERVIEW_ROLLS
SELECT grp, pupils, confirmed FROM roll
 WHERE school = ?1 AND year = ?2 AND archived IS NULL;

-- Who is what there: school, today.
-- name: OVERVIEW_PEOPLE
SELECT c.name, r.role, r.from_on, r.training, r.contact
  FROM role r JOIN contact c ON c.id = r.contact
 WHERE r.organisation_school = ?1 AND r.archived IS NULL
   AND (r.from_on IS NULL OR r.from_on <= ?2)
   AND (r.to_on IS NULL OR r.to_on >= ?2);

-- When somebody last left a role: school, role, today.
-- name: OVERVIEW_LEFT
SELECT max(r.to_on) FROM role r
 WHERE r.organisation_school = ?1 AND r.role = ?2 AND r.archived IS NULL
   AND r.to_on < ?3;

-- School, today.
-- name: OVERVIEW_LAST
SELECT s.encounter FROM encounter_school s
  JOIN encounter e ON e.id = s.encounter
 WHERE s.school = ?1 AND s.date <= ?2 AND e.status = 'delivered'
   AND e.archived IS NULL
 ORDER BY s.date DESC, s.encounter DESC LIMIT 1;

-- name: OVERVIEW_NEXT
SELECT s.encounter FROM encounter_school s
  JOIN encounter e ON e.id = s.encounter
 WHERE s.school = ?1 AND s.date >= ?2
   AND e.status IN ('planned', 'confirmed') AND e.archived IS NULL
 ORDER BY s.date, s.encounter LIMIT 1;

-- To close: planned, and the day has passed.
-- name: OVERVIEW_OPEN
SELECT count(*) FROM encounter_school s
  JOIN encounter e ON e.id = s.encounter
 WHERE s.school = ?1 AND s.date < ?2
   AND e.status IN ('planned', 'confirmed') AND e.archived IS NULL;
