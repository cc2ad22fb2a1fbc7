-- claim_kept.sql - what decides that a claim's lines count, beside their figures.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Of each line of claim ?1, and of the claim itself (line 0: its grant ?2, the
-- targets of its cluster ?3): word, what is compared when it is no text, text.
-- name: CLAIM_KEPT
SELECT l.id, json_extract(j.value, '$[0]'), json_extract(j.value, '$[1]'),
       json_extract(j.value, '$[2]')
  FROM line l JOIN encounter e ON e.id = l.about_encounter,
       json_each(json_array(
           json_array('title', NULL, e.title),
           json_array('type', e.type, label(e.type, 'encounter', 'type')),
           json_array('schools',
               (SELECT group_concat(school)
                  FROM (SELECT s.school FROM encounter_school s
                         WHERE s.encounter = e.id ORDER BY s.school)),
               (SELECT group_concat(name, ', ')
                  FROM (SELECT o.name FROM encounter_school s
                          JOIN school o ON o.id = s.school
                         WHERE s.encounter = e.id ORDER BY s.school))),
           json_array('employers',
               (SELECT group_concat(employer)
                  FROM (SELECT s.employer FROM encounter_employer s
                         WHERE s.encounter = e.id
                           AND s.part NOT IN ('did not come', 'invited')
                         ORDER BY s.employer)),
               (SELECT group_concat(name, ', ')
                  FROM (SELECT o.name FROM encounter_employer s
                          JOIN employer o ON o.id = s.employer
                         WHERE s.encounter = e.id
                           AND s.part NOT IN ('did not come', 'invited')
                         ORDER BY s.employer))),
           json_array('cluster', e.cluster,
               (SELECT o.name FROM cluster o WHERE o.id = e.cluster)),
           json_array('evidence', NULL, CASE WHEN length(e.evidence) > 300
               THEN substr(e.evidence, 1, 300) || ' ... (' ||
                    length(e.evidence) || ' characters)' ELSE e.evidence END))) j
 WHERE l.claim = ?1 AND l.archived IS NULL
UNION ALL
SELECT l.id, json_extract(j.value, '$[0]'), json_extract(j.value, '$[1]'),
       json_extract(j.value, '$[2]')
  FROM line l JOIN placement p ON p.id = l.about_placement,
       json_each(json_array(
           json_array('kind', p.kind, label(p.kind, 'placement', 'kind')),
           json_array('school', p.school,
               (SELECT o.name FROM school o WHERE o.id = p.school)),
           json_array('employer', p.employer,
               (SELECT o.name FROM employer o WHERE o.id = p.employer)),
           json_array('cluster', p.cluster,
               (SELECT o.name FROM cluster o WHERE o.id = p.cluster)),
           json_array('hours', NULL,
               CASE WHEN p.hours IS NOT NULL
               THEN printf('%.15g', p.hours) END))) j
 WHERE l.claim = ?1 AND l.archived IS NULL
UNION ALL
SELECT l.id, json_extract(j.value, '$[0]'), json_extract(j.value, '$[1]'),
       json_extract(j.value, '$[2]')
  FROM line l JOIN pilot i ON i.id = l.about_pilot,
       json_each(json_array(
           json_array('title', NULL, i.title),
           json_array('employer', i.employer,
               (SELECT o.name FROM employer o WHERE o.id = i.employer)),
           json_array('cluster', i.cluster,
               (SELECT o.name FROM cluster o WHERE o.id = i.cluster)),
           json_array('evidence', NULL, CASE WHEN length(i.evidence) > 300
               THEN substr(i.evidence, 1, 300) || ' ... (' ||
                    length(i.evidence) || ' characters)' ELSE i.evidence END))) j
 WHERE l.claim = ?1 AND l.archived IS NULL
UNION ALL
SELECT l.id, json_extract(j.value, '$[0]'), json_extract(j.value, '$[1]'),
       json_extract(j.value, '$[2]')
  FROM line l JOIN cpd d ON d.id = l.about_cpd,
       json_each(json_array(
           json_array('title', NULL, d.title),
           json_array('cluster', d.cluster,
               (SELECT o.name FROM cluster o WHERE o.id = d.cluster)),
           json_array('came', NULL, (SELECT count(*) FROM booking b
                 WHERE b.cpd = d.id AND b.status = 'attended'
                   AND b.archived IS NULL)))) j
 WHERE l.claim = ?1 AND l.archived IS NULL
UNION ALL
SELECT l.id, json_extract(j.value, '$[0]'), json_extract(j.value, '$[1]'),
       json_extract(j.value, '$[2]')
  FROM line l JOIN plan p ON p.id = l.about_plan,
       json_each(json_array(
           json_array('school', p.school,
               (SELECT o.name FROM school o WHERE o.id = p.school)),
           json_array('status', NULL, CASE WHEN p.archived IS NOT NULL
               THEN 'archived' ELSE p.status END),
           json_array('agreed', NULL, day_text(p.agreed)),
           json_array('with', NULL, {PLAN_ENDORSED}))) j
 WHERE l.claim = ?1 AND l.archived IS NULL
UNION ALL
SELECT 0, json_extract(j.value, '$[0]'), json_extract(j.value, '$[1]'),
       json_extract(j.value, '$[2]')
  FROM funding f,
       json_each(json_array(
           json_array('grant''s funder', NULL, f.funder),
           json_array('grant''s reference', NULL, f.reference),
           json_array('grant''s amount', NULL,
               CASE WHEN f.amount IS NOT NULL
               THEN printf('%.15g', f.amount) END),
           json_array('grant''s cluster', f.cluster,
               (SELECT o.name FROM cluster o WHERE o.id = f.cluster)))) j
 WHERE f.id = ?2
UNION ALL
SELECT 0, 'target of ' || upper(d.code), NULL,
       (SELECT printf('%.15g', sum(x.target)) FROM deliverable x
         WHERE x.cluster = d.cluster AND x.code = d.code
           AND x.archived IS NULL)
  FROM deliverable d
 WHERE d.cluster = ?3 AND d.archived IS NULL;

-- The same as it was when the claim was submitted: claim.frozen. Nothing of one
-- that an earlier version kept.
-- name: CLAIM_KEPT_FROZEN
SELECT coalesce(json_extract(j.value, '$.line'), 0),
       json_extract(j.value, '$.what'), json_extract(j.value, '$.key'),
       json_extract(j.value, '$.shown')
  FROM json_each(CASE WHEN json_valid(?1) THEN ?1 ELSE '{}' END, '$.kept') j
 WHERE j.type = 'object';
