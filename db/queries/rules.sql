-- rules.sql - look-ups behind rules that need more than one record.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: BOOKING_OF
SELECT id FROM booking
 WHERE cpd = ?1 AND contact = ?2 AND archived IS NULL
   AND status <> 'cancelled' AND id <> ?3
 ORDER BY id
 LIMIT 1;

-- name: CPD_PLACES_LEFT
SELECT coalesce(c.capacity, 1000000) - (SELECT count(*) FROM booking b
        WHERE b.cpd = c.id AND b.archived IS NULL
          AND b.status IN ('booked', 'attended'))
  FROM cpd c WHERE c.id = ?1;

-- name: CPD_WAITING
SELECT id FROM booking
 WHERE cpd = ?1 AND archived IS NULL AND status = 'waiting'
 ORDER BY made, id;

-- name: ROLL_OF
SELECT id FROM roll
 WHERE school = ?1 AND year = ?2 AND grp = ?3 AND archived IS NULL
 ORDER BY id
 LIMIT 1;

-- name: ROLL_PUPILS
SELECT pupils FROM roll
 WHERE school = ?1 AND year = ?2 AND grp = ?3 AND archived IS NULL
 ORDER BY id
 LIMIT 1;

-- name: ROLE_OF
SELECT id FROM role
 WHERE contact = ?1
   AND organisation_school IS ?2 AND organisation_employer IS ?3
   AND organisation_partner IS ?4
   AND role = ?5 AND archived IS NULL
   AND (to_on IS NULL OR to_on >= ?6)
 ORDER BY id
 LIMIT 1;

-- Contact, day.
-- name: ROLE_PLACES
SELECT organisation_school, organisation_employer, organisation_partner
  FROM role
 WHERE contact = ?1 AND archived IS NULL
   AND (from_on IS NULL OR from_on <= ?2) AND (to_on IS NULL OR to_on >= ?2)
 ORDER BY id;

-- Another membership than ?4 of school ?1 that gives it stage ?2 from day ?3.
-- name: STAGE_OF
SELECT id FROM membership
 WHERE school = ?1 AND stage = ?2 AND coalesce(from_on, '') = ?3
   AND archived IS NULL
   AND id <> ?4
 ORDER BY from_on DESC, id DESC
 LIMIT 1;

-- name: SCHOOL_OF
SELECT id FROM school
 WHERE local_number = ?1 AND local_number <> '' AND id <> ?2
 ORDER BY id
 LIMIT 1;

-- name: MEMBER_OF
SELECT id FROM member
 WHERE cluster = ?1
   AND organisation_school IS ?2 AND organisation_employer IS ?3
   AND archived IS NULL AND id <> ?6
   AND (to_on IS NULL OR to_on >= ?4)
   AND (?5 = '' OR from_on IS NULL OR from_on <= ?5)
 ORDER BY id
 LIMIT 1;

-- Another row than ?5 by which user ?2 coordinates school ?1 on a day from ?3
-- to ?4, '' for open ends.
-- name: COORDINATOR_OF
SELECT id FROM coordinator
 WHERE school = ?1 AND user_id = ?2 AND archived IS NULL AND id <> ?5
   AND (to_on IS NULL OR ?3 = '' OR to_on >= ?3)
   AND (from_on IS NULL OR ?4 = '' OR from_on <= ?4)
 ORDER BY id
 LIMIT 1;

-- Another fact than ?4 of school ?1, year ?2 and kind ?3.
-- name: FACT_OF
SELECT id FROM fact
 WHERE school = ?1 AND year = ?2 AND fact = ?3 COLLATE NOCASE
   AND archived IS NULL AND id <> ?4
 ORDER BY id
 LIMIT 1;

-- Schools other than ?3 that hold a place of network ?1 on day ?2. One that ?3
-- took over from holds the same place.
-- name: PLACES_TAKEN
SELECT count(*) FROM membership m
 WHERE m.network = ?1 AND m.school <> ?3 AND m.archived IS NULL
   AND NOT EXISTS (SELECT 1 FROM succession x
                    WHERE x.new_school = ?3 AND x.old_school = m.school
                      AND x.archived IS NULL)
   AND m.place = 'yes' AND m.stage <> 'left'
   AND (m.from_on IS NULL OR m.from_on <= ?2)
   AND NOT EXISTS (
       SELECT 1 FROM membership n
        WHERE n.school = m.school AND n.archived IS NULL
          AND n.from_on <= ?2
          AND (n.from_on, n.id) > (coalesce(m.from_on, ''), m.id));

-- Another plan than ?3 of school ?1 for year ?2.
-- name: OTHER_PLAN_OF
SELECT id FROM plan
 WHERE school = ?1 AND year = ?2 AND archived IS NULL AND id <> ?3
 ORDER BY id
 LIMIT 1;

-- The number the next action of plan ?1 gets.
-- name: ACTION_NEXT
SELECT coalesce(max(number), 0) + 1 FROM task WHERE plan = ?1;

-- Another action than ?3 with number ?2 in plan ?1.
-- name: ACTION_OF
SELECT id FROM task
 WHERE plan = ?1 AND number = ?2 AND id <> ?3 AND archived IS NULL
 ORDER BY id
 LIMIT 1;

-- name: TASK_AFTER
SELECT id FROM task WHERE follows = ?1 ORDER BY id LIMIT 1;

-- Who holds role ?2 at school ?1 on day ?3.
-- name: ROLE_HOLDER
SELECT contact FROM role
 WHERE organisation_school = ?1 AND role = ?2 COLLATE NOCASE
   AND contact IS NOT NULL AND archived IS NULL
   AND (from_on IS NULL OR from_on <= ?3) AND (to_on IS NULL OR to_on >= ?3)
 ORDER BY id DESC
 LIMIT 1;

-- Who coordinates school ?1 on day ?2, the first of them.
-- name: COORDINATOR_ON
SELECT user_id FROM coordinator
 WHERE school = ?1 AND user_id IS NOT NULL AND archived IS NULL
   AND (from_on IS NULL OR from_on <= ?2) AND (to_on IS NULL OR to_on >= ?2)
 ORDER BY id
 LIMIT 1;

-- name: CHECKLIST_TASKS
SELECT id FROM task WHERE checklist = ?1 AND archived IS NULL ORDER BY id;

-- Checklists about record ?1, whatever it is, with its day ?2 as anchor.
-- name: CHECKLISTS_FROM
SELECT id FROM checklist
 WHERE anchor = ?2 AND archived IS NULL
   AND ?1 IN (about_encounter, about_cpd, about_visit, about_case)
 ORDER BY id;

-- Another cover than ?5 of user ?1 by user ?2 on a day from ?3 to ?4.
-- name: COVER_OF
SELECT id FROM cover
 WHERE user_id = ?1 AND by_user = ?2 AND archived IS NULL AND id <> ?5
   AND from_on <= ?4 AND to_on >= ?3
 ORDER BY id
 LIMIT 1;

-- Network; :today: its schools, by the newest stage of each.
-- name: NETWORK_SCHOOLS
SELECT m.school FROM membership m
 WHERE m.network = ?1 AND {STAGE_HOLDS}
   AND m.stage IN ('signed up', 'matched', 'active', 'paused')
 ORDER BY m.id;

-- Person, school, day: do they work there?
-- name: WORKS_AT
SELECT EXISTS (SELECT 1 FROM role
  WHERE contact = ?1 AND organisation_school = ?2 AND archived IS NULL
    AND (from_on IS NULL OR from_on <= ?3)
    AND (to_on IS NULL OR to_on >= ?3));
