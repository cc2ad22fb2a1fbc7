-- steps.sql - the journal: add and read, nothing else.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: STEP_NEXT
SELECT coalesce(max(seq), 0) + 1 FROM step;

-- name: STEP_NEWEST
SELECT max(seq) FROM step;

-- name: STEP_LAST_ID
SELECT max(id) FROM step;

-- name: STEP_ADD
INSERT INTO step(seq, id, at, user, node, label, undoes, base_seq)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: CHANGE_ADD
INSERT INTO change(step, entity, row, field, member, old, new)
VALUES (?1, ?2, ?3, ?4, ?5, pack(?6), pack(?7));

-- name: STEP_GET
SELECT seq, id, undoes, base_seq, at, user, node, label
  FROM step WHERE seq = ?1;

-- name: STEP_BY_ID
SELECT seq, id, undoes, base_seq, at, user, node, label
  FROM step WHERE id = ?1;

-- name: STEPS_BEFORE
SELECT seq, id, undoes, base_seq, at, user, node, label
  FROM step WHERE seq < ?1 ORDER BY seq DESC LIMIT 64;

-- a step once for each change of the record, newest first
-- name: STEPS_OF_ROW
SELECT s.seq, s.id, s.undoes, s.base_seq, s.at, s.user, s.node, s.label
  FROM change c
  JOIN step s ON s.seq = c.step
 WHERE c.row = ?1 AND c.entity = ?2 AND c.step < ?3
 ORDER BY c.seq DESC LIMIT 64;

-- name: CHANGES_AFTER
SELECT seq, row, entity, field, member, unpack(old), unpack(new)
  FROM change WHERE step = ?1 AND seq > ?2 ORDER BY seq LIMIT 64;

-- name: CHANGES_BEFORE
SELECT seq, row, entity, field, member, unpack(old), unpack(new)
  FROM change WHERE step = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT 64;

-- name: ROWS_OF_STEP
SELECT seq, row, entity
  FROM change WHERE step = ?1 AND seq > ?2 ORDER BY seq LIMIT 64;

-- name: CHANGES_OF_ROW
SELECT seq, row, entity, field, member, unpack(old), unpack(new)
  FROM change WHERE row = ?1 AND entity = ?2 AND seq > ?3
 ORDER BY seq LIMIT 64;

-- name: CHANGES_OF_ROW_IN
SELECT seq, row, entity, field, member, unpack(old), unpack(new)
  FROM change WHERE row = ?1 AND entity = ?2 AND seq > ?3 AND step = ?4
 ORDER BY seq LIMIT 64;

-- name: CHANGES_OF_ALL
SELECT seq, row, entity, field, member, unpack(old), unpack(new)
  FROM change WHERE seq > ?1 ORDER BY seq LIMIT 64;

-- undone: some step undoes it and is not itself undone (nor was that again)
-- name: STEP_LAST_OF
SELECT s.seq FROM step s
 WHERE s.user = ?1 AND s.seq > ?2 AND s.undoes IS NULL
   AND NOT EXISTS (
       SELECT 1 FROM step u WHERE u.undoes = s.id
          AND NOT EXISTS (
              SELECT 1 FROM step r WHERE r.undoes = u.id
                 AND NOT EXISTS (
                     SELECT 1 FROM step v WHERE v.undoes = r.id)))
 ORDER BY s.seq DESC LIMIT 1;

-- name: STEP_UNDONE_BY
SELECT u.seq FROM step u
 WHERE u.undoes = ?1
   AND NOT EXISTS (
       SELECT 1 FROM step r WHERE r.undoes = u.id
          AND NOT EXISTS (
              SELECT 1 FROM step v WHERE v.undoes = r.id))
 ORDER BY u.seq DESC LIMIT 1;

-- a change of the whole record touches each of its fields
-- name: CHANGE_OF_FIELD
SELECT step FROM change
 WHERE row = ?1 AND entity = ?2 AND step > ?3
   AND (field = '' OR (field = ?4 AND member = ?5))
 ORDER BY seq DESC LIMIT 1;

-- name: CHANGE_OF_ROW
SELECT step FROM change
 WHERE row = ?1 AND entity = ?2 AND step > ?3
 ORDER BY seq DESC LIMIT 1;

-- name: GONE_ADD
INSERT INTO gone(entity, key, row) VALUES (?1, ?2, ?3)
    ON CONFLICT DO NOTHING;

-- name: GONE_BY_KEY
SELECT row FROM gone WHERE entity = ?1 AND key = ?2 ORDER BY row DESC LIMIT 1;
