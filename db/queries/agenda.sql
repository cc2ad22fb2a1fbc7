-- agenda.sql - what is planned and to be done, in words.
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which records they are is asked of the lists (app/agenda_parts.c); here is
-- one row each of words.

-- name: AGENDA_ENCOUNTER
SELECT e.date, e.start_time, e.status,
       coalesce(nullif(e.title, ''), label(e.type, 'encounter', 'type')),
       (SELECT count(*) FROM encounter_school s WHERE s.encounter = e.id),
       (SELECT s.name FROM encounter_school x JOIN school s ON s.id = x.school
         WHERE x.encounter = e.id ORDER BY x.school LIMIT 1),
       (SELECT count(*) FROM encounter_school s
         WHERE s.encounter = e.id AND s.numbers_in = 'yes'),
       (SELECT count(*) FROM encounter_employer m WHERE m.encounter = e.id),
       (SELECT m.name FROM encounter_employer x
          JOIN employer m ON m.id = x.employer
         WHERE x.encounter = e.id ORDER BY x.employer LIMIT 1),
       (SELECT p.name FROM encounter_provider x
          JOIN partner p ON p.id = x.provider
         WHERE x.encounter = e.id ORDER BY x.provider LIMIT 1),
       (SELECT c.name FROM cluster c WHERE c.id = e.cluster),
       (SELECT count(*) FROM encounter_year y WHERE y.encounter = e.id),
       (SELECT max(y.grp) FROM encounter_year y WHERE y.encounter = e.id),
       (SELECT sum(y.expected) FROM encounter_year y
         WHERE y.encounter = e.id AND y.grp <> 'adult'),
       (SELECT sum(y.attended) FROM encounter_year y
         WHERE y.encounter = e.id AND y.grp <> 'adult')
  FROM encounter e
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

-- Name, day: whose work the user does meanwhile, and to which day.
-- name: AGENDA_COVERS
SELECT w.id, w.name, w.full_name, v.to_on
  FROM user u
  JOIN cover v ON v.by_user = u.id
  JOIN user w ON w.id = v.user_id
 WHERE u.name = ?1 AND w.id <> u.id AND v.archived IS NULL
   AND v.from_on <= ?2 AND v.to_on >= ?2;
