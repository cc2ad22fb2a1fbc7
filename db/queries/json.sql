-- json.sql - the journal's JSON: reading it is SQLite's work.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: JSON_VALID
SELECT CASE WHEN json_valid(?1) THEN json_type(?1) = 'object' ELSE 0 END;

-- name: JSON_FIELDS
SELECT key, value FROM json_each(?1);

-- each cell of each member, member after member
-- name: JSON_MEMBERS
SELECT m.key, c.key, c.value
  FROM json_each(?1) m
  JOIN json_each(CASE m.type WHEN 'object' THEN m.value ELSE '{}' END) c;
