-- claim.sql - what a claim of a cluster counts, and what may be counted.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who pays: as the claim c says, else its grant, else its cluster.
-- name: CLAIM_FUNDER [fragment]
coalesce(nullif(c.funder, ''),
         nullif((SELECT f.funder FROM funding f WHERE f.id = c.funding), ''),
         (SELECT k.funder FROM cluster k WHERE k.id = c.cluster), '');

-- All that says who pays: so, by which grant, the grant's funder now, as it was
-- when the claim was submitted.
-- name: CLAIM_PAYER [fragment]
{CLAIM_FUNDER}, c.funding,
(SELECT f.funder FROM funding f WHERE f.id = c.funding),
CASE WHEN json_valid(c.frozen) THEN json_extract(c.frozen, '$.funder') END;

-- name: CLAIM_PAYER_OF
SELECT {CLAIM_PAYER} FROM claim c WHERE c.id = ?1;

-- Its lines as they were entered, with what they are about.
-- name: CLAIM_LINES
SELECT l.id, l.deliverable,
       CASE WHEN l.about_encounter IS NOT NULL THEN 'encounter'
            WHEN l.about_placement IS NOT NULL THEN 'placement'
            WHEN l.about_pilot IS NOT NULL THEN 'pilot'
            WHEN l.about_school IS NOT NULL THEN 'school'
            WHEN l.about_employer IS NOT NULL THEN 'employer'
            WHEN l.about_cpd IS NOT NULL THEN 'cpd'
            WHEN l.about_plan IS NOT NULL THEN 'plan' ELSE '' END,
       coalesce(l.about_encounter, l.about_placement, l.about_pilot,
                l.about_school, l.about_employer, l.about_cpd, l.about_plan),
       l.quantity, l.amount, l.month, l.evidence,
       coalesce(e.date, p.from_on, i.from_on, d.date),
       coalesce(e.end_on, e.date, p.to_on, i.to_on, d.date),
       CASE WHEN coalesce(e.archived, p.archived, i.archived, d.archived)
                 IS NOT NULL
            THEN 'archived' ELSE coalesce(e.status, p.status, i.status) END,
       CASE WHEN l.about_placement IS NOT NULL THEN p.filled ELSE
       (SELECT sum(y.attended) FROM encounter_year y
         WHERE y.encounter = e.id AND y.grp <> 'adult') END,
       (SELECT sum(y.disadvantaged) FROM encounter_year y
         WHERE y.encounter = e.id AND y.grp <> 'adult'),
       (SELECT sum(y.send) FROM encounter_year y
         WHERE y.encounter = e.id AND y.grp <> 'adult')
  FROM line l
  LEFT JOIN encounter e ON e.id = l.about_encounter
  LEFT JOIN placement p ON p.id = l.about_placement
  LEFT JOIN pilot i ON i.id = l.about_pilot
  LEFT JOIN cpd d ON d.id = l.about_cpd
 WHERE l.claim = ?1 AND l.archived IS NULL
 ORDER BY l.id;

-- Who took part: line, is it an employer, who.
-- name: CLAIM_PARTIES
SELECT l.id, 0, s.school, o.name
  FROM line l JOIN encounter_school s ON s.encounter = l.about_encounter
  JOIN school o ON o.id = s.school
 WHERE l.claim = ?1 AND l.archived IS NULL
UNION ALL
SELECT l.id, 1, m.employer, o.name
  FROM line l JOIN encounter_employer m ON m.encounter = l.about_encounter
  JOIN employer o ON o.id = m.employer
 WHERE l.claim = ?1 AND l.archived IS NULL
   AND m.part NOT IN ('did not come', 'invited')
UNION ALL
SELECT l.id, 0, o.id, o.name
  FROM line l LEFT JOIN placement p ON p.id = l.about_placement
  LEFT JOIN plan n ON n.id = l.about_plan
  JOIN school o ON o.id = coalesce(l.about_school, p.school, n.school)
 WHERE l.claim = ?1 AND l.archived IS NULL
UNION ALL
SELECT l.id, 1, o.id, o.name
  FROM line l LEFT JOIN placement p ON p.id = l.about_placement
  LEFT JOIN pilot i ON i.id = l.about_pilot
  JOIN employer o ON o.id = coalesce(l.about_employer, p.employer, i.employer)
 WHERE l.claim = ?1 AND l.archived IS NULL;

-- name: CLAIM_MEMBERS
SELECT organisation_employer IS NOT NULL,
       coalesce(organisation_school, organisation_employer), from_on, to_on
  FROM member
 WHERE cluster = ?1 AND archived IS NULL
 ORDER BY id;

-- Lines of other claims about the same, whoever pays.
-- name: CLAIM_COUNTED
SELECT o.deliverable, 'encounter', o.about_encounter, c.id, {CLAIM_PAYER}
  FROM line l JOIN line o ON o.about_encounter = l.about_encounter
  JOIN claim c ON c.id = o.claim
 WHERE l.claim = ?1 AND o.claim <> ?1 AND l.archived IS NULL
   AND o.archived IS NULL AND c.archived IS NULL
UNION ALL
SELECT o.deliverable, 'placement', o.about_placement, c.id, {CLAIM_PAYER}
  FROM line l JOIN line o ON o.about_placement = l.about_placement
  JOIN claim c ON c.id = o.claim
 WHERE l.claim = ?1 AND o.claim <> ?1 AND l.archived IS NULL
   AND o.archived IS NULL AND c.archived IS NULL
UNION ALL
SELECT o.deliverable, 'pilot', o.about_pilot, c.id, {CLAIM_PAYER}
  FROM line l JOIN line o ON o.about_pilot = l.about_pilot
  JOIN claim c ON c.id = o.claim
 WHERE l.claim = ?1 AND o.claim <> ?1 AND l.archived IS NULL
   AND o.archived IS NULL AND c.archived IS NULL
UNION ALL
SELECT o.deliverable, 'school', o.about_school, c.id, {CLAIM_PAYER}
  FROM line l JOIN line o ON o.about_school = l.about_school
  JOIN claim c ON c.id = o.claim
 WHERE l.claim = ?1 AND o.claim <> ?1 AND l.archived IS NULL
   AND o.archived IS NULL AND c.archived IS NULL
UNION ALL
SELECT o.deliverable, 'employer', o.about_employer, c.id, {CLAIM_PAYER}
  FROM line l JOIN line o ON o.about_employer = l.about_employer
  JOIN claim c ON c.id = o.claim
 WHERE l.claim = ?1 AND o.claim <> ?1 AND l.archived IS NULL
   AND o.archived IS NULL AND c.archived IS NULL
UNION ALL
SELECT o.deliverable, 'cpd', o.about_cpd, c.id, {CLAIM_PAYER}
  FROM line l JOIN line o ON o.about_cpd = l.about_cpd
  JOIN claim c ON c.id = o.claim
 WHERE l.claim = ?1 AND o.claim <> ?1 AND l.archived IS NULL
   AND o.archived IS NULL AND c.archived IS NULL
UNION ALL
SELECT o.deliverable, 'plan', o.about_plan, c.id, {CLAIM_PAYER}
  FROM line l JOIN line o ON o.about_plan = l.about_plan
  JOIN claim c ON c.id = o.claim
 WHERE l.claim = ?1 AND o.claim <> ?1 AND l.archived IS NULL
   AND o.archived IS NULL AND c.archived IS NULL;

-- What cluster ?1 is to deliver, and how many are in its claims other than ?2.
-- name: CLAIM_TARGETS
SELECT d.code, d.target, d.rate,
       (SELECT sum(l.quantity) FROM claim c JOIN line l ON l.claim = c.id
         WHERE c.cluster = ?1 AND c.id <> ?2 AND c.archived IS NULL
           AND l.deliverable = d.code AND l.archived IS NULL)
  FROM deliverable d
 WHERE d.cluster = ?1 AND d.archived IS NULL
 ORDER BY d.id;

-- Grant ?1: whose it is, its amount, what claims of it but ?2 have claimed.
-- name: CLAIM_GRANT
SELECT f.cluster, k.name, f.amount,
       (SELECT sum(c.amount) FROM claim c
         WHERE c.funding = f.id AND c.id <> ?2 AND c.status <> 'draft'
           AND c.archived IS NULL)
  FROM funding f JOIN cluster k ON k.id = f.cluster
 WHERE f.id = ?1;

-- Other lines than ?2 about encounter (placement, pilot, ...) ?1: their deliverable,
-- claim and who pays it.
-- name: COUNTED_ENCOUNTER
SELECT o.deliverable, c.id, {CLAIM_PAYER}
  FROM line o JOIN claim c ON c.id = o.claim
 WHERE o.about_encounter = ?1 AND o.id <> ?2 AND o.archived IS NULL
   AND c.archived IS NULL
 ORDER BY o.id;

-- name: COUNTED_PLACEMENT
SELECT o.deliverable, c.id, {CLAIM_PAYER}
  FROM line o JOIN claim c ON c.id = o.claim
 WHERE o.about_placement = ?1 AND o.id <> ?2 AND o.archived IS NULL
   AND c.archived IS NULL
 ORDER BY o.id;

-- name: COUNTED_PILOT
SELECT o.deliverable, c.id, {CLAIM_PAYER}
  FROM line o JOIN claim c ON c.id = o.claim
 WHERE o.about_pilot = ?1 AND o.id <> ?2 AND o.archived IS NULL
   AND c.archived IS NULL
 ORDER BY o.id;

-- name: COUNTED_CPD
SELECT o.deliverable, c.id, {CLAIM_PAYER}
  FROM line o JOIN claim c ON c.id = o.claim
 WHERE o.about_cpd = ?1 AND o.id <> ?2 AND o.archived IS NULL
   AND c.archived IS NULL
 ORDER BY o.id;

-- name: COUNTED_PLAN
SELECT o.deliverable, c.id, {CLAIM_PAYER}
  FROM line o JOIN claim c ON c.id = o.claim
 WHERE o.about_plan = ?1 AND o.id <> ?2 AND o.archived IS NULL
   AND c.archived IS NULL
 ORDER BY o.id;

-- What cluster ?1 delivered from day ?2 to ?3; what shows it.
-- name: CLAIMABLE_ENCOUNTERS
SELECT e.id, e.evidence FROM encounter e
 WHERE e.cluster = ?1 AND e.date BETWEEN ?2 AND ?3
   AND e.status = 'delivered' AND e.archived IS NULL
 ORDER BY e.date, e.id;

-- name: CLAIMABLE_PLACEMENTS
SELECT p.id, '' FROM placement p
 WHERE p.cluster = ?1 AND p.to_on BETWEEN ?2 AND ?3
   AND p.status = 'finished' AND p.archived IS NULL
 ORDER BY p.id;

-- name: CLAIMABLE_PILOTS_BEGUN
SELECT i.id, i.evidence FROM pilot i
 WHERE i.cluster = ?1 AND i.from_on BETWEEN ?2 AND ?3
   AND i.status <> 'planned' AND i.archived IS NULL
 ORDER BY i.id;

-- name: CLAIMABLE_PILOTS_COMPLETED
SELECT i.id, i.evidence FROM pilot i
 WHERE i.cluster = ?1 AND i.to_on BETWEEN ?2 AND ?3
   AND i.status = 'completed' AND i.archived IS NULL
 ORDER BY i.id;

-- Sessions of cluster ?1 to which somebody came who worked at a member then.
-- name: CLAIMABLE_CPD
SELECT d.id, 'attendance: ' || d.came || ' came, ' || d.members
       || ' of members'
  FROM (SELECT c.id,
               (SELECT count(*) FROM booking b
                 WHERE b.cpd = c.id AND b.status = 'attended'
                   AND b.archived IS NULL) AS came,
               (SELECT count(*) FROM booking b
                 WHERE b.cpd = c.id AND b.status = 'attended'
                   AND b.archived IS NULL
                   AND EXISTS (SELECT 1 FROM role r JOIN member m
                          ON m.organisation_school = r.organisation_school
                          OR m.organisation_employer = r.organisation_employer
                        WHERE r.contact = b.contact AND m.cluster = ?1
                          AND r.archived IS NULL AND m.archived IS NULL
                          AND (r.from_on IS NULL OR r.from_on <= c.date)
                          AND (r.to_on IS NULL OR r.to_on >= c.date)
                          AND (m.from_on IS NULL OR m.from_on <= c.date)
                          AND (m.to_on IS NULL OR m.to_on >= c.date)))
               AS members
          FROM cpd c
         WHERE c.cluster = ?1 AND c.date BETWEEN ?2 AND ?3
           AND c.archived IS NULL) d
 WHERE d.members > 0
 ORDER BY d.id;

-- Who of an employer stands behind plan p, agreed on its day: the school's
-- Enterprise Adviser, else one whom its actions name.
-- name: PLAN_ENDORSED [fragment]
coalesce(
  (SELECT min(o.name) || ' (Enterprise Adviser)'
     FROM volunteer_match t JOIN volunteer v ON v.id = t.volunteer
     JOIN employer o ON o.id = v.employer
    WHERE t.school = p.school AND t.kind = 'enterprise adviser'
      AND t.status NOT IN ('proposed', 'introduced') AND t.archived IS NULL
      AND t.from_on <= p.agreed AND (t.to_on IS NULL OR t.to_on >= p.agreed)),
  (SELECT min(o.name) || ' (in its actions)'
     FROM task t JOIN task_employer e ON e.task = t.id
     JOIN employer o ON o.id = e.employer
    WHERE t.plan = p.id AND t.status <> 'dropped' AND t.archived IS NULL))

-- The first careers plan that a member agreed in the period and an employer
-- stands behind; not of one whose strategy a claim of cluster ?1 has.
-- name: CLAIMABLE_PLANS
SELECT p.id, 'careers plan ' || p.year || ', with ' || {PLAN_ENDORSED}
  FROM plan p
 WHERE p.id IN (SELECT (SELECT min(p.id) FROM plan p
                         WHERE p.school = m.organisation_school
                           AND p.agreed BETWEEN ?2 AND ?3
                           AND p.status <> 'draft' AND p.archived IS NULL
                           AND {PLAN_ENDORSED} IS NOT NULL)
                  FROM member m
                 WHERE m.cluster = ?1 AND m.archived IS NULL
                   AND (m.from_on IS NULL OR m.from_on <= ?3)
                   AND (m.to_on IS NULL OR m.to_on >= ?3))
   AND NOT EXISTS (SELECT 1 FROM claim c JOIN line l ON l.claim = c.id
                     LEFT JOIN plan q ON q.id = l.about_plan
                    WHERE c.cluster = ?1 AND c.archived IS NULL
                      AND l.deliverable = 'sd07' AND l.archived IS NULL
                      AND coalesce(l.about_school, q.school) = p.school)
 ORDER BY p.id;

-- The lines of a claim as it was submitted: claim.frozen.
-- name: CLAIM_FROZEN
SELECT json_extract(j.value, '$.line'),
       coalesce(json_extract(j.value, '$.deliverable'), ''),
       coalesce(json_extract(j.value, '$.entity'), ''),
       json_extract(j.value, '$.about'),
       json_extract(j.value, '$.quantity'),
       json_extract(j.value, '$.amount'),
       coalesce(json_extract(j.value, '$.month'), ''),
       coalesce(json_extract(j.value, '$.evidence'), ''),
       json_extract(j.value, '$.from'), json_extract(j.value, '$.to'),
       coalesce(json_extract(j.value, '$.state'), ''),
       json_extract(j.value, '$.pupils'),
       json_extract(j.value, '$.disadvantaged'),
       json_extract(j.value, '$.send'),
       coalesce(json_extract(j.value, '$.title'), '')
  FROM json_each(CASE WHEN json_valid(?1) THEN ?1 ELSE '{}' END, '$.lines') j
 WHERE j.type = 'object';
