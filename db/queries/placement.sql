-- placement.sql - what is to be minded of a placement.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: DERIVED_PLACEMENT_EXPIRES [fragment]
placement_expires(:today, t.status, t.to_on, t.liability, t.public_liability,
                  t.dbs_status, t.dbs_date);

-- name: DERIVED_PLACEMENT_EXPIRING [fragment]
placement_expiring(:today, t.status, t.to_on, t.liability, t.public_liability,
                   t.dbs_status, t.dbs_date);

-- name: DERIVED_PLACEMENT_UNCHECKED [fragment]
placement_unchecked(:today, t.status, t.to_on, t.liability, t.public_liability,
                    t.dbs_status, t.dbs_date, t.risk, t.safety, t.consent,
                    t.agreement, t.emergency);

-- Hours laid down, and how many are missing to them.
-- name: DERIVED_PLACEMENT_HOURS_ASKED [fragment]
placement_hours(t.kind, t.early_years);

-- name: DERIVED_PLACEMENT_HOURS_SHORT [fragment]
nullif(max(placement_hours(t.kind, t.early_years) -
           CAST(t.hours AS INTEGER), 0), 0);

-- The day, which is :today, and the placement: what of it runs out first.
-- name: AGENDA_PLACEMENT
SELECT {DERIVED_PLACEMENT_EXPIRES}, {DERIVED_PLACEMENT_EXPIRING},
       e.name, s.name, u.name
  FROM placement t
  LEFT JOIN employer e ON e.id = t.employer
  LEFT JOIN school s ON s.id = t.school
  LEFT JOIN user u ON u.id = t.owner
 WHERE t.id = ?2;
