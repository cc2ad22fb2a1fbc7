-- erase.sql - texts about a person who is erased, out of the journal and the
-- indexes: db/erase.c.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Those that change the journal are fragments: nobody else prepares them, and
-- db/guard.c lets nobody else.

-- name: ERASE_OPEN [fragment]
INSERT INTO journal_erase(step) VALUES (?1);

-- name: ERASE_CLOSE [fragment]
DELETE FROM journal_erase WHERE step = ?1;

-- name: ERASE_CHANGE [fragment]
UPDATE change SET member = ?2, old = pack(?3), new = pack(?4) WHERE seq = ?1;

-- name: ERASE_RECORD [fragment]
UPDATE change SET member = '', old = NULL, new = NULL
 WHERE row = ?1 AND entity = ?2;

-- name: ERASE_LABEL [fragment]
UPDATE step SET label = ?2 WHERE seq = ?1;

-- name: ERASE_LABELS
SELECT seq, label FROM step WHERE seq > ?1 ORDER BY seq LIMIT 64;

-- the change by which somebody was erased
-- name: ERASE_OF_RECORD
SELECT step FROM change
 WHERE row = ?1 AND entity = ?2 AND field = '' AND member = 'erased'
 ORDER BY seq DESC LIMIT 1;

-- name: ERASE_OF_STEP
SELECT row FROM change
 WHERE step = ?1 AND field = '' AND member = 'erased'
 ORDER BY seq LIMIT 1;

-- name: ERASE_NEWEST [slow]
SELECT row FROM change WHERE field = '' AND member = 'erased'
 ORDER BY seq DESC LIMIT 1;

-- name: ERASE_META_DROP
DELETE FROM meta WHERE key = ?1;

-- who has a word in their names
-- name: ERASE_NAMESAKES
SELECT row FROM name_word
 WHERE entity IN ('contact', 'user') AND word = ?1;

-- organisations that have a word in their names
-- name: ERASE_ORGANISATIONS
SELECT count(*) FROM name_word
 WHERE entity IN ('school', 'employer', 'partner', 'cluster', 'network')
   AND word = ?1;

-- records of a person that went into another one
-- name: ERASE_COPIES [slow]
SELECT id FROM contact WHERE archived_for = ?1 ORDER BY id;

-- name: ERASE_OPTIMISE_NAMES
INSERT INTO person_name_tri(person_name_tri) VALUES ('optimize');

-- name: ERASE_OPTIMISE_TEXTS
INSERT INTO person_text_tri(person_text_tri) VALUES ('optimize');

-- name: ERASE_OPTIMISE_OTHER_NAMES
INSERT INTO name_tri(name_tri) VALUES ('optimize');

-- name: ERASE_OPTIMISE_OTHER_TEXTS
INSERT INTO text_tri(text_tri) VALUES ('optimize');
