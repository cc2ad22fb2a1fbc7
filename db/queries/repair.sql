-- repair.sql - what follows from the records, emptied and made anew.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: REPAIR_NO_WORDS
DELETE FROM name_word;

-- name: REPAIR_NO_DOCS
DELETE FROM doc;

-- name: REPAIR_NO_NAMES
INSERT INTO name_tri(name_tri) VALUES ('delete-all');

-- name: REPAIR_NO_TEXTS
INSERT INTO text_tri(text_tri) VALUES ('delete-all');

-- name: REPAIR_NO_PERSON_NAMES
INSERT INTO person_name_tri(person_name_tri) VALUES ('delete-all');

-- name: REPAIR_NO_PERSON_TEXTS
INSERT INTO person_text_tri(person_text_tri) VALUES ('delete-all');

-- name: REPAIR_NO_SCHOOL_TOTALS [slow]
DELETE FROM school_year;

-- name: REPAIR_SCHOOL_TOTALS [slow]
INSERT INTO school_year {TOTALS_SCHOOL};

-- name: REPAIR_NO_EMPLOYER_TOTALS [slow]
DELETE FROM employer_year;

-- name: REPAIR_EMPLOYER_TOTALS [slow]
INSERT INTO employer_year {TOTALS_EMPLOYER};

-- name: REPAIR_NO_PARTNER_TOTALS [slow]
DELETE FROM partner_year;

-- name: REPAIR_PARTNER_TOTALS [slow]
INSERT INTO partner_year {TOTALS_PARTNER};

-- name: REPAIR_INDEXES
REINDEX;

-- --- a new file from what is left of a damaged one (rescue.c) ---------------

-- name: RESCUE_TABLES [slow]
SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name;

-- name: RESCUE_NO_META
DELETE FROM meta;

-- rows missing from the journal, whose numbers go up from 1: each step has
-- changes, each change its step
-- name: RESCUE_GAPS [slow]
SELECT (SELECT coalesce(max(seq), 1) - count(*) FROM step) +
       (SELECT coalesce(max(seq), 1) - count(*) FROM change) +
       (SELECT count(*) FROM change c
         WHERE NOT EXISTS (SELECT 1 FROM step s WHERE s.seq = c.step)) +
       (SELECT count(*) FROM step s
         WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.step = s.seq));

-- name: RESCUE_LAST_STEP
SELECT coalesce(max(seq), 0) FROM step;

-- --- records and history (agree.c) ------------------------------------------

-- table, column and table it names, of every reference
-- name: AGREE_REFERENCES [slow]
SELECT t.name, f."from", f."table"
  FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
 WHERE t.type = 'table' ORDER BY 1, 2;

-- a step whose row is lost, though its changes are there
-- name: AGREE_LOST_STEPS [slow]
INSERT INTO step(seq, id, at, user, node, label)
SELECT c.step, c.step, '1970-01-01T00:00:00.000Z', 'caseload', '',
       'lost with a damaged file'
  FROM change c
 WHERE NOT EXISTS (SELECT 1 FROM step s WHERE s.seq = c.step)
 GROUP BY c.step;
