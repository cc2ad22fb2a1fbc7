-- succeed.sql - one school takes over from another: what goes on, what was.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- SUCCEED_ statements give ids: school, then the day of the succession where
-- they ask for one. All of them cost what one school has.

-- Its stages, first to last.
-- name: SUCCEED_STAGES
SELECT id FROM membership WHERE school = ?1 AND archived IS NULL
 ORDER BY from_on, id;

-- Coordinators, members and terms that hold on the day or after it, as
-- QUICK_ROLES_SCHOOL gives roles.
-- name: SUCCEED_COORDINATORS
SELECT id FROM coordinator
 WHERE school = ?1 AND archived IS NULL AND (to_on IS NULL OR to_on >= ?2)
 ORDER BY id;

-- name: SUCCEED_MEMBERS
SELECT id FROM member
 WHERE organisation_school = ?1 AND archived IS NULL
   AND (to_on IS NULL OR to_on >= ?2)
 ORDER BY id;

-- name: SUCCEED_MATCHES
SELECT id FROM volunteer_match
 WHERE school = ?1 AND status <> 'ended' AND archived IS NULL
   AND (to_on IS NULL OR to_on >= ?2)
 ORDER BY id;

-- name: SUCCEED_TERMS
SELECT id FROM term
 WHERE school = ?1 AND archived IS NULL
   AND coalesce(to_on, from_on) >= ?2
 ORDER BY id;

-- The sorts are of what is open at one school.
-- name: SUCCEED_TASKS [slow]
SELECT id FROM task
 WHERE (school = ?1 OR about_school = ?1) AND archived IS NULL
   AND status IN ('open', 'waiting')
 ORDER BY id;

-- name: SUCCEED_CHECKLISTS [slow]
SELECT c.id FROM checklist c
 WHERE (c.school = ?1 OR c.about_school = ?1) AND c.archived IS NULL
   AND EXISTS (SELECT 1 FROM task k
                WHERE k.checklist = c.id AND k.archived IS NULL
                  AND k.status IN ('open', 'waiting'))
 ORDER BY c.id;

-- name: SUCCEED_CASES
SELECT id FROM case_file
 WHERE school = ?1 AND archived IS NULL AND status <> 'closed'
 ORDER BY id;

-- name: SUCCEED_VISITS
SELECT id FROM visit
 WHERE school = ?1 AND date >= ?2 AND archived IS NULL AND status = 'planned'
 ORDER BY date, id;

-- name: SUCCEED_ENCOUNTERS
SELECT s.encounter FROM encounter_school s
  JOIN encounter e ON e.id = s.encounter
 WHERE s.school = ?1 AND s.date >= ?2 AND e.archived IS NULL
   AND e.status IN ('planned', 'confirmed', 'postponed')
 ORDER BY s.date, s.encounter;

-- name: SUCCEED_EVENTS
SELECT s.event FROM event_school s JOIN event e ON e.id = s.event
 WHERE s.school = ?1 AND coalesce(e.end_on, e.date) >= ?2
   AND e.archived IS NULL
 ORDER BY s.event;

-- Shown on the day.
-- name: SUCCEED_HANDOVERS
SELECT id FROM handover
 WHERE school = ?1 AND archived IS NULL AND (until IS NULL OR until >= ?2)
 ORDER BY id;

-- Of an academic year and later: school, year.
-- name: SUCCEED_PLANS
SELECT id FROM plan WHERE school = ?1 AND year >= ?2 AND archived IS NULL
 ORDER BY year, id;

-- name: SUCCEED_ROLLS
SELECT id FROM roll WHERE school = ?1 AND year >= ?2 AND archived IS NULL
 ORDER BY year, grp;

-- name: SUCCEED_FACTS [slow]
SELECT id FROM fact WHERE school = ?1 AND year >= ?2 AND archived IS NULL
 ORDER BY year, id;

-- Has it rolls of its own in the year, not taken over from another school?
-- name: SUCCEED_OWN_ROLLS
SELECT count(*) FROM roll
 WHERE school = ?1 AND year = ?2 AND archived IS NULL
   AND source <> 'taken over';

-- The actions of a plan that are not done.
-- name: PLAN_OPEN [slow]
SELECT id FROM task
 WHERE plan = ?1 AND archived IS NULL AND status IN ('open', 'waiting')
 ORDER BY number, id;

-- What a school went on to, and where it comes from.
-- name: SUCCESSION_AFTER
SELECT id, new_school, date, kind FROM succession
 WHERE old_school = ?1 AND archived IS NULL
 ORDER BY id;

-- name: SUCCESSION_BEFORE
SELECT id, old_school, date, kind FROM succession
 WHERE new_school = ?1 AND archived IS NULL
 ORDER BY id;
