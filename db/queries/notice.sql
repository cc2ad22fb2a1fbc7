-- notice.sql - who gets a notice, whom to write to, and what chases what.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Notice: those who get it, left out or not, as they were added.
-- name: NOTICE_RECIPIENTS
SELECT id FROM recipient WHERE notice = ?1 AND archived IS NULL ORDER BY id;

-- Notice: it, what it chases and what chases it, the first one first. What is
-- scanned are the few it has found so far.
-- name: NOTICE_CHAIN [slow]
WITH RECURSIVE up(id, n) AS (
    SELECT ?1, 0
    UNION
    SELECT t.follows, up.n + 1 FROM up JOIN notice t ON t.id = up.id
     WHERE t.follows IS NOT NULL AND up.n < 50),
down(id, n) AS (
    SELECT id, 0 FROM up
    UNION
    SELECT t.id, down.n + 1 FROM down JOIN notice t ON t.follows = down.id
     WHERE t.archived IS NULL AND down.n < 50)
SELECT DISTINCT id FROM down ORDER BY id;

-- Whom to write to at an employer or partner on a day: who has the role first,
-- then the newest there.
-- name: NOTICE_PERSONS [slow]
SELECT r.contact FROM role r JOIN contact c ON c.id = r.contact
 WHERE (r.organisation_employer = ?1 OR r.organisation_partner = ?2)
   AND r.archived IS NULL AND c.archived IS NULL
   AND (r.from_on IS NULL OR r.from_on <= ?4)
   AND (r.to_on IS NULL OR r.to_on >= ?4)
 ORDER BY r.role = ?3 COLLATE NOCASE DESC, r.role = 'contact' DESC,
       r.id DESC;

-- Who holds role ?2 at school ?1 on day ?3, the newest first.
-- name: NOTICE_HOLDERS
SELECT contact FROM role
 WHERE organisation_school = ?1 AND role = ?2 COLLATE NOCASE
   AND contact IS NOT NULL AND archived IS NULL
   AND (from_on IS NULL OR from_on <= ?3) AND (to_on IS NULL OR to_on >= ?3)
 ORDER BY id DESC;

-- Person; school, employer, partner (all NULL: anywhere); day: the last day of
-- whom has no role there any more.
-- name: NOTICE_ROLE_ENDED
SELECT max(to_on) FROM role
 WHERE contact = ?1 AND archived IS NULL
   AND (coalesce(?2, ?3, ?4) IS NULL OR organisation_school = ?2 OR
        organisation_employer = ?3 OR organisation_partner = ?4)
HAVING count(*) > 0
   AND count(*) FILTER (WHERE to_on IS NULL OR to_on >= ?5) = 0;

-- Person: 1 for who was a volunteer and is none any more.
-- name: NOTICE_QUIT
SELECT count(*) > 0 AND count(*) FILTER (WHERE stage <> 'closed') = 0
  FROM volunteer WHERE contact = ?1 AND archived IS NULL;

-- A role that somebody has or had; asked when a notice names one that is in no
-- table.
-- name: NOTICE_ROLE_HELD [slow]
SELECT 1 FROM role WHERE role = ?1 COLLATE NOCASE AND archived IS NULL
 LIMIT 1;

-- Session: those who booked and did not cancel.
-- name: NOTICE_BOOKED [slow]
SELECT contact FROM booking
 WHERE cpd = ?1 AND archived IS NULL AND contact IS NOT NULL
   AND status <> 'cancelled'
 ORDER BY id;
