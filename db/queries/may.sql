-- may.sql - who may be asked for a right, and whose a school is.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Day, user: the first admins but that user. There are few users.
-- name: MAY_ADMINS [slow]
SELECT coalesce(group_concat(name, ', '), '')
  FROM (SELECT name FROM user
         WHERE role = 'admin' AND archived IS NULL AND id <> ?2
           AND (disabled IS NULL OR disabled > ?1)
         ORDER BY name
         LIMIT 3);

-- School, day.
-- name: MAY_COORDINATORS
SELECT coalesce(group_concat(name, ', '), '')
  FROM (SELECT u.name AS name
          FROM coordinator c JOIN user u ON u.id = c.user_id
         WHERE c.school = ?1 AND c.archived IS NULL
           AND (c.from_on IS NULL OR c.from_on <= ?2)
           AND (c.to_on IS NULL OR c.to_on >= ?2)
         ORDER BY c.id);
