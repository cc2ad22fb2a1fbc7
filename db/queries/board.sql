-- board.sql - what the board shows of a school besides its fields.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The stage that holds, and the newest official result: school, day.
-- name: BOARD_SCHOOL
SELECT (SELECT m.id FROM membership m
         WHERE m.school = s.id AND m.archived IS NULL
           AND (m.from_on IS NULL OR m.from_on <= ?2)
         ORDER BY m.from_on DESC, m.id DESC LIMIT 1),
       a.id, a.date, a.framework,
       a.bm1, a.bm2, a.bm3, a.bm4, a.bm5, a.bm6, a.bm7, a.bm8
  FROM school s
  LEFT JOIN assessment a ON a.id =
       (SELECT b.id FROM assessment b
         WHERE b.school = s.id AND b.source = 'compass'
           AND b.archived IS NULL AND b.date <= ?2
         ORDER BY b.date DESC, b.id DESC LIMIT 1)
 WHERE s.id = ?1;
