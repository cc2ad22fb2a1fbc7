-- plan.sql - the actions of a careers plan, and what shows them.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Plan. The sort is of its actions.
-- name: PLAN_ACTIONS [slow]
SELECT k.id, k.number, k.title,
       (SELECT group_concat(benchmark, ', ')
          FROM (SELECT b.benchmark FROM task_benchmark b
                 WHERE b.task = k.id ORDER BY b.benchmark)),
       k.item, coalesce(c.name, nullif(u.full_name, ''), u.name), k.due,
       k.status, k.done_on, k.waiting_for
  FROM task k LEFT JOIN contact c ON c.id = k.owner_contact
  LEFT JOIN user u ON u.id = k.owner_user
 WHERE k.plan = ?1 AND k.archived IS NULL
 ORDER BY k.number IS NULL, k.number, k.id;

-- Plan: encounters by which its actions are done or are to be, newest first;
-- what was cancelled shows nothing.
-- name: PLAN_ENCOUNTERS [slow]
SELECT x.task, e.id, e.date, e.status,
       coalesce(nullif(e.title, ''), label(e.type, 'encounter', 'type'))
  FROM task k JOIN task_encounter x ON x.task = k.id
  JOIN encounter e ON e.id = x.encounter
 WHERE k.plan = ?1 AND k.archived IS NULL AND e.archived IS NULL
   AND e.status <> 'cancelled'
 ORDER BY e.date DESC, e.id DESC;
