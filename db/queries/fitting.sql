-- fitting.sql - what schools want, what they are offered, who was asked; for
-- app/fitting.c.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- An offer, its organisation, whom to ask; taken how often and for how many
-- pupils.
-- name: FITTING_OFFER_ROW [fragment]
SELECT o.id, o.organisation_employer, o.organisation_partner,
       coalesce(e.name, p.name), o.title, e.sector,
       (SELECT group_concat(g.grp, ' ') FROM offer_group g
         WHERE g.offer = o.id),
       o.places,
       (SELECT count(*) FROM approach a
         WHERE a.offer = o.id AND a.status IN ('agreed', 'became encounter')
           AND a.archived IS NULL),
       (SELECT sum(coalesce(r.pupils, 1))
          FROM approach a LEFT JOIN request r ON r.id = a.request
         WHERE a.offer = o.id AND a.status IN ('agreed', 'became encounter')
           AND a.archived IS NULL),
       coalesce((SELECT group_concat(b.borough, char(10)) FROM offer_borough b
                  WHERE b.offer = o.id),
                (SELECT group_concat(b.borough, char(10))
                   FROM employer_borough b WHERE b.employer = e.id),
                (SELECT group_concat(b.borough, char(10))
                   FROM partner_borough b WHERE b.partner = p.id)),
       o.term, o.from_on, o.to_on, o.date, o.status,
       c.name, c.contact_ok, c.not_before, e.not_before, o.kind
  FROM offer o
  LEFT JOIN employer e ON e.id = o.organisation_employer
  LEFT JOIN partner p ON p.id = o.organisation_partner
  LEFT JOIN contact c ON c.id = o.contact;

-- All of a kind.
-- name: FITTING_OFFERS [slow]
{FITTING_OFFER_ROW}
 WHERE o.kind = ?1 AND o.archived IS NULL
   AND coalesce(e.archived, p.archived) IS NULL
 ORDER BY o.id;

-- name: FITTING_OFFER
{FITTING_OFFER_ROW}
 WHERE o.id = ?1
 ORDER BY o.id;

-- Employers that name a kind among what they offer, and work in an authority or
-- have not said where, and have made no offer of it: kind, authority, most.
-- name: FITTING_LISTED [slow]
SELECT e.id, e.name, e.sector,
       (SELECT group_concat(b.borough, char(10)) FROM employer_borough b
         WHERE b.employer = e.id),
       e.not_before
  FROM employer_offer x JOIN employer e ON e.id = x.employer
 WHERE x.offer = ?1 AND e.archived IS NULL
   AND NOT EXISTS (SELECT 1 FROM offer o
                    WHERE o.organisation_employer = e.id AND o.kind = ?1
                      AND o.archived IS NULL)
   AND (NOT EXISTS (SELECT 1 FROM employer_borough b WHERE b.employer = e.id)
        OR EXISTS (SELECT 1 FROM employer_borough b
                    WHERE b.employer = e.id AND b.borough = ?2))
 ORDER BY e.name, e.id LIMIT ?3;

-- Who came to encounters of a type at schools of an authority since a day, with
-- the newest of them: authority, type, first day, today, most.
-- name: FITTING_DID [slow]
SELECT e.id, NULL, e.name, e.sector,
       (SELECT group_concat(b.borough, char(10)) FROM employer_borough b
         WHERE b.employer = e.id),
       e.not_before, count(DISTINCT n.id), max(s.date) AS last, h.name
  FROM school h
  JOIN encounter_school s ON s.school = h.id AND s.date BETWEEN ?3 AND ?4
  JOIN encounter n ON n.id = s.encounter
  JOIN encounter_employer x ON x.encounter = n.id
  JOIN employer e ON e.id = x.employer
 WHERE h.la = ?1 AND n.type = ?2 AND n.status = 'delivered'
   AND n.archived IS NULL AND e.archived IS NULL
   AND x.part NOT IN ('invited', 'did not come')
 GROUP BY e.id
 ORDER BY last DESC, e.id LIMIT ?5;

-- The same of providers.
-- name: FITTING_DID_PROVIDER [slow]
SELECT NULL, e.id, e.name, NULL,
       (SELECT group_concat(b.borough, char(10)) FROM partner_borough b
         WHERE b.partner = e.id),
       NULL, count(DISTINCT n.id), max(s.date) AS last, h.name
  FROM school h
  JOIN encounter_school s ON s.school = h.id AND s.date BETWEEN ?3 AND ?4
  JOIN encounter n ON n.id = s.encounter
  JOIN encounter_provider x ON x.encounter = n.id
  JOIN partner e ON e.id = x.provider
 WHERE h.la = ?1 AND n.type = ?2 AND n.status = 'delivered'
   AND n.archived IS NULL AND e.archived IS NULL
   AND x.part NOT IN ('invited', 'did not come')
 GROUP BY e.id
 ORDER BY last DESC, e.id LIMIT ?5;

-- Who was asked since a day, or ever for this request, the oldest first: first
-- day, request.
-- name: FITTING_ASKED [slow]
SELECT a.organisation_employer, a.organisation_partner, a.request, a.status,
       a.date, coalesce(nullif(u.full_name, ''), u.name), a.reason
  FROM approach a LEFT JOIN user u ON u.id = a.owner
 WHERE a.id IN (SELECT id FROM approach WHERE date >= ?1
                UNION SELECT id FROM approach WHERE request = ?2)
   AND a.archived IS NULL
 ORDER BY a.date, a.id;

-- The same of one organisation, whatever was asked for; ?1 or ?2 is NULL.
-- name: FITTING_ASKED_ONE [slow]
SELECT a.organisation_employer, a.organisation_partner, a.request, a.status,
       a.date, coalesce(nullif(u.full_name, ''), u.name), a.reason
  FROM approach a LEFT JOIN user u ON u.id = a.owner
 WHERE a.archived IS NULL
   AND (a.organisation_employer = ?1 OR a.organisation_partner = ?2)
 ORDER BY a.date, a.id;

-- name: FITTING_REQUEST_ROW [fragment]
SELECT r.id, r.title, r.kind, r.sector,
       (SELECT group_concat(g.grp, ' ') FROM request_group g
         WHERE g.request = r.id),
       r.pupils, r.by_on, s.name, s.la, r.status
  FROM request r JOIN school s ON s.id = r.school;

-- What is wanted of a kind and not agreed yet.
-- name: FITTING_REQUESTS [slow]
{FITTING_REQUEST_ROW}
 WHERE r.kind = ?1 AND r.status IN ('open', 'asked') AND r.archived IS NULL
 ORDER BY r.by_on IS NULL, r.by_on, r.id;

-- The same of a school, whatever the kind.
-- name: FITTING_SCHOOL [slow]
{FITTING_REQUEST_ROW}
 WHERE r.school = ?1 AND r.status IN ('open', 'asked') AND r.archived IS NULL
 ORDER BY r.by_on IS NULL, r.by_on, r.id;

-- --- what becomes of a request ------------------------------------------------

-- The approaches of a request by status, and how far their encounters are.
-- name: REQUEST_ASKED
SELECT a.status, n.status, n.id
  FROM approach a LEFT JOIN encounter n ON n.id = a.encounter
   AND n.archived IS NULL
 WHERE a.request = ?1 AND a.archived IS NULL
 ORDER BY a.id;

-- Requests that have to do with an encounter.
-- name: REQUESTS_OF_ENCOUNTER
SELECT a.request FROM approach a
 WHERE a.encounter = ?1 AND a.request IS NOT NULL AND a.archived IS NULL
 ORDER BY a.id;

-- --- the first screen ---------------------------------------------------------

-- name: AGENDA_REQUEST
SELECT r.by_on, coalesce(nullif(r.title, ''), label(r.kind, 'request', 'kind')),
       s.name, u.name
  FROM request r
  LEFT JOIN school s ON s.id = r.school
  LEFT JOIN user u ON u.id = r.owner
 WHERE r.id = ?1
 ORDER BY r.id;

-- name: AGENDA_APPROACH
SELECT a.date,
       (SELECT coalesce(nullif(r.title, ''), label(r.kind, 'request', 'kind'))
               || coalesce(', ' || s.name, '')
          FROM request r LEFT JOIN school s ON s.id = r.school
         WHERE r.id = a.request),
       coalesce(e.name, p.name), u.name
  FROM approach a
  LEFT JOIN employer e ON e.id = a.organisation_employer
  LEFT JOIN partner p ON p.id = a.organisation_partner
  LEFT JOIN user u ON u.id = a.owner
 WHERE a.id = ?1
 ORDER BY a.id;
