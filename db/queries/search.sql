-- search.sql - statements of the name and text indexes.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Fragments, expressions over the entity's row t: WHERE_ENTITY tells records of
-- one name apart, CLOSED_ENTITY is 1 for those that come after the others,
-- USED_ENTITY is the day of last use. An entity may do without.

-- name: SEARCH_HAS_INDEX
-- the schema is small
SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?1;

-- name: WORD_ADD
INSERT OR IGNORE INTO name_word(word, entity, row) VALUES (?1, ?2, ?3);

-- name: WORD_DROP
DELETE FROM name_word WHERE word = ?1 AND entity = ?2 AND row = ?3;

-- name: WORD_OF
SELECT 1 FROM name_word WHERE word = ?1 AND entity = ?2 AND row = ?3;

-- name: WORD_NEXT
SELECT word FROM name_word WHERE entity = ?1 AND word >= ?2
 ORDER BY word LIMIT 1;

-- name: DOC_OF
SELECT id FROM doc WHERE row = ?1 AND entity = ?2;

-- each entity has a range of numbers, from ?3 on: its rows of the three-letter
-- indexes are then found without walking over others'
-- name: DOC_ADD
INSERT INTO doc(id, entity, row)
VALUES ((SELECT coalesce(max(id), ?3) + 1 FROM doc
          WHERE id BETWEEN ?3 AND ?4), ?1, ?2);

-- name: DOC_DROP
DELETE FROM doc WHERE id = ?1;

-- name: NAME_TRI_ADD
INSERT INTO name_tri(rowid, text) VALUES (?1, ?2);

-- name: NAME_TRI_DROP
INSERT INTO name_tri(name_tri, rowid, text) VALUES ('delete', ?1, ?2);

-- name: TEXT_TRI_ADD
INSERT INTO text_tri(rowid, text) VALUES (?1, ?2);

-- name: TEXT_TRI_DROP
INSERT INTO text_tri(text_tri, rowid, text) VALUES ('delete', ?1, ?2);

-- name: PERSON_NAME_TRI_ADD
INSERT INTO person_name_tri(rowid, text) VALUES (?1, ?2);

-- name: PERSON_NAME_TRI_DROP
INSERT INTO person_name_tri(person_name_tri, rowid, text)
VALUES ('delete', ?1, ?2);

-- name: PERSON_TEXT_TRI_ADD
INSERT INTO person_text_tri(rowid, text) VALUES (?1, ?2);

-- name: PERSON_TEXT_TRI_DROP
INSERT INTO person_text_tri(person_text_tri, rowid, text)
VALUES ('delete', ?1, ?2);

-- name: WHERE_SCHOOL [fragment]
t.la || CASE WHEN t.la <> '' AND t.type <> '' THEN ', ' ELSE '' END || t.type;

-- name: CLOSED_SCHOOL [fragment]
t.status IN ('Closed', 'closed') OR EXISTS
(SELECT 1 FROM succession x WHERE x.old_school = t.id AND x.archived IS NULL
    AND x.date <= :today);

-- name: USED_SCHOOL [fragment]
(SELECT x.date FROM encounter_school x WHERE x.school = t.id
  ORDER BY x.date DESC LIMIT 1);

-- name: WHERE_EMPLOYER [fragment]
t.company_number ||
CASE WHEN t.company_number <> '' AND t.sector <> '' THEN ', ' ELSE '' END ||
t.sector;

-- name: USED_EMPLOYER [fragment]
(SELECT x.date FROM encounter_employer x WHERE x.employer = t.id
  ORDER BY x.date DESC LIMIT 1);

-- name: WHERE_PARTNER [fragment]
t.kind;

-- name: USED_PARTNER [fragment]
(SELECT x.date FROM encounter_provider x WHERE x.provider = t.id
  ORDER BY x.date DESC LIMIT 1);

-- name: WHERE_CLUSTER [fragment]
t.short_name ||
CASE WHEN t.theme <> '' THEN ', ' || t.theme ELSE '' END;

-- name: WHERE_CPD [fragment]
t.venue;

-- name: USED_CPD [fragment]
t.date;

-- What a person is a volunteer as, whose name it has: contact.
-- name: FIND_VOLUNTEERS
SELECT id FROM volunteer WHERE contact = ?1 AND archived IS NULL ORDER BY id;

-- Encounters of what was found, newest first.
-- name: FIND_BY_SCHOOL
SELECT encounter, date FROM encounter_school
 WHERE school = ?1 ORDER BY date DESC, encounter DESC LIMIT ?2;

-- name: FIND_BY_EMPLOYER
SELECT encounter, date FROM encounter_employer
 WHERE employer = ?1 ORDER BY date DESC, encounter DESC LIMIT ?2;

-- name: FIND_BY_PARTNER
SELECT encounter, date FROM encounter_provider
 WHERE provider = ?1 ORDER BY date DESC, encounter DESC LIMIT ?2;

-- name: FIND_TEXT
SELECT d.entity, d.row FROM text_tri x CROSS JOIN doc d ON d.id = x.rowid
 WHERE x.text_tri MATCH ?1 ORDER BY x.rowid LIMIT ?2;

-- name: FIND_PERSON_TEXT
SELECT d.entity, d.row FROM person_text_tri x CROSS JOIN doc d
    ON d.id = x.rowid
 WHERE x.person_text_tri MATCH ?1 ORDER BY x.rowid LIMIT ?2;
