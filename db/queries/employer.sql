-- employer.sql - who of us was in touch with an employer.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Employer, user, day, record, today: its name and first day to be contacted, and
-- of the last who was in touch with it or its people since that day, but the
-- user, and by another record, the day, the user and how, with tabs between;
-- NULL nobody. The sort is of what one employer has.
-- name: CONTACTED_BY_OTHERS [slow]
SELECT t.name, t.not_before,
       (SELECT x.day || char(9) || u.name || char(9) || x.what
          FROM (SELECT v.date AS day, v.kind AS what, v.owner AS who,
                       v.id AS row
                  FROM visit v
                 WHERE v.employer = ?1 AND v.status = 'done'
                   AND v.archived IS NULL
                 UNION ALL
                SELECT v.date, v.kind, v.owner, v.id
                  FROM role r
                  JOIN visit_person p ON p.contact = r.contact
                  JOIN visit v ON v.id = p.visit
                 WHERE r.organisation_employer = ?1 AND r.archived IS NULL
                   AND (r.from_on IS NULL OR r.from_on <= v.date)
                   AND (r.to_on IS NULL OR r.to_on >= v.date)
                   AND v.status = 'done' AND v.archived IS NULL
                 UNION ALL
                SELECT a.date, 'asked', a.owner, a.id
                  FROM approach a
                 WHERE a.organisation_employer = ?1
                   AND a.archived IS NULL) x
          JOIN user u ON u.id = x.who
         WHERE u.name <> ?2 AND x.day >= ?3 AND x.row <> ?4 AND x.day <= ?5
         ORDER BY x.day DESC, x.row DESC LIMIT 1)
  FROM employer t WHERE t.id = ?1;
