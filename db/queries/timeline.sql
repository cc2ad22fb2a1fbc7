-- timeline.sql - everything that happened with one school, by its day.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Each gives the newest of its kind; app/timeline.c puts them in order.

-- School, most rows.
-- name: TIMELINE_ENCOUNTERS
SELECT s.encounter, s.date, e.status FROM encounter_school s
  JOIN encounter e ON e.id = s.encounter
 WHERE s.school = ?1 AND e.archived IS NULL
 ORDER BY s.date DESC, s.encounter DESC LIMIT ?2;

-- Sessions that people of the school booked while they were there: the sort
-- is of one school's bookings.
-- name: TIMELINE_CPD [slow]
SELECT b.id, d.date, b.status, c.name, d.title
  FROM role r
  JOIN booking b ON b.contact = r.contact
  JOIN cpd d ON d.id = b.cpd
  JOIN contact c ON c.id = b.contact
 WHERE r.organisation_school = ?1 AND r.archived IS NULL
   AND b.archived IS NULL AND d.archived IS NULL
   AND (r.from_on IS NULL OR r.from_on <= d.date)
   AND (r.to_on IS NULL OR r.to_on >= d.date)
 GROUP BY b.id
 ORDER BY d.date DESC, b.id DESC
 LIMIT ?2;

-- The sort is of one school's people, and of its memberships.
-- name: TIMELINE_ROLES [slow]
SELECT r.id, r.from_on, r.to_on, r.role, c.name
  FROM role r JOIN contact c ON c.id = r.contact
 WHERE r.organisation_school = ?1 AND r.archived IS NULL
 ORDER BY max(coalesce(r.from_on, ''), coalesce(r.to_on, '')) DESC, r.id DESC
 LIMIT ?2;

-- name: TIMELINE_CLUSTERS [slow]
SELECT m.id, m.from_on, m.to_on, c.name
  FROM member m JOIN cluster c ON c.id = m.cluster
 WHERE m.organisation_school = ?1 AND m.archived IS NULL
 ORDER BY max(coalesce(m.from_on, ''), coalesce(m.to_on, '')) DESC, m.id DESC
 LIMIT ?2;
