-- dated.sql - the dated rows behind what is shown of a school today.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- School, day: who coordinates it then.
-- name: DATED_COORDINATORS
SELECT id FROM coordinator
 WHERE school = ?1 AND archived IS NULL
   AND (from_on IS NULL OR from_on <= ?2) AND (to_on IS NULL OR to_on >= ?2)
 ORDER BY id;

-- School, day, role: who holds it there then.
-- name: DATED_ROLES
SELECT id FROM role
 WHERE organisation_school = ?1 AND archived IS NULL
   AND (from_on IS NULL OR from_on <= ?2) AND (to_on IS NULL OR to_on >= ?2)
   AND role = ?3
 ORDER BY id;

-- School, day: the stage it has then.
-- name: DATED_STAGE
SELECT id FROM membership
 WHERE school = ?1 AND archived IS NULL
   AND (from_on IS NULL OR from_on <= ?2)
 ORDER BY from_on DESC, id DESC
 LIMIT 1;

-- Day: the networks there are then, of few; two are enough to know that it is
-- not one.
-- name: DATED_NETWORKS [slow]
SELECT id FROM network
 WHERE archived IS NULL
   AND (from_on IS NULL OR from_on <= ?1) AND (to_on IS NULL OR to_on >= ?1)
 ORDER BY from_on
 LIMIT 2;
