-- title.sql - what a record is called on screen.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- TITLE_ENTITY is an expression over the entity's row, alias t. The functions
-- label(word, entity, field) and day_text(date) are those of db/func.c.

-- name: TITLE_SCHOOL [fragment]
t.name;

-- name: TITLE_EMPLOYER [fragment]
t.name;

-- name: TITLE_PARTNER [fragment]
t.name;

-- name: TITLE_CONTACT [fragment]
t.name;

-- name: TITLE_ROLE [fragment]
coalesce((SELECT c.name FROM contact c WHERE c.id = t.contact), '') ||
', ' || t.role || ' at ' || coalesce(
    (SELECT s.name FROM school s WHERE s.id = t.organisation_school),
    (SELECT e.name FROM employer e WHERE e.id = t.organisation_employer),
    (SELECT p.name FROM partner p WHERE p.id = t.organisation_partner), '');

-- name: TITLE_CLUSTER [fragment]
t.name;

-- name: TITLE_MEMBER [fragment]
coalesce(
    (SELECT s.name FROM school s WHERE s.id = t.organisation_school),
    (SELECT e.name FROM employer e WHERE e.id = t.organisation_employer), '') ||
' in ' || coalesce((SELECT c.name FROM cluster c WHERE c.id = t.cluster), '');

-- name: TITLE_ROLL [fragment]
coalesce((SELECT s.name FROM school s WHERE s.id = t.school), '') || ', ' ||
label(t.grp, 'roll', 'group') || ', ' || t.year;

-- name: TITLE_CPD [fragment]
t.title || coalesce(', ' || day_text(t.date), '');

-- name: TITLE_BOOKING [fragment]
coalesce((SELECT c.name FROM contact c WHERE c.id = t.contact), '') || ', ' ||
coalesce((SELECT s.title FROM cpd s WHERE s.id = t.cpd), '');

-- name: TITLE_ENCOUNTER [fragment]
coalesce(nullif(t.title, ''), label(t.type, 'encounter', 'type')) ||
coalesce(', ' || (SELECT CASE count(*) WHEN 0 THEN NULL WHEN 1 THEN max(s.name)
                         ELSE count(*) || ' schools' END
                    FROM encounter_school es
                    JOIN school s ON s.id = es.school
                   WHERE es.encounter = t.id), '') ||
coalesce(', ' || day_text(t.date), '');

-- name: TITLE_VIEW [fragment]
t.name;

-- name: TITLE_USER [fragment]
coalesce(nullif(t.full_name, ''), t.name);

-- name: TITLE_NETWORK [fragment]
t.name;

-- name: TITLE_MEMBERSHIP [fragment]
coalesce((SELECT s.name FROM school s WHERE s.id = t.school), '') || ', ' ||
label(t.stage, 'membership', 'stage') || coalesce(', ' || day_text(t.from_on), '');

-- name: TITLE_COORDINATOR [fragment]
coalesce((SELECT coalesce(nullif(u.full_name, ''), u.name)
            FROM user u WHERE u.id = t.user_id), '') || ' for ' ||
coalesce((SELECT s.name FROM school s WHERE s.id = t.school), '');

-- name: TITLE_FACT [fragment]
coalesce((SELECT s.name FROM school s WHERE s.id = t.school), '') || ', ' ||
label(t.fact, 'fact', 'fact') || ', ' || t.year;

-- name: TITLE_ASSESSMENT [fragment]
coalesce((SELECT s.name FROM school s WHERE s.id = t.school), '') || ', ' ||
label(t.source, 'assessment', 'source') || coalesce(', ' || day_text(t.date), '');

-- name: TITLE_TERM [fragment]
t.title || coalesce(', from ' || day_text(t.from_on), '');

-- name: TITLE_EVENT [fragment]
t.title || coalesce(', ' || day_text(t.date), '');

-- name: TITLE_CASE [fragment]
t.title || coalesce(', ' || (SELECT s.name FROM school s WHERE s.id = t.school), '');

-- name: TITLE_VISIT [fragment]
label(t.kind, 'visit', 'kind') || coalesce(', ' || coalesce(
    (SELECT s.name FROM school s WHERE s.id = t.school),
    (SELECT e.name FROM employer e WHERE e.id = t.employer)), '') ||
coalesce(', ' || day_text(t.date), '');

-- name: TITLE_PLAN [fragment]
'Careers plan ' || t.year || coalesce(', ' || (SELECT s.name FROM school s
                                         WHERE s.id = t.school), '');

-- name: TITLE_CHECKLIST [fragment]
t.template || coalesce(', ' || (SELECT s.name FROM school s
                                 WHERE s.id = t.school), '') ||
coalesce(', ' || day_text(t.anchor), '');

-- name: TITLE_TASK [fragment]
t.title || coalesce(', ' || (SELECT s.name FROM school s
                              WHERE s.id = t.school), '');

-- name: TITLE_HANDOVER [fragment]
'Hand-over note' || coalesce(', ' || (SELECT s.name FROM school s
                                       WHERE s.id = t.school), '') ||
coalesce(', ' || day_text(t.date), '');

-- name: TITLE_COVER [fragment]
coalesce((SELECT coalesce(nullif(u.full_name, ''), u.name)
            FROM user u WHERE u.id = t.user_id), '') || ' by ' ||
coalesce((SELECT coalesce(nullif(u.full_name, ''), u.name)
            FROM user u WHERE u.id = t.by_user), '') ||
coalesce(', from ' || day_text(t.from_on), '');

-- name: TITLE_SUCCESSION [fragment]
coalesce((SELECT s.name FROM school s WHERE s.id = t.old_school), '') || ' to ' ||
coalesce((SELECT s.name FROM school s WHERE s.id = t.new_school), '') ||
coalesce(', ' || day_text(t.date), '');

-- name: TITLE_VOLUNTEER [fragment]
coalesce((SELECT c.name FROM contact c WHERE c.id = t.contact), '') || ', ' ||
label(t.kind, 'volunteer', 'kind');

-- name: TITLE_MATCH [fragment]
coalesce((SELECT c.name FROM volunteer v JOIN contact c ON c.id = v.contact
           WHERE v.id = t.volunteer), '') || ' at ' ||
coalesce((SELECT s.name FROM school s WHERE s.id = t.school), '');

-- name: TITLE_ACTIVITY [fragment]
coalesce((SELECT c.name FROM volunteer v JOIN contact c ON c.id = v.contact
           WHERE v.id = t.volunteer), '') ||
coalesce(', ' || nullif(t.kind, ''), '') || coalesce(', ' || day_text(t.date), '');

-- name: TITLE_PLACEMENT [fragment]
label(t.kind, 'placement', 'kind') ||
coalesce(', ' || (SELECT s.name FROM school s WHERE s.id = t.school), '') ||
coalesce(', ' || (SELECT e.name FROM employer e WHERE e.id = t.employer), '') ||
coalesce(', ' || day_text(t.from_on), '');

-- name: TITLE_REQUEST [fragment]
coalesce(nullif(t.title, ''), label(t.kind, 'request', 'kind')) ||
coalesce(', ' || (SELECT s.name FROM school s WHERE s.id = t.school), '');

-- name: TITLE_OFFER [fragment]
coalesce(nullif(t.title, ''), label(t.kind, 'offer', 'kind')) || coalesce(', ' || coalesce(
    (SELECT e.name FROM employer e WHERE e.id = t.organisation_employer),
    (SELECT p.name FROM partner p WHERE p.id = t.organisation_partner)), '');

-- name: TITLE_APPROACH [fragment]
coalesce(
    (SELECT e.name FROM employer e WHERE e.id = t.organisation_employer),
    (SELECT p.name FROM partner p WHERE p.id = t.organisation_partner), '') ||
coalesce(', ' || (SELECT coalesce(nullif(r.title, ''),
                                  label(r.kind, 'request', 'kind'))
                    FROM request r WHERE r.id = t.request), '') ||
coalesce(', ' || day_text(t.date), '');

-- name: TITLE_FUNDING [fragment]
t.funder || coalesce(', ' || (SELECT c.name FROM cluster c
                               WHERE c.id = t.cluster), '');

-- name: TITLE_DELIVERABLE [fragment]
label(t.code, 'deliverable', 'code') ||
coalesce(', ' || (SELECT c.name FROM cluster c WHERE c.id = t.cluster), '');

-- name: TITLE_PILOT [fragment]
t.title;

-- name: TITLE_RESOURCE [fragment]
t.title;

-- name: TITLE_NOTICE [fragment]
t.title || coalesce(', ' || day_text(t.date), '');

-- name: TITLE_RECIPIENT [fragment]
coalesce((SELECT c.name FROM contact c WHERE c.id = t.contact),
    (SELECT s.name FROM school s WHERE s.id = t.organisation_school),
    (SELECT e.name FROM employer e WHERE e.id = t.organisation_employer),
    (SELECT p.name FROM partner p WHERE p.id = t.organisation_partner), '') ||
coalesce(', ' || (SELECT n.title FROM notice n WHERE n.id = t.notice), '');

-- name: TITLE_CLAIM [fragment]
coalesce((SELECT c.name FROM cluster c WHERE c.id = t.cluster), '') ||
coalesce(', ' || day_text(t.from_on), '') || coalesce(' to ' || day_text(t.to_on), '');

-- name: TITLE_LINE [fragment]
label(t.deliverable, 'line', 'deliverable') ||
coalesce(', ' || nullif(t.evidence, ''), '');

-- name: TITLE_COMMITMENT [fragment]
t.title || coalesce(', ' || coalesce(
    (SELECT s.name FROM school s WHERE s.id = t.organisation_school),
    (SELECT e.name FROM employer e WHERE e.id = t.organisation_employer),
    (SELECT p.name FROM partner p WHERE p.id = t.organisation_partner)), '');

-- name: TITLE_TARGET [fragment]
t.title;

-- name: TITLE_RETURN [fragment]
'Return of ' || t.month;
