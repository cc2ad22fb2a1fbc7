-- agenda.sql - what is planned and to be done, in words.
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which records they are is asked of the lists (app/agenda_parts.c); here is
-- one row each of words.

-- Each set is read once; what is scanned is the one row of each.
-- name: AGENDA_ENCOUNTER [slow]
SELECT e.date, e.start_time, e.status,
       coalesce(nullif(e.title, ''), label(e.type, 'encounter', 'type')),
       s.n, (SELECT name FROM school WHERE id = s.first), s.numbers,
       m.n, (SELECT name FROM employer WHERE id = m.first),
       (SELECT p.name FROM encounter_provider x
          JOIN partner p ON p.id = x.provider
         WHERE x.encounter = ?1 ORDER BY x.provider LIMIT 1),
       (SELECT c.name FROM cluster c WHERE c.id = e.cluster),
       y.n, y.grp, y.expected, y.attended
  FROM encounter e,
       (SELECT count(*) AS n, min(school) AS first,
               count(*) FILTER (WHERE numbers_in = 'yes') AS numbers
          FROM encounter_school WHERE encounter = ?1) AS s,
       (SELECT count(*) AS n, min(employer) AS first
          FROM encounter_employer WHERE encounter = ?1) AS m,
       (SELECT count(*) AS n, max(grp) AS grp,
               sum(expected) FILTER (WHERE grp <> 'adult') AS expected,
               sum(attended) FILTER (WHERE grp <> 'adult') AS attended
          FROM encounter_year WHERE encounter = ?1) AS y
 WHERE e.id = ?1;

-- name: AGENDA_SESSION
SELECT c.date, c.start_time, c.title, c.venue, c.capacity,
       (SELECT count(*) FROM booking b
         WHERE b.cpd = c.id AND b.status IN ('booked', 'attended')
           AND b.archived IS NULL),
       (SELECT count(*) FROM booking b
         WHERE b.cpd = c.id AND b.status = 'waiting' AND b.archived IS NULL)
  FROM cpd c
 WHERE c.id = ?1;

-- Kind, whom it is with, how many people; who goes.
-- name: AGENDA_VISIT
SELECT v.date, v.start_time, v.status, v.kind, v.next_contact,
       coalesce(s.name, e.name),
       (SELECT count(*) FROM visit_person p WHERE p.visit = v.id),
       (SELECT c.name FROM visit_person p JOIN contact c ON c.id = p.contact
         WHERE p.visit = v.id ORDER BY p.contact LIMIT 1),
       u.name
  FROM visit v
  LEFT JOIN school s ON s.id = v.school
  LEFT JOIN employer e ON e.id = v.employer
  LEFT JOIN user u ON u.id = v.owner
 WHERE v.id = ?1;

-- Its school, else what it is about; who is to do it: one of us or a contact.
-- name: AGENDA_TASK
SELECT t.title, t.due, t.expected, t.status, t.waiting_for,
       coalesce(s.name, e.name, p.name, c.name, k.short_name),
       u.name, w.name
  FROM task t
  LEFT JOIN school s ON s.id = coalesce(t.school, t.about_school)
  LEFT JOIN employer e ON e.id = t.about_employer
  LEFT JOIN partner p ON p.id = t.about_partner
  LEFT JOIN contact c ON c.id = t.about_contact
  LEFT JOIN cluster k ON k.id = t.about_cluster
  LEFT JOIN user u ON u.id = t.owner_user
  LEFT JOIN contact w ON w.id = t.owner_contact
 WHERE t.id = ?1;

-- name: AGENDA_CASE
SELECT t.title, t.due, t.status, t.priority, s.name, u.name
  FROM case_file t
  LEFT JOIN school s ON s.id = t.school
  LEFT JOIN user u ON u.id = t.owner
 WHERE t.id = ?1;

-- name: AGENDA_PLAN
SELECT t.year, t.review, t.status, s.name, u.name
  FROM plan t
  LEFT JOIN school s ON s.id = t.school
  LEFT JOIN user u ON u.id = t.owner
 WHERE t.id = ?1;

-- The day on which it has run 26 weeks; its employer, else its cluster.
-- name: AGENDA_PILOT
SELECT t.title, date(t.from_on, '+181 days'), t.from_on,
       coalesce(e.name, c.short_name)
  FROM pilot t
  LEFT JOIN employer e ON e.id = t.employer
  LEFT JOIN cluster c ON c.id = t.cluster
 WHERE t.id = ?1;

-- Notice: what it is about is what was asked first.
-- name: AGENDA_NOTICE [slow]
WITH RECURSIVE up(id, n) AS (
    SELECT ?1, 0
    UNION
    SELECT x.follows, up.n + 1 FROM up JOIN notice x ON x.id = up.id
     WHERE x.follows IS NOT NULL AND up.n < 50)
SELECT (SELECT x.title FROM up JOIN notice x ON x.id = up.id
         ORDER BY up.n DESC LIMIT 1),
       t.date, t.due, t.status, coalesce(t.attempt, 1),
       (SELECT count(*) FROM recipient r
         WHERE r.notice = t.id AND r.status <> 'left out'
           AND r.archived IS NULL),
       (SELECT count(*) FROM recipient r
         WHERE r.notice = t.id AND r.status IN ('replied', 'declined')
           AND r.archived IS NULL),
       u.name
  FROM notice t LEFT JOIN user u ON u.id = t.owner
 WHERE t.id = ?1;

-- Recipient: when to ask again, what for, whom.
-- name: AGENDA_RECIPIENT
SELECT t.next_on, n.title, t.status,
       coalesce(s.name, e.name, p.name, c.name), u.name
  FROM recipient t
  LEFT JOIN notice n ON n.id = t.notice
  LEFT JOIN school s ON s.id = t.organisation_school
  LEFT JOIN employer e ON e.id = t.organisation_employer
  LEFT JOIN partner p ON p.id = t.organisation_partner
  LEFT JOIN contact c ON c.id = t.contact
  LEFT JOIN user u ON u.id = n.owner
 WHERE t.id = ?1;

-- Name, day: whose work the user does meanwhile, and to which day.
-- name: AGENDA_COVERS
SELECT w.id, w.name, w.full_name, v.to_on
  FROM user u
  JOIN cover v ON v.by_user = u.id
  JOIN user w ON w.id = v.user_id
 WHERE u.name = ?1 AND w.id <> u.id AND v.archived IS NULL
   AND v.from_on <= ?2 AND v.to_on >= ?2;
