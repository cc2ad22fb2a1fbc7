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

-- name: QUICK_BOOKINGS [slow]
SELECT id FROM booking WHERE cpd = ?1 AND archived IS NULL
 ORDER BY id;

-- In force on day ?2 or later, at the organisation ?1; ids are unique over all
-- entities.
-- name: QUICK_ROLES_SCHOOL
SELECT id FROM role
 WHERE organisation_school = ?1 AND archived IS NULL
   AND (to_on IS NULL OR to_on >= ?2)
 ORDER BY id;

-- name: QUICK_ROLES_EMPLOYER
SELECT id FROM role
 WHERE organisation_employer = ?1 AND archived IS NULL
   AND (to_on IS NULL OR to_on >= ?2)
 ORDER BY id;

-- name: QUICK_ROLES_PARTNER
SELECT id FROM role
 WHERE organisation_partner = ?1 AND archived IS NULL
   AND (to_on IS NULL OR to_on >= ?2)
 ORDER BY id;

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

-- Roles of person ?1 in force on day ?2 or later.
-- name: QUICK_ROLES_OF
SELECT id FROM role
 WHERE contact = ?1 AND archived IS NULL
   AND (to_on IS NULL OR to_on >= ?2)
 ORDER BY id;

-- Planned visits to school ?1, from day ?2 to ?3.
-- name: QUICK_VISITS_SCHOOL
SELECT id FROM visit
 WHERE school = ?1 AND date BETWEEN ?2 AND ?3 AND status = 'planned'
   AND archived IS NULL
 ORDER BY date, id
 LIMIT 100;

-- name: QUICK_VISITS_EMPLOYER [slow]
SELECT id FROM visit
 WHERE employer = ?1 AND date BETWEEN ?2 AND ?3 AND status = 'planned'
   AND archived IS NULL
 ORDER BY date, id;

-- What was done with person ?1, the newest first, whenever it was logged. The
-- sort is of one person's.
-- name: QUICK_CALLS [slow]
SELECT v.id
  FROM visit_person p JOIN visit v ON v.id = p.visit
 WHERE p.contact = ?1 AND v.status = 'done' AND v.archived IS NULL
 ORDER BY v.date DESC, v.id DESC
 LIMIT 50;

-- Open tasks of school ?1; of user ?1; of anybody.
-- name: QUICK_TASKS_SCHOOL
SELECT id FROM task
 WHERE school = ?1 AND status IN ('open', 'waiting') AND archived IS NULL
 ORDER BY due, id
 LIMIT 500;

-- name: QUICK_TASKS_USER
SELECT id FROM task
 WHERE owner_user = (SELECT u.id FROM user u WHERE u.name = ?1)
   AND status IN ('open', 'waiting') AND archived IS NULL
 ORDER BY due, id
 LIMIT 500;

-- name: QUICK_TASKS_OPEN [slow]
SELECT id FROM task
 WHERE status IN ('open', 'waiting') AND archived IS NULL
 ORDER BY due, id
 LIMIT 500;

-- Open tasks about ?1: ids are unique over all entities.
-- name: QUICK_TASKS_CONTACT [slow]
SELECT id FROM task
 WHERE about_contact = ?1 AND status IN ('open', 'waiting')
   AND archived IS NULL
 ORDER BY due, id;

-- name: QUICK_TASKS_EMPLOYER [slow]
SELECT id FROM task
 WHERE about_employer = ?1 AND status IN ('open', 'waiting')
   AND archived IS NULL
 ORDER BY due, id;

-- name: QUICK_TASKS_ABOUT_SCHOOL [slow]
SELECT id FROM task
 WHERE about_school = ?1 AND status IN ('open', 'waiting')
   AND archived IS NULL
 ORDER BY due, id;

-- Who was asked by a notice and is to answer, at ?1 or ?1 themselves: ids are
-- unique over all entities. Of a notice and its reminders the newest.
-- name: QUICK_ASKED [slow]
SELECT r.id FROM recipient r
 WHERE (r.organisation_school = ?1 OR r.organisation_employer = ?1
        OR r.organisation_partner = ?1 OR r.contact = ?1)
   AND r.status IN ('sent', 'bounced') AND r.archived IS NULL
   AND NOT EXISTS (SELECT 1 FROM notice f
                    WHERE f.follows = r.notice AND f.status = 'sent'
                      AND f.archived IS NULL)
 ORDER BY r.id DESC;

-- Actions of the careers plan of school ?1 in the year ?2.
-- name: QUICK_ACTIONS [slow]
SELECT t.id
  FROM plan p JOIN task t ON t.plan = p.id
 WHERE p.school = ?1 AND p.year = ?2 AND p.archived IS NULL
   AND t.archived IS NULL
 ORDER BY t.number, t.id;

-- Placements of school ?1 that are to come or go on. The sort is of one school's.
-- name: QUICK_PLACEMENTS [slow]
SELECT id FROM placement
 WHERE school = ?1 AND status IN ('planned', 'confirmed', 'under way')
   AND archived IS NULL
 ORDER BY from_on, id;

-- Matches of a volunteer that go on: volunteer, day.
-- name: QUICK_MATCHES
SELECT id FROM volunteer_match
 WHERE volunteer = ?1 AND status <> 'ended' AND archived IS NULL
   AND (to_on IS NULL OR to_on >= ?2)
 ORDER BY id;
