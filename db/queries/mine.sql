-- mine.sql - the schools a user coordinates, and those of whoever is covered.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Name, day: the user, and those for whom the user does the work that day.
-- name: MINE_WHO [fragment]
(SELECT u.id FROM user u WHERE u.name = ?1
 UNION ALL
 SELECT v.user_id FROM user u JOIN cover v ON v.by_user = u.id
  WHERE u.name = ?1 AND v.archived IS NULL
    AND v.from_on <= ?2 AND v.to_on >= ?2);

-- Name, day. A user may come twice.
-- name: MINE_USERS
SELECT id FROM user WHERE id IN {MINE_WHO};

-- Name, day. A school may come twice.
-- name: MINE_SCHOOLS
SELECT c.school
  FROM coordinator c
 WHERE c.user_id IN {MINE_WHO} AND c.school IS NOT NULL
   AND c.archived IS NULL
   AND (c.from_on IS NULL OR c.from_on <= ?2)
   AND (c.to_on IS NULL OR c.to_on >= ?2);

-- Name, day, school: is it one of them?
-- name: MINE_SCHOOL
SELECT 1
  FROM coordinator c
 WHERE c.user_id IN {MINE_WHO} AND c.school = ?3
   AND c.archived IS NULL
   AND (c.from_on IS NULL OR c.from_on <= ?2)
   AND (c.to_on IS NULL OR c.to_on >= ?2);

-- Name, day: is there any, or has the user ever covered for somebody? Whoever
-- has is one of several, to whom what is of others is shown for those days only.
-- name: MINE_ANY
SELECT count(*) FROM (
    SELECT 1 FROM coordinator c
     WHERE c.user_id IN {MINE_WHO} AND c.school IS NOT NULL
       AND c.archived IS NULL
       AND (c.from_on IS NULL OR c.from_on <= ?2)
       AND (c.to_on IS NULL OR c.to_on >= ?2)
    UNION ALL
    SELECT 1 FROM user u JOIN cover v ON v.by_user = u.id
     WHERE u.name = ?1 AND v.archived IS NULL
     LIMIT 1);
