-- overview_week.sql - what a school's first tab shows of the working week.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Each gives id, word, day, who, title, n, by school, today, most rows;
-- db/overview_week.h says what they are. The sorts are of one school's.

-- name: OVERVIEW_VISIT
SELECT v.id, v.kind, v.date, v.start_time, v.summary, 0
  FROM visit v
 WHERE v.school = ?1 AND v.date <= ?2 AND v.status = 'done'
   AND v.kind IN ('visit', 'meeting') AND v.archived IS NULL
 ORDER BY v.date DESC, v.id DESC LIMIT ?3;

-- name: OVERVIEW_NEXT_VISIT [slow]
SELECT v.id, v.kind, v.date, v.start_time, v.summary, 0
  FROM visit v
 WHERE v.school = ?1 AND v.date >= ?2 AND v.status = 'planned'
   AND v.archived IS NULL
 ORDER BY v.date, v.start_time, v.id LIMIT ?3;

-- What is neither an action of the plan nor of a checklist: theirs first. How
-- many there are stands in each row.
-- name: OVERVIEW_PROMISED [slow]
SELECT k.id, CASE WHEN k.owner_contact IS NULL THEN 'user' ELSE 'contact' END,
       k.due, coalesce(c.name, u.name, ''), k.title, count(*) OVER ()
  FROM task k LEFT JOIN contact c ON c.id = k.owner_contact
  LEFT JOIN user u ON u.id = k.owner_user
 WHERE k.school = ?1 AND k.status IN ('open', 'waiting') AND k.plan IS NULL
   AND k.checklist IS NULL AND k.archived IS NULL AND ?2 <> ''
 ORDER BY k.owner_contact IS NULL, k.due IS NULL, k.due, k.id LIMIT ?3;

-- name: OVERVIEW_CASES [slow]
SELECT c.id, c.status, c.due, '', c.title, count(*) OVER ()
  FROM case_file c
 WHERE c.school = ?1 AND c.status <> 'closed' AND c.archived IS NULL
   AND ?2 <> ''
 ORDER BY c.due IS NULL, c.due, c.id LIMIT ?3;

-- name: OVERVIEW_PINNED [slow]
SELECT h.id, '', h.date, coalesce(u.name, ''), h.text, 0
  FROM handover h LEFT JOIN user u ON u.id = h.by_user
 WHERE h.school = ?1 AND h.archived IS NULL
   AND (h.date IS NULL OR h.date <= ?2) AND (h.until IS NULL OR h.until >= ?2)
 ORDER BY h.date DESC, h.id DESC LIMIT ?3;
