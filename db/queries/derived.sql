-- derived.sql - values that follow from other records (FF_DERIVED).
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- DERIVED_ENTITY_FIELD is an expression over the entity's row, alias t, and
-- :today, which whoever uses it binds (db_bind_today). Each costs the same
-- however many encounters there are. A new derived field: its row in the .def
-- and its expression here; test_schema says when one is missing.

-- name: DERIVED_SCHOOL_ENCOUNTERS [fragment]
coalesce((SELECT y.delivered FROM school_year y
           WHERE y.school = t.id
             AND y.year = CAST(substr(:today, 1, 4) AS INTEGER) -
                          (substr(:today, 6, 2) < '09')), 0);

-- name: DERIVED_EMPLOYER_ENCOUNTERS [fragment]
coalesce((SELECT y.delivered FROM employer_year y
           WHERE y.employer = t.id
             AND y.year = CAST(substr(:today, 1, 4) AS INTEGER) -
                          (substr(:today, 6, 2) < '09')), 0);

-- name: DERIVED_SCHOOL_LAST [fragment]
(SELECT y.last FROM school_year y
  WHERE y.school = t.id AND y.last IS NOT NULL
  ORDER BY y.year DESC LIMIT 1);

-- name: DERIVED_EMPLOYER_LAST [fragment]
(SELECT y.last FROM employer_year y
  WHERE y.employer = t.id AND y.last IS NOT NULL
  ORDER BY y.year DESC LIMIT 1);

-- name: DERIVED_PARTNER_LAST [fragment]
(SELECT y.last FROM partner_year y
  WHERE y.partner = t.id AND y.last IS NOT NULL
  ORDER BY y.year DESC LIMIT 1);

-- Those of today, in the order in which they were entered.
-- name: DERIVED_CONTACT_ORGANISATION [fragment]
(SELECT group_concat(name, ', ')
   FROM (SELECT coalesce(s.name, e.name, p.name) AS name
           FROM role r
           LEFT JOIN school s ON s.id = r.organisation_school
           LEFT JOIN employer e ON e.id = r.organisation_employer
           LEFT JOIN partner p ON p.id = r.organisation_partner
          WHERE r.contact = t.id
            AND r.archived IS NULL
            AND (r.from_on IS NULL OR r.from_on <= :today)
            AND (r.to_on IS NULL OR r.to_on >= :today)
            AND NOT EXISTS (
                SELECT 1 FROM role q
                 WHERE q.contact = r.contact AND q.id < r.id
                   AND q.organisation_school IS r.organisation_school
                   AND q.organisation_employer IS r.organisation_employer
                   AND q.organisation_partner IS r.organisation_partner
                   AND q.archived IS NULL
                   AND (q.from_on IS NULL OR q.from_on <= :today)
                   AND (q.to_on IS NULL OR q.to_on >= :today))
          ORDER BY r.id));

-- name: DERIVED_CONTACT_ROLE [fragment]
(SELECT group_concat(role, ', ')
   FROM (SELECT r.role FROM role r
          WHERE r.contact = t.id
            AND r.archived IS NULL
            AND (r.from_on IS NULL OR r.from_on <= :today)
            AND (r.to_on IS NULL OR r.to_on >= :today)
          ORDER BY r.id));

-- name: DERIVED_CLUSTER_MEMBERS [fragment]
(SELECT count(*) FROM member m
  WHERE m.cluster = t.id
    AND m.archived IS NULL
    AND (m.from_on IS NULL OR m.from_on <= :today)
    AND (m.to_on IS NULL OR m.to_on >= :today));

-- name: DERIVED_CPD_BOOKED [fragment]
(SELECT count(*) FROM booking b
  WHERE b.cpd = t.id AND b.status IN ('booked', 'attended')
    AND b.archived IS NULL);

-- name: DERIVED_CPD_WAITING [fragment]
(SELECT count(*) FROM booking b
  WHERE b.cpd = t.id AND b.status = 'waiting' AND b.archived IS NULL);

-- name: DERIVED_ENCOUNTER_PUPILS [fragment]
(SELECT sum(CASE WHEN t.status IN ('planned', 'confirmed')
            THEN y.expected ELSE y.attended END)
   FROM encounter_year y
  WHERE y.encounter = t.id AND y.grp <> 'adult');

-- name: DERIVED_ENCOUNTER_MEANINGFUL [fragment]
(SELECT group_concat('BM' || benchmark, ', ')
   FROM (SELECT b.benchmark FROM encounter_benchmark b
          WHERE b.encounter = t.id AND b.benchmark BETWEEN 5 AND 7
            AND meaningful(b.benchmark, t.date,
                (SELECT group_concat(k.tick) FROM encounter_tick k
                  WHERE k.encounter = t.id))
          ORDER BY b.benchmark));

-- name: DERIVED_ENCOUNTER_PROVIDER_KINDS [fragment]
(SELECT group_concat(kind, ', ')
   FROM (SELECT p.kind
           FROM encounter_provider x JOIN partner p ON p.id = x.provider
          WHERE x.encounter = t.id
            AND x.part NOT IN ('invited', 'did not come')
          ORDER BY x.provider));

-- name: DERIVED_ROLL_COHORT [fragment]
cohort(t.year, t.grp);
