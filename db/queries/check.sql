-- check.sql - what must hold between tables, for caseload check.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Each statement gives what is wrong: no row, nothing wrong.

-- name: CHECK_FILE
PRAGMA integrity_check(20);

-- name: CHECK_REFERENCES [slow]
SELECT "table", rowid, parent FROM pragma_foreign_key_check;

-- What a kept total holds, of encounters e by rows s that name them: their
-- delivered, their planned, the pupils, the last day.
-- name: TOTAL_FIGURES [fragment]
       count(*) FILTER (WHERE e.status = 'delivered') AS delivered,
       count(*) FILTER (WHERE e.status IN ('planned', 'confirmed')),
       coalesce(sum((SELECT sum(y.attended) FROM encounter_year y
                      WHERE y.encounter = s.encounter
                        AND y.grp <> 'adult'))
                FILTER (WHERE e.status = 'delivered'), 0),
       max(e.date) FILTER (WHERE e.status = 'delivered');

-- of one school, its own pupils
-- name: TOTAL_SCHOOL_FIGURES [fragment]
       count(*) FILTER (WHERE e.status = 'delivered') AS delivered,
       count(*) FILTER (WHERE e.status IN ('planned', 'confirmed')),
       coalesce(sum((SELECT sum(y.attended) FROM encounter_year y
                      WHERE y.encounter = s.encounter
                        AND y.grp <> 'adult' AND y.school = s.school))
                FILTER (WHERE e.status = 'delivered'), 0),
       max(e.date) FILTER (WHERE e.status = 'delivered');

-- name: TOTAL_YEAR [fragment]
       CAST(substr(e.date, 1, 4) AS INTEGER) -
           (substr(e.date, 6, 2) < '09') AS year;

-- name: TOTAL_COUNTED [fragment]
  JOIN encounter e ON e.id = s.encounter
 WHERE e.archived IS NULL AND e.date IS NOT NULL
 GROUP BY 1, 2;

-- name: TOTALS_SCHOOL [fragment]
SELECT s.school AS id,
{TOTAL_YEAR},
{TOTAL_SCHOOL_FIGURES}
  FROM encounter_school s
{TOTAL_COUNTED};

-- name: CHECK_TOTAL_SCHOOL [slow]
WITH now AS ({TOTALS_SCHOOL})
SELECT id, year FROM (SELECT * FROM now EXCEPT SELECT * FROM school_year)
 UNION
SELECT school, year FROM (SELECT * FROM school_year EXCEPT SELECT * FROM now);

-- name: TOTALS_EMPLOYER [fragment]
SELECT s.employer AS id,
{TOTAL_YEAR},
{TOTAL_FIGURES}
  FROM encounter_employer s
{TOTAL_COUNTED};

-- name: CHECK_TOTAL_EMPLOYER [slow]
WITH now AS ({TOTALS_EMPLOYER})
SELECT id, year FROM (SELECT * FROM now EXCEPT SELECT * FROM employer_year)
 UNION
SELECT employer, year FROM (SELECT * FROM employer_year EXCEPT SELECT * FROM now);

-- name: TOTALS_PARTNER [fragment]
SELECT s.provider AS id,
{TOTAL_YEAR},
{TOTAL_FIGURES}
  FROM encounter_provider s
{TOTAL_COUNTED};

-- name: CHECK_TOTAL_PARTNER [slow]
WITH now AS ({TOTALS_PARTNER})
SELECT id, year FROM (SELECT * FROM now EXCEPT SELECT * FROM partner_year)
 UNION
SELECT partner, year FROM (SELECT * FROM partner_year EXCEPT SELECT * FROM now);

-- lines and groups of a school that is not one of the encounter's
-- name: CHECK_LINES [slow]
SELECT y.encounter FROM encounter_year y
 WHERE NOT EXISTS (SELECT 1 FROM encounter_school s
                    WHERE s.encounter = y.encounter AND s.school = y.school)
 UNION
SELECT g.encounter FROM encounter_group g
 WHERE NOT EXISTS (SELECT 1 FROM encounter_school s
                    WHERE s.encounter = g.encounter AND s.school = g.school);

-- name: CHECK_EMPTY_STEPS [slow]
SELECT s.seq FROM step s
 WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.step = s.seq);

-- their numbers go up from 1
-- name: CHECK_LOST_STEPS [slow]
SELECT coalesce(max(seq), 0) - count(*) FROM step;

-- what tables, indexes and triggers there are. Those SQLite makes by itself
-- have no text.
-- name: SCHEMA_PARTS [slow]
SELECT type, name, sql FROM sqlite_schema
 WHERE sql IS NOT NULL AND substr(name, 1, 7) <> 'sqlite_'
 ORDER BY type, name;

-- what the journal knows of an entity, in the order in which it came
-- name: KNOWN_RECORDS [slow]
SELECT row FROM change WHERE entity = ?1 GROUP BY row ORDER BY min(seq);
