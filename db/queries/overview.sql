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

-- The stage it has reached: school, today.
-- name: OVERVIEW_STAGE
SELECT m.id, m.stage, m.from_on, m.reason, m.waiting_for FROM membership m
 WHERE m.school = ?1 AND m.archived IS NULL
   AND (m.from_on IS NULL OR m.from_on <= ?2)
 ORDER BY m.from_on DESC, m.id DESC LIMIT 1;

-- Who looks after it: school, today.
-- name: OVERVIEW_COORDINATORS
SELECT u.id, u.name
  FROM coordinator c JOIN user u ON u.id = c.user_id
 WHERE c.school = ?1 AND c.archived IS NULL
   AND (c.from_on IS NULL OR c.from_on <= ?2)
   AND (c.to_on IS NULL OR c.to_on >= ?2)
 ORDER BY c.id;

-- Enterprise Advisers of today and when each was last there: school, today.
-- name: OVERVIEW_ADVISERS
SELECT v.id, c.name, e.name,
       (SELECT max(a.date) FROM activity a
         WHERE a.volunteer = v.id AND a.school = m.school AND a.date <= ?2
           AND a.archived IS NULL)
  FROM volunteer_match m
  JOIN volunteer v ON v.id = m.volunteer
  JOIN contact c ON c.id = v.contact
  LEFT JOIN employer e ON e.id = v.employer
 WHERE m.school = ?1 AND m.status IN ('introduced', 'met', 'working')
   AND m.archived IS NULL AND (m.from_on IS NULL OR m.from_on <= ?2)
   AND (m.to_on IS NULL OR m.to_on >= ?2)
   AND coalesce(nullif(m.kind, ''), v.kind) = 'enterprise adviser'
 ORDER BY m.id;

-- Minutes that volunteers gave it: school, first and last day.
-- name: OVERVIEW_GIVEN
SELECT coalesce(sum(a.minutes), 0) FROM activity a
 WHERE a.school = ?1 AND a.date >= ?2 AND a.date <= ?3
   AND a.archived IS NULL
 ORDER BY 1;

-- The newest results: school, source, today, most rows.
-- name: OVERVIEW_RESULTS
SELECT a.id, a.date, a.framework,
       a.bm1, a.bm2, a.bm3, a.bm4, a.bm5, a.bm6, a.bm7, a.bm8
  FROM assessment a
 WHERE a.school = ?1 AND a.source = ?2 AND a.archived IS NULL
   AND a.date <= ?3
 ORDER BY a.date DESC, a.id DESC LIMIT ?4;
