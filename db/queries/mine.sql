-- mine.sql - the schools a user coordinates.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Name, day. A school may come twice.
-- name: MINE_SCHOOLS
SELECT c.school
  FROM user u JOIN coordinator c ON c.user_id = u.id
 WHERE u.name = ?1 AND c.school IS NOT NULL AND c.archived IS NULL
   AND (c.from_on IS NULL OR c.from_on <= ?2)
   AND (c.to_on IS NULL OR c.to_on >= ?2);

-- Name, day, school: is it one of them?
-- name: MINE_SCHOOL
SELECT 1
  FROM user u JOIN coordinator c ON c.user_id = u.id
 WHERE u.name = ?1 AND c.school = ?3 AND c.archived IS NULL
   AND (c.from_on IS NULL OR c.from_on <= ?2)
   AND (c.to_on IS NULL OR c.to_on >= ?2);
