-- matching.sql - who may help which school: volunteers, matches, what schools
-- want; for app/matching.c.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: MATCHING_VOLUNTEER_ROW [fragment]
SELECT v.id, c.name, v.kind, v.stage,
       coalesce(nullif(v.sector, ''), e.sector, ''), v.interests, v.capacity,
       v.induction, v.dbs_status, v.dbs_date, c.contact_ok, c.not_before,
       (SELECT group_concat(b.borough, char(10)) FROM volunteer_borough b
         WHERE b.volunteer = v.id),
       e.name
  FROM volunteer v
  JOIN contact c ON c.id = v.contact
  LEFT JOIN employer e ON e.id = v.employer;

-- Of a kind, by name.
-- name: MATCHING_VOLUNTEERS [slow]
{MATCHING_VOLUNTEER_ROW}
 WHERE v.kind = ?1 AND v.archived IS NULL AND c.archived IS NULL
 ORDER BY c.name, v.id;

-- name: MATCHING_VOLUNTEER
{MATCHING_VOLUNTEER_ROW}
 WHERE v.id = ?1
 ORDER BY v.id;

-- Every match there is, the oldest first; without a kind it has the volunteer's.
-- name: MATCHING_MATCHES [slow]
SELECT m.volunteer, m.school, coalesce(nullif(m.kind, ''), v.kind), m.status,
       m.from_on, m.to_on, m.reason, c.name
  FROM volunteer_match m
  JOIN volunteer v ON v.id = m.volunteer
  JOIN contact c ON c.id = v.contact
 WHERE m.archived IS NULL AND m.school IS NOT NULL
 ORDER BY m.from_on, m.id;

-- Since when it has no adviser: the day the last one ended, else the one on which
-- it signed up; school.
-- name: MATCHING_WAITING
SELECT max(coalesce((SELECT max(m.to_on) FROM volunteer_match m
                      WHERE m.school = ?1 AND m.status = 'ended'
                        AND m.kind IN ('', 'enterprise adviser')
                        AND m.archived IS NULL), ''),
           coalesce((SELECT min(b.from_on) FROM membership b
                      WHERE b.school = ?1 AND b.archived IS NULL
                        AND b.stage IN ('signed up', 'matched', 'active')),
                    '')) AS day
 ORDER BY day;

-- The sectors of employers that came, once for each: school, first and last day.
-- name: MATCHING_SEEN
SELECT p.sector
  FROM encounter_school s
  JOIN encounter e ON e.id = s.encounter
  JOIN encounter_employer x ON x.encounter = s.encounter
  JOIN employer p ON p.id = x.employer
 WHERE s.school = ?1 AND s.date >= ?2 AND s.date <= ?3
   AND e.status = 'delivered' AND e.archived IS NULL AND p.sector <> ''
   AND x.part NOT IN ('invited', 'did not come')
 ORDER BY s.date;

-- What it wants, and of what sector: school.
-- name: MATCHING_WANTED
SELECT r.kind, r.sector
  FROM request r
 WHERE r.school = ?1 AND r.status IN ('open', 'asked') AND r.archived IS NULL
 ORDER BY r.id;

-- Is the match m one that is proposed or goes on, on the day ?2?
-- name: MATCH_GOES_ON [fragment]
m.status <> 'ended' AND m.archived IS NULL
AND (m.to_on IS NULL OR m.to_on >= ?2);

-- Another match of the two: school, today, volunteer, the match itself.
-- name: MATCHING_OTHER
SELECT m.id FROM volunteer_match m
 WHERE m.school = ?1 AND {MATCH_GOES_ON} AND m.volunteer = ?3 AND m.id <> ?4
 ORDER BY m.id LIMIT 1;

-- What a person is a volunteer as, of one kind: contact, kind.
-- name: MATCHING_SAME_PERSON
SELECT id FROM volunteer
 WHERE contact = ?1 AND kind = ?2 AND archived IS NULL ORDER BY id LIMIT 1;

-- The Enterprise Advisers of a school, in the order in which they were entered:
-- school, today.
-- name: MATCHING_ADVISERS
SELECT c.name
  FROM volunteer_match m
  JOIN volunteer v ON v.id = m.volunteer
  JOIN contact c ON c.id = v.contact
 WHERE m.school = ?1 AND {MATCH_GOES_ON}
   AND coalesce(nullif(m.kind, ''), v.kind) = 'enterprise adviser'
 ORDER BY m.id;

-- How many schools a volunteer has, and takes: volunteer, today.
-- name: MATCHING_TAKEN
SELECT (SELECT count(*) FROM school s
         WHERE s.id IN (SELECT m.school FROM volunteer_match m
                         WHERE m.volunteer = v.id AND {MATCH_GOES_ON}))
       AS taken,
       coalesce(v.capacity, 1), c.name
  FROM volunteer v JOIN contact c ON c.id = v.contact
 WHERE v.id = ?1
 ORDER BY v.id;

-- The ceilings of the network there is: today.
-- name: CEILINGS [slow]
SELECT n.schools_each, n.volunteers_each, n.id
  FROM network n
 WHERE n.archived IS NULL AND (n.from_on IS NULL OR n.from_on <= ?1)
   AND (n.to_on IS NULL OR n.to_on >= ?1)
 ORDER BY n.from_on DESC, n.id DESC LIMIT 1;

-- What the user u carries on the day ?1.
-- name: CARRIED [fragment]
(SELECT count(*) FROM coordinator c
  WHERE c.user_id = u.id AND c.archived IS NULL
    AND (c.from_on IS NULL OR c.from_on <= ?1)
    AND (c.to_on IS NULL OR c.to_on >= ?1)),
(SELECT count(*) FROM volunteer v
  WHERE v.owner = u.id AND v.stage <> 'closed' AND v.archived IS NULL);

-- Everybody: today.
-- name: CEILINGS_ALL [slow]
SELECT u.id, u.name, {CARRIED}
  FROM user u WHERE u.archived IS NULL
 ORDER BY u.name, u.id;

-- One user: today, user.
-- name: CEILINGS_USER
SELECT u.id, u.name, {CARRIED}
  FROM user u WHERE u.id = ?2
 ORDER BY u.id;
