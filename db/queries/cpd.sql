-- cpd.sql - what people attended, and what their schools covered by it.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Of contact t: day and hours, those of the session unless others are given.
-- name: CPD_ATTENDED [fragment]
(SELECT group_concat(d.date || ' ' || coalesce(b.hours, d.minutes / 60.0), ',')
   FROM booking b JOIN cpd d ON d.id = b.cpd
  WHERE b.contact = t.id AND b.status = 'attended' AND b.archived IS NULL
    AND d.archived IS NULL);

-- name: DERIVED_CONTACT_HOURS [fragment]
cpd_year(:today, t.register_on, {CPD_ATTENDED});

-- name: DERIVED_CONTACT_CPD_LEFT [fragment]
cpd_left(:today, t.register_on, {CPD_ATTENDED});

-- name: DERIVED_CONTACT_CPD_BY [fragment]
cpd_by(:today, t.register_on, {CPD_ATTENDED});

-- Sessions and their benchmarks that people of school ?1 attended from ?2 to
-- ?3, while they worked there; one row each time.
-- name: CPD_COVER
SELECT x.benchmark, d.id
  FROM role r
  JOIN booking b ON b.contact = r.contact
  JOIN cpd d ON d.id = b.cpd
  JOIN cpd_benchmark x ON x.cpd = d.id
 WHERE r.organisation_school = ?1 AND r.archived IS NULL
   AND b.status = 'attended' AND b.archived IS NULL AND d.archived IS NULL
   AND d.date BETWEEN ?2 AND ?3
   AND (r.from_on IS NULL OR r.from_on <= d.date)
   AND (r.to_on IS NULL OR r.to_on >= d.date);

-- Who works at school ?1 on ?2.
-- name: CPD_PEOPLE
SELECT contact FROM role
 WHERE organisation_school = ?1 AND archived IS NULL AND contact IS NOT NULL
   AND (from_on IS NULL OR from_on <= ?2) AND (to_on IS NULL OR to_on >= ?2)
 ORDER BY id;
