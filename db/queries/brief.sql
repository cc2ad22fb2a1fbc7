-- brief.sql - what one should know of a school before a visit.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Each gives id, title, who, word, day, n; db/brief.h says what they are. The
-- sorts are of what one school has.

-- Who was at the visit v.
-- name: BRIEF_WITH [fragment]
(SELECT group_concat(name, ', ')
   FROM (SELECT c.name FROM visit_person p JOIN contact c ON c.id = p.contact
          WHERE p.visit = v.id ORDER BY c.name));

-- School, today: what is planned next.
-- name: BRIEF_NEXT [slow]
SELECT v.id, v.start_time,
       {BRIEF_WITH},
       v.kind, v.date, v.minutes
  FROM visit v
 WHERE v.school = ?1 AND v.date >= ?2 AND v.status = 'planned'
   AND v.archived IS NULL
 ORDER BY v.date, v.start_time, v.id LIMIT 1;

-- School, today: when one was there last, or met; or at the school from which it
-- took over.
-- name: BRIEF_LAST [slow]
SELECT v.id, v.summary,
       {BRIEF_WITH},
       v.kind, v.date, v.minutes
  FROM visit v
 WHERE v.school IN (SELECT ?1 UNION ALL
                    SELECT s.old_school FROM succession s
                     WHERE s.new_school = ?1 AND s.archived IS NULL)
   AND v.date <= ?2 AND v.status = 'done'
   AND v.kind IN ('visit', 'meeting') AND v.archived IS NULL
 ORDER BY v.date DESC, v.id DESC LIMIT 1;

-- School, first day, today, most rows: what somebody at the school promised
-- and has not done, or did in these days. Actions of a plan are with the plan.
-- name: BRIEF_THEIRS [slow]
SELECT k.id, k.title, c.name, k.status,
       CASE k.status WHEN 'done' THEN k.done_on ELSE k.due END, 0
  FROM task k JOIN contact c ON c.id = k.owner_contact
 WHERE k.school = ?1 AND k.plan IS NULL AND k.archived IS NULL
   AND (k.status IN ('open', 'waiting') OR
        (k.status = 'done' AND k.done_on BETWEEN ?2 AND ?3))
 ORDER BY k.status = 'done', k.due IS NULL, k.due, k.id LIMIT ?4;

-- School, first day, today, most rows, the last day of what is near: the same of
-- ours. What waits for somebody is not in it; what a template made, only when
-- it is near.
-- name: BRIEF_OURS [slow]
SELECT k.id, k.title, u.name, k.status,
       CASE k.status WHEN 'done' THEN k.done_on ELSE k.due END, 0
  FROM task k LEFT JOIN user u ON u.id = k.owner_user
 WHERE k.school = ?1 AND k.owner_contact IS NULL AND k.plan IS NULL
   AND k.archived IS NULL
   AND ((k.status = 'open' AND (k.checklist IS NULL OR k.due <= ?5)) OR
        (k.status = 'done' AND k.done_on BETWEEN ?2 AND ?3))
 ORDER BY k.status = 'done', k.due IS NULL, k.due, k.id LIMIT ?4;

-- School, most rows: what of ours waits for somebody.
-- name: BRIEF_WAITING [slow]
SELECT k.id, k.title, k.waiting_for, k.status, k.expected, 0
  FROM task k
 WHERE k.school = ?1 AND k.status = 'waiting' AND k.owner_contact IS NULL
   AND k.archived IS NULL
 ORDER BY k.expected IS NULL, k.expected, k.id LIMIT ?2;

-- School, today, most rows: what is pinned to it.
-- name: BRIEF_NOTES [slow]
SELECT h.id, h.text, u.name, '', h.date, 0
  FROM handover h LEFT JOIN user u ON u.id = h.by_user
 WHERE h.school = ?1 AND h.archived IS NULL
   AND (h.date IS NULL OR h.date <= ?2) AND (h.until IS NULL OR h.until >= ?2)
 ORDER BY h.date DESC, h.id DESC LIMIT ?3;

-- School, first day, today: calls and e-mails by their kind.
-- name: BRIEF_CALLS [slow]
SELECT max(v.id), '', '', v.kind, max(v.date), count(*)
  FROM visit v
 WHERE v.school = ?1 AND v.date BETWEEN ?2 AND ?3 AND v.status = 'done'
   AND v.kind IN ('call', 'e-mail') AND v.archived IS NULL
 GROUP BY v.kind
 ORDER BY v.kind;

-- School, most rows: the reason stands as who.
-- name: BRIEF_CASES [slow]
SELECT c.id, c.title, c.reason, c.status, c.due, 0
  FROM case_file c
 WHERE c.school = ?1 AND c.status <> 'closed' AND c.archived IS NULL
 ORDER BY c.due IS NULL, c.due, c.id LIMIT ?2;

-- School, academic year.
-- name: BRIEF_PLAN
SELECT p.id, '', '', p.status, NULL, 0
  FROM plan p
 WHERE p.school = ?1 AND p.year = ?2 AND p.archived IS NULL
 ORDER BY p.id DESC LIMIT 1;

-- Plan, last day, most rows: actions that are open and due by then.
-- name: BRIEF_ACTIONS [slow]
SELECT k.id, k.title, coalesce(c.name, u.name), k.status, k.due, k.number
  FROM task k LEFT JOIN contact c ON c.id = k.owner_contact
  LEFT JOIN user u ON u.id = k.owner_user
 WHERE k.plan = ?1 AND k.status IN ('open', 'waiting') AND k.due <= ?2
   AND k.archived IS NULL
 ORDER BY k.due, k.number, k.id LIMIT ?3;

-- School, fact: when it was checked last, and what was found.
-- name: BRIEF_FACT [slow]
SELECT f.id, f.value, f.source, '', f.checked, 0
  FROM fact f
 WHERE f.school = ?1 AND f.fact = ?2 AND f.archived IS NULL
 ORDER BY f.checked DESC, f.id DESC LIMIT 1;

-- School, today, most rows: sessions to come at which nobody of the school is
-- booked, and which benchmarks they are about (as who); how many places are
-- left.
-- name: BRIEF_CPD
SELECT d.id, d.title,
       (SELECT group_concat(b.benchmark, ' ') FROM cpd_benchmark b
         WHERE b.cpd = d.id),
       '', d.date,
       d.capacity - (SELECT count(*) FROM booking b
                      WHERE b.cpd = d.id AND b.status IN ('booked', 'attended')
                        AND b.archived IS NULL)
  FROM cpd d
 WHERE d.date >= ?2 AND d.archived IS NULL AND d.outside <> 'yes'
   AND NOT EXISTS (
       SELECT 1 FROM role r JOIN booking b ON b.contact = r.contact
        WHERE r.organisation_school = ?1 AND b.cpd = d.id
          AND r.archived IS NULL AND b.archived IS NULL
          AND (r.from_on IS NULL OR r.from_on <= d.date)
          AND (r.to_on IS NULL OR r.to_on >= d.date)
          AND b.status IN ('booked', 'waiting', 'attended'))
 ORDER BY d.date, d.id LIMIT ?3;

-- School, today, most rows: what is planned in its clusters without it. What is
-- for one other school alone cannot be joined.
-- name: BRIEF_CLUSTERS [slow]
SELECT e.id, coalesce(nullif(e.title, ''), label(e.type, 'encounter', 'type')),
       c.name, e.status, e.date, 0
  FROM member m JOIN cluster c ON c.id = m.cluster
  JOIN encounter e ON e.cluster = m.cluster AND e.date >= ?2
 WHERE m.organisation_school = ?1 AND m.archived IS NULL
   AND (m.from_on IS NULL OR m.from_on <= e.date)
   AND (m.to_on IS NULL OR m.to_on >= e.date)
   AND e.status IN ('planned', 'confirmed') AND e.archived IS NULL
   AND (e.organiser IN ('cluster', 'network', 'borough') OR
        (SELECT count(*) FROM encounter_school s WHERE s.encounter = e.id) > 1)
   AND NOT EXISTS (SELECT 1 FROM encounter_school s
                    WHERE s.encounter = e.id AND s.school = ?1)
 ORDER BY e.date, e.id LIMIT ?3;

-- School, most rows: what there is for SEND that a special school was not sent.
-- Special is the code of its type (domain.md 2); the words, where there is none.
-- name: BRIEF_SEND [slow]
SELECT x.id, x.title, '', '', x.checked, 0
  FROM school s JOIN resource_audience a ON a.audience = 'send'
  JOIN resource x ON x.id = a.resource
 WHERE s.id = ?1 AND x.archived IS NULL
   AND (s.type_code IN (7, 8, 12, 32, 33, 36, 44)
        OR (s.type_code IS NULL AND s.type LIKE '%special%'))
   AND NOT EXISTS (SELECT 1 FROM recipient r
                     JOIN notice_resource n ON n.notice = r.notice
                    WHERE r.organisation_school = ?1 AND r.sent IS NOT NULL
                      AND r.archived IS NULL AND n.resource = x.id)
 ORDER BY x.title, x.id LIMIT ?2;
