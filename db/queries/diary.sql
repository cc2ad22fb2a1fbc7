-- diary.sql - what is on in the days of one week, each kind in the same columns.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- First and last day come first, then the school or user, or how many rows at
-- most. Out come id, first day, last day where it lasts, start, finish,
-- minutes, then what db/diary.h calls word, title, who, state and la, then
-- school and owner. What lasts began at most 120 days before the first day, but
-- for DIARY_LASTING.

-- name: DIARY_ENCOUNTER [fragment]
e.id, e.date, e.end_on, e.start_time, e.finish_time, e.minutes, e.type, '', '',
       e.status, '', NULL, NULL;

-- name: DIARY_HELD [fragment]
e.status IN ('planned', 'confirmed', 'delivered') AND e.archived IS NULL;

-- name: DIARY_ENCOUNTERS
SELECT {DIARY_ENCOUNTER} FROM encounter e
 WHERE e.date BETWEEN ?1 AND ?2 AND {DIARY_HELD}
 ORDER BY e.date, e.id LIMIT ?3;

-- Began before the first day, whenever, and ends in the week or up to 400 days
-- after it: by its end, since few have one.
-- name: DIARY_LASTING
SELECT {DIARY_ENCOUNTER} FROM encounter e
 WHERE e.end_on BETWEEN ?1 AND date(?2, '+400 days')
   AND e.date < ?1 AND {DIARY_HELD}
 ORDER BY e.end_on, e.id LIMIT ?3;

-- name: DIARY_SCHOOL_ENCOUNTERS
SELECT {DIARY_ENCOUNTER}
  FROM encounter_school x JOIN encounter e ON e.id = x.encounter
 WHERE x.school = ?3 AND x.date BETWEEN date(?1, '-120 days') AND ?2
   AND coalesce(e.end_on, e.date) >= ?1 AND {DIARY_HELD}
 ORDER BY x.date, x.encounter;

-- Of one encounter: its schools, with the year groups of each.
-- name: DIARY_ENCOUNTER_PLACES
SELECT x.school,
       (SELECT group_concat(y.grp) FROM encounter_year y
         WHERE y.encounter = x.encounter AND y.school = x.school), ''
  FROM encounter_school x
 WHERE x.encounter = ?1
 ORDER BY x.school;

-- name: DIARY_VISIT [fragment]
v.id, v.date, NULL, v.start_time, '', v.minutes, v.kind,
       coalesce((SELECT s.name FROM school s WHERE s.id = v.school),
                (SELECT m.name FROM employer m WHERE m.id = v.employer)),
       (SELECT c.name || coalesce(' + ' || nullif((
                   SELECT count(*) - 1 FROM visit_person x
                    WHERE x.visit = v.id), 0), '')
          FROM visit_person p JOIN contact c ON c.id = p.contact
         WHERE p.visit = v.id ORDER BY p.contact LIMIT 1),
       v.status, '', v.school, v.owner;

-- name: DIARY_VISITS
SELECT {DIARY_VISIT} FROM visit v
 WHERE v.date BETWEEN ?1 AND ?2 AND v.status <> 'cancelled'
   AND v.archived IS NULL
 ORDER BY v.date, v.id LIMIT ?3;

-- name: DIARY_SCHOOL_VISITS
SELECT {DIARY_VISIT} FROM visit v
 WHERE v.school = ?3 AND v.date BETWEEN ?1 AND ?2 AND v.status <> 'cancelled'
   AND v.archived IS NULL
 ORDER BY v.date, v.id;

-- name: DIARY_OWNER_VISITS
SELECT {DIARY_VISIT} FROM visit v
 WHERE v.owner = ?3 AND v.date BETWEEN ?1 AND ?2 AND v.status <> 'cancelled'
   AND v.archived IS NULL
 ORDER BY v.date, v.id;

-- name: DIARY_SESSIONS
SELECT d.id, d.date, NULL, d.start_time, '', d.minutes, '', d.title, d.venue,
       (SELECT count(*) FROM booking b
         WHERE b.cpd = d.id AND b.status IN ('booked', 'attended')
           AND b.archived IS NULL) ||
       coalesce(' of ' || d.capacity, ' booked'), '', NULL, NULL
  FROM cpd d
 WHERE d.date BETWEEN ?1 AND ?2 AND d.archived IS NULL
 ORDER BY d.date, d.id LIMIT ?3;

-- name: DIARY_EVENTS
SELECT v.id, v.date, v.end_on, v.start_time, v.finish_time, NULL, v.kind,
       v.title, v.organiser,
       (SELECT group_concat(g.grp) FROM event_group g WHERE g.event = v.id),
       v.la, NULL, NULL
  FROM event v
 WHERE v.date BETWEEN date(?1, '-120 days') AND ?2
   AND coalesce(v.end_on, v.date) >= ?1 AND v.archived IS NULL
 ORDER BY v.date, v.id LIMIT ?3;

-- name: DIARY_EVENT_PLACES
SELECT x.school, '', s.name
  FROM event_school x JOIN school s ON s.id = x.school
 WHERE x.event = ?1
 ORDER BY x.school;

-- Days without lessons of one school or authority; those of everywhere are in
-- the calendar.
-- name: DIARY_TERMS
SELECT t.id, t.from_on, t.to_on, '', '', NULL, t.kind, t.title,
       coalesce((SELECT s.name FROM school s WHERE s.id = t.school), t.la), '',
       t.la, t.school, NULL
  FROM term t
 WHERE t.from_on BETWEEN date(?1, '-120 days') AND ?2
   AND coalesce(t.to_on, t.from_on) >= ?1 AND t.kind <> 'term'
   AND (t.school IS NOT NULL OR t.la <> '') AND t.archived IS NULL
 ORDER BY t.from_on, t.id LIMIT ?3;

-- name: DIARY_TASK [fragment]
k.id, k.due, NULL, '', '', NULL, '', k.title,
       (SELECT s.name FROM school s WHERE s.id = k.school),
       CASE WHEN k.owner_contact IS NOT NULL
            THEN (SELECT c.name FROM contact c WHERE c.id = k.owner_contact)
            WHEN k.status = 'waiting' THEN 'waiting' ELSE '' END,
       '', k.school, k.owner_user;

-- name: DIARY_TASKS
SELECT {DIARY_TASK} FROM task k
 WHERE k.due BETWEEN ?1 AND ?2 AND k.status IN ('open', 'waiting')
   AND k.archived IS NULL
 ORDER BY k.due, k.id LIMIT ?3;

-- What people of the school promised.
-- name: DIARY_SCHOOL_TASKS
SELECT {DIARY_TASK} FROM task k
 WHERE k.school = ?3 AND k.due BETWEEN ?1 AND ?2
   AND k.status IN ('open', 'waiting') AND k.archived IS NULL
   AND k.owner_contact IS NOT NULL
 ORDER BY k.due, k.id;

-- name: DIARY_OWNER_TASKS
SELECT {DIARY_TASK} FROM task k
 WHERE k.owner_user = ?3 AND k.due BETWEEN ?1 AND ?2
   AND k.status IN ('open', 'waiting') AND k.archived IS NULL
 ORDER BY k.due, k.id;

-- name: DIARY_CASES
SELECT f.id, f.due, NULL, '', '', NULL, f.priority, f.title,
       (SELECT s.name FROM school s WHERE s.id = f.school), f.status, '',
       f.school, f.owner
  FROM case_file f
 WHERE f.due BETWEEN ?1 AND ?2 AND f.status <> 'closed'
   AND f.archived IS NULL
 ORDER BY f.due, f.id LIMIT ?3;

-- name: DIARY_REVIEWS
SELECT p.id, p.review, NULL, '', '', NULL, '', 'Review of the plan ' || p.year,
       (SELECT s.name FROM school s WHERE s.id = p.school), p.status, '',
       p.school, p.owner
  FROM plan p
 WHERE p.review BETWEEN ?1 AND ?2 AND p.status <> 'finished'
   AND p.archived IS NULL
 ORDER BY p.review, p.id LIMIT ?3;

-- Was one in touch again after v, or is to be by its next contact?
-- name: DIARY_SINCE [fragment]
n.date > v.date AND (n.status = 'done' OR n.date <= v.next_contact)
          AND n.status <> 'cancelled' AND n.archived IS NULL;

-- To be in touch again, unless somebody was or will have been by then: with the
-- school, or with the employer where there is no school.
-- name: DIARY_CONTACTS
SELECT v.id, v.next_contact, NULL, '', '', NULL, v.kind,
       coalesce((SELECT s.name FROM school s WHERE s.id = v.school),
                (SELECT m.name FROM employer m WHERE m.id = v.employer)),
       '', '', '', v.school, v.owner
  FROM visit v
 WHERE v.next_contact BETWEEN ?1 AND ?2 AND v.status <> 'cancelled'
   AND v.archived IS NULL
   AND NOT EXISTS (
       SELECT 1 FROM visit n
        WHERE n.school = v.school AND {DIARY_SINCE})
   AND (v.school IS NOT NULL OR NOT EXISTS (
       SELECT 1 FROM visit n
        WHERE n.employer = v.employer AND {DIARY_SINCE}))
 ORDER BY v.next_contact, v.id LIMIT ?3;

-- School, day: who coordinates it.
-- name: DIARY_TEAM
SELECT c.user_id FROM coordinator c
 WHERE c.school = ?1 AND c.user_id IS NOT NULL AND c.archived IS NULL
   AND (c.from_on IS NULL OR c.from_on <= ?2)
   AND (c.to_on IS NULL OR c.to_on >= ?2)
 ORDER BY c.id;

-- User, day: the schools.
-- name: DIARY_SCHOOLS
SELECT c.school FROM coordinator c
 WHERE c.user_id = ?1 AND c.school IS NOT NULL AND c.archived IS NULL
   AND (c.from_on IS NULL OR c.from_on <= ?2)
   AND (c.to_on IS NULL OR c.to_on >= ?2)
 ORDER BY c.id;

-- name: DIARY_AUTHORITY
SELECT s.la FROM school s WHERE s.id = ?1;

-- name: DIARY_USER
SELECT u.name FROM user u WHERE u.id = ?1;
