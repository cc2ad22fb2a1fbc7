-- timeline.sql - everything that happened with one school, by its day.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Each gives the newest of its kind until a day: school, most rows, that day.
-- Out come id, day, last day where the end is an event too (also a later one),
-- then what db/overview.h calls word, name, title and n. app/timeline.c puts
-- them in order.

-- name: TIMELINE_ENCOUNTERS
SELECT s.encounter, s.date, NULL, e.status, '', '', 1 FROM encounter_school s
  JOIN encounter e ON e.id = s.encounter
 WHERE s.school = ?1 AND s.date <= ?3 AND e.archived IS NULL
 ORDER BY s.date DESC, s.encounter DESC LIMIT ?2;

-- Sessions that people of the school booked while they were there: the sort
-- is of one school's bookings.
-- name: TIMELINE_CPD [slow]
SELECT b.id, d.date, NULL, b.status, c.name, d.title, 1
  FROM role r
  JOIN booking b ON b.contact = r.contact
  JOIN cpd d ON d.id = b.cpd
  JOIN contact c ON c.id = b.contact
 WHERE r.organisation_school = ?1 AND r.archived IS NULL
   AND b.archived IS NULL AND d.archived IS NULL AND d.date <= ?3
   AND (r.from_on IS NULL OR r.from_on <= d.date)
   AND (r.to_on IS NULL OR r.to_on >= d.date)
 GROUP BY b.id
 ORDER BY d.date DESC, b.id DESC
 LIMIT ?2;

-- The sort is of one school's people, memberships, coordinators.
-- name: TIMELINE_ROLES [slow]
SELECT r.id, r.from_on, r.to_on, r.role, c.name, '', 1
  FROM role r JOIN contact c ON c.id = r.contact
 WHERE r.organisation_school = ?1 AND r.archived IS NULL
   AND (r.from_on IS NULL OR r.from_on <= ?3)
 ORDER BY max(coalesce(r.from_on, ''), coalesce(r.to_on, '')) DESC, r.id DESC
 LIMIT ?2;

-- name: TIMELINE_CLUSTERS [slow]
SELECT m.id, m.from_on, m.to_on, '', '', c.name, 1
  FROM member m JOIN cluster c ON c.id = m.cluster
 WHERE m.organisation_school = ?1 AND m.archived IS NULL
   AND (m.from_on IS NULL OR m.from_on <= ?3)
 ORDER BY max(coalesce(m.from_on, ''), coalesce(m.to_on, '')) DESC, m.id DESC
 LIMIT ?2;

-- name: TIMELINE_COORDINATORS [slow]
SELECT c.id, c.from_on, c.to_on, '', coalesce(nullif(u.full_name, ''), u.name),
       '', 1
  FROM coordinator c JOIN user u ON u.id = c.user_id
 WHERE c.school = ?1 AND c.archived IS NULL
   AND (c.from_on IS NULL OR c.from_on <= ?3)
 ORDER BY max(coalesce(c.from_on, ''), coalesce(c.to_on, '')) DESC, c.id DESC
 LIMIT ?2;

-- name: TIMELINE_STAGES
SELECT m.id, m.from_on, NULL, m.stage, n.name, m.reason, 1
  FROM membership m LEFT JOIN network n ON n.id = m.network
 WHERE m.school = ?1 AND m.archived IS NULL
   AND (m.from_on IS NULL OR m.from_on <= ?3)
 ORDER BY m.from_on DESC, m.id DESC LIMIT ?2;

-- The sort is of one school's results; so is that of its facts, one row a day.
-- name: TIMELINE_RESULTS [slow]
SELECT a.id, a.date, NULL, a.source, '', a.framework,
       achieved(a.bm1, a.bm2, a.bm3, a.bm4, a.bm5, a.bm6, a.bm7, a.bm8)
  FROM assessment a
 WHERE a.school = ?1 AND a.date <= ?3 AND a.archived IS NULL
 ORDER BY a.date DESC, a.id DESC LIMIT ?2;

-- name: TIMELINE_FACTS [slow]
SELECT max(id), checked, NULL, value, '', group_concat(fact, ', '), count(*)
  FROM (SELECT f.id, f.checked, f.value, f.fact FROM fact f
         WHERE f.school = ?1 AND f.archived IS NULL
           AND (f.checked IS NULL OR f.checked <= ?3)
         ORDER BY f.checked DESC, f.id)
 GROUP BY checked
 ORDER BY checked DESC LIMIT ?2;
