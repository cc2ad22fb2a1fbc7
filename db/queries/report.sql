-- report.sql - figures that reports print.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Year lines of what was delivered: school, first and last day.
-- name: REPORT_YEARS
SELECT s.encounter, y.grp, y.attended, y.disadvantaged, y.send,
       EXISTS (SELECT 1 FROM encounter_benchmark b
                WHERE b.encounter = e.id AND b.benchmark = 7)
  FROM encounter_school s
  JOIN encounter e ON e.id = s.encounter
  LEFT JOIN encounter_year y ON y.encounter = e.id AND y.school = s.school
 WHERE s.school = ?1 AND s.date BETWEEN ?2 AND ?3
   AND e.status = 'delivered' AND e.archived IS NULL
 ORDER BY s.date, s.encounter;

-- Who came to them: the same.
-- name: REPORT_PROVIDERS
SELECT y.grp, o.name
  FROM encounter_school s
  JOIN encounter e ON e.id = s.encounter
  JOIN encounter_year y ON y.encounter = e.id AND y.school = s.school
  JOIN encounter_provider p ON p.encounter = e.id
  JOIN partner o ON o.id = p.provider
 WHERE s.school = ?1 AND s.date BETWEEN ?2 AND ?3
   AND e.status = 'delivered' AND e.archived IS NULL
   AND p.part NOT IN ('did not come', 'invited')
   AND EXISTS (SELECT 1 FROM encounter_benchmark b
                WHERE b.encounter = e.id AND b.benchmark = 7)
 ORDER BY s.date, s.encounter;

-- The stage a school has reached: school, today.
-- name: REPORT_STAGE
SELECT m.id, m.from_on, n.name
  FROM membership m LEFT JOIN network n ON n.id = m.network
 WHERE m.school = ?1 AND m.archived IS NULL
   AND (m.from_on IS NULL OR m.from_on <= ?2)
 ORDER BY m.from_on DESC, m.id DESC LIMIT 1;

-- What is known of a school in an academic year: school, year.
-- name: REPORT_FACTS
SELECT id, fact, value, source, checked FROM fact
 WHERE school = ?1 AND year = ?2 AND archived IS NULL
 ORDER BY fact, id;

-- Results of the benchmarks, newest first: school, source, today.
-- name: REPORT_RESULTS
SELECT id FROM assessment
 WHERE school = ?1 AND source = ?2 AND archived IS NULL AND date <= ?3
 ORDER BY date DESC, id DESC;
