-- agenda.sql - what is planned: its days, and what the first screen shows.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The ids come by the index of what is open; then one row each of words.

-- Days: first, last, most rows.
-- name: AGENDA_OPEN
SELECT id FROM encounter
 WHERE status IN ('planned', 'confirmed') AND archived IS NULL
   AND date BETWEEN ?1 AND ?2
 ORDER BY date, id LIMIT ?3;

-- Newest first. A run of days is over when its last one is.
-- name: AGENDA_LATE
SELECT id FROM encounter
 WHERE status IN ('planned', 'confirmed') AND archived IS NULL
   AND date < ?1 AND coalesce(end_on, date) < ?1
 ORDER BY date DESC, id DESC LIMIT ?2;

-- Began before today and lasts.
-- name: AGENDA_RUNNING
SELECT id FROM encounter
 WHERE status IN ('planned', 'confirmed') AND archived IS NULL
   AND date BETWEEN ?1 AND ?2 AND end_on >= ?3
 ORDER BY date, id LIMIT ?4;

-- All of one day that was not called off.
-- name: AGENDA_DAY
SELECT id FROM encounter
 WHERE date = ?1 AND status IN ('planned', 'confirmed', 'delivered')
   AND archived IS NULL
 ORDER BY id LIMIT ?2;

-- name: AGENDA_CPD
SELECT id FROM cpd
 WHERE date BETWEEN ?1 AND ?2 AND archived IS NULL
 ORDER BY date, id LIMIT ?3;

-- Its day is past and somebody is still only booked.
-- name: AGENDA_CPD_LATE
SELECT id FROM cpd
 WHERE date BETWEEN ?1 AND ?2 AND archived IS NULL
   AND EXISTS (SELECT 1 FROM booking b
                WHERE b.cpd = cpd.id AND b.status = 'booked'
                  AND b.archived IS NULL)
 ORDER BY date DESC, id DESC LIMIT ?3;

-- name: AGENDA_COUNT_OPEN
SELECT count(*) FROM (
    SELECT 1 FROM encounter
     WHERE status IN ('planned', 'confirmed') AND archived IS NULL
       AND date BETWEEN ?1 AND ?2
     LIMIT ?3);

-- name: AGENDA_COUNT_LATE
SELECT count(*) FROM (
    SELECT 1 FROM encounter
     WHERE status IN ('planned', 'confirmed') AND archived IS NULL
       AND date < ?1 AND coalesce(end_on, date) < ?1
     LIMIT ?2);

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
