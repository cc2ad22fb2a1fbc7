-- retention.sql - people of whom nothing says that they are still needed.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- First day that is recent, first id of that day: who has had no role since
-- then, is no volunteer and was not erased; with the last role.
-- name: RETENTION_LIST [slow]
SELECT c.id,
       (SELECT r.id FROM role r
         WHERE r.contact = c.id AND r.archived IS NULL
         ORDER BY r.to_on DESC, r.id DESC LIMIT 1) AS last,
       (SELECT max(r.to_on) FROM role r
         WHERE r.contact = c.id AND r.archived IS NULL) AS ended
  FROM contact c
 WHERE NOT EXISTS (SELECT 1 FROM role r
                    WHERE r.contact = c.id AND r.archived IS NULL
                      AND (r.to_on IS NULL OR r.to_on >= ?1))
   AND NOT EXISTS (SELECT 1 FROM volunteer v
                    WHERE v.contact = c.id AND v.archived IS NULL
                      AND v.stage <> 'closed')
   AND NOT EXISTS (SELECT 1 FROM change x
                    WHERE x.row = c.id AND x.entity = 'contact'
                      AND x.field = '' AND x.member = 'erased')
   AND (ended IS NOT NULL OR c.id < ?2)
 ORDER BY c.id;

-- Until when a funder wants what is kept of a person: of a cluster in which an
-- organisation of theirs is or was, or that held a session they booked.
-- name: RETENTION_HOLD [slow]
WITH theirs(cluster) AS (
    SELECT m.cluster FROM role r
      JOIN member m ON m.organisation_school = r.organisation_school
     WHERE r.contact = ?1
     UNION
    SELECT m.cluster FROM role r
      JOIN member m ON m.organisation_employer = r.organisation_employer
     WHERE r.contact = ?1
     UNION
    SELECT s.cluster FROM booking b JOIN cpd s ON s.id = b.cpd
     WHERE b.contact = ?1)
SELECT f.hold_until, f.funder
  FROM theirs t JOIN funding f ON f.cluster = t.cluster
 WHERE f.archived IS NULL AND f.hold_until >= ?2
 ORDER BY f.hold_until DESC, f.id
 LIMIT 1;
