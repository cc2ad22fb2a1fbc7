-- evidence.sql - what one school's encounters show: the cost is one school's.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What was delivered: school, first and last day. One row for each year line
-- of the school's own. Who was asked only, or did not come, was not present.
-- name: EVIDENCE_EVENTS
SELECT e.id, s.date, y.grp, y.attended, y.estimated, e.minutes, e.days,
       (SELECT group_concat(b.benchmark) FROM encounter_benchmark b
         WHERE b.encounter = e.id),
       (SELECT group_concat(k.tick) FROM encounter_tick k
         WHERE k.encounter = e.id),
       (SELECT group_concat(p.kind, '|')
          FROM encounter_provider x JOIN partner p ON p.id = x.provider
         WHERE x.encounter = e.id
           AND x.part NOT IN ('invited', 'did not come')),
       e.type, e.mode
  FROM encounter_school s
  JOIN encounter e ON e.id = s.encounter
  JOIN encounter_year y ON y.encounter = e.id AND y.school = s.school
 WHERE s.school = ?1 AND s.date BETWEEN ?2 AND ?3
   AND e.status = 'delivered' AND e.archived IS NULL;

-- The day of the first one delivered there: school.
-- name: EVIDENCE_FIRST
SELECT s.date FROM encounter_school s
  JOIN encounter e ON e.id = s.encounter
 WHERE s.school = ?1 AND s.date > '' AND e.status = 'delivered'
   AND e.archived IS NULL
 ORDER BY s.date LIMIT 1;

-- Placements that no encounter counts: school, first and last day.
-- name: EVIDENCE_PLACEMENTS
SELECT p.id, p.from_on, p.grp, p.filled, p.hours, p.mode = 'virtual'
  FROM placement p
 WHERE p.school = ?1 AND p.from_on BETWEEN ?2 AND ?3
   AND p.status IN ('under way', 'finished') AND p.encounter IS NULL
   AND p.archived IS NULL;
