-- totals.sql - kept totals of one key, made again from its encounters.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- DROP: id, year. FORGET: id. ADD: id, year, its first and its last day.

-- name: TOTAL_SCHOOL_DROP
DELETE FROM school_year WHERE school = ?1 AND year = ?2;

-- name: TOTAL_SCHOOL_ADD
INSERT INTO school_year(school, year, delivered, planned, pupils, last)
SELECT ?1, ?2,
{TOTAL_SCHOOL_FIGURES}
  FROM encounter_school s
  JOIN encounter e ON e.id = s.encounter
 WHERE s.school = ?1 AND s.date BETWEEN ?3 AND ?4 AND e.archived IS NULL
HAVING count(*) > 0;

-- name: TOTAL_EMPLOYER_DROP
DELETE FROM employer_year WHERE employer = ?1 AND year = ?2;

-- name: TOTAL_EMPLOYER_ADD
INSERT INTO employer_year(employer, year, delivered, planned, pupils, last)
SELECT ?1, ?2,
{TOTAL_FIGURES}
  FROM encounter_employer s
  JOIN encounter e ON e.id = s.encounter
 WHERE s.employer = ?1 AND s.date BETWEEN ?3 AND ?4 AND e.archived IS NULL
HAVING count(*) > 0;

-- name: TOTAL_PARTNER_DROP
DELETE FROM partner_year WHERE partner = ?1 AND year = ?2;

-- name: TOTAL_PARTNER_ADD
INSERT INTO partner_year(partner, year, delivered, planned, pupils, last)
SELECT ?1, ?2,
{TOTAL_FIGURES}
  FROM encounter_provider s
  JOIN encounter e ON e.id = s.encounter
 WHERE s.provider = ?1 AND s.date BETWEEN ?3 AND ?4 AND e.archived IS NULL
HAVING count(*) > 0;

-- name: TOTAL_SCHOOL_FORGET
DELETE FROM school_year WHERE school = ?1;

-- name: TOTAL_EMPLOYER_FORGET
DELETE FROM employer_year WHERE employer = ?1;

-- name: TOTAL_PARTNER_FORGET
DELETE FROM partner_year WHERE partner = ?1;
