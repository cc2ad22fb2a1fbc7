-- import.sql - what the import of schools asks of the database.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who is head of a school on a day.
-- name: IMPORT_HEAD
SELECT contact.name
FROM role JOIN contact ON contact.id = role.contact
WHERE role.organisation_school = ?1 AND role.role = 'head'
	AND role.archived IS NULL
	AND (role.to_on IS NULL OR role.to_on >= ?2)

-- The URN of an open school of this name and postcode, other than this one.
-- name: IMPORT_TWIN
SELECT urn
FROM school
WHERE name = ?1 AND postcode = ?2 AND urn <> ?3 AND urn <> ''
	AND status <> 'Closed' AND archived IS NULL
ORDER BY id
LIMIT 1

-- Encounters of school ?1 on day ?2 of type ?3.
-- name: IMPORT_ENCOUNTER
SELECT s.encounter
FROM encounter_school s JOIN encounter e ON e.id = s.encounter
WHERE s.school = ?1 AND s.date = ?2 AND e.type = ?3 AND e.archived IS NULL
ORDER BY s.encounter

-- A session of this title on this day.
-- name: IMPORT_CPD
SELECT id FROM cpd WHERE title = ?1 AND date = ?2 ORDER BY id LIMIT 1

-- A membership that began on this day ('' when that is not known).
-- name: IMPORT_MEMBER_SCHOOL
SELECT id
FROM member
WHERE cluster = ?1 AND organisation_school = ?2
	AND COALESCE(from_on, '') = ?3
ORDER BY id
LIMIT 1

-- name: IMPORT_MEMBER_EMPLOYER
SELECT id
FROM member
WHERE cluster = ?1 AND organisation_employer = ?2
	AND COALESCE(from_on, '') = ?3
ORDER BY id
LIMIT 1

-- People with this e-mail address; people with a role at an organisation.
-- name: IMPORT_CONTACT_EMAIL
SELECT id, name FROM contact WHERE email = ?1 AND email <> ''

-- name: IMPORT_CONTACT_SCHOOL
SELECT contact.id, contact.name
FROM role JOIN contact ON contact.id = role.contact
WHERE role.organisation_school = ?1 AND role.archived IS NULL

-- name: IMPORT_CONTACT_EMPLOYER
SELECT contact.id, contact.name
FROM role JOIN contact ON contact.id = role.contact
WHERE role.organisation_employer = ?1 AND role.archived IS NULL

-- name: IMPORT_CONTACT_PARTNER
SELECT contact.id, contact.name
FROM role JOIN contact ON contact.id = role.contact
WHERE role.organisation_partner = ?1 AND role.archived IS NULL

-- Did school ?1 go on to the one with URN ?2?
-- name: SUCCESSION_TO
SELECT x.id FROM succession x JOIN school s ON s.id = x.new_school
 WHERE x.old_school = ?1 AND x.archived IS NULL AND s.urn = ?2
 ORDER BY x.id LIMIT 1;
