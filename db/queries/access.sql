-- access.sql - meetings with providers: the cost is one school's of two years.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Of school t, and of those it took over from until it did: which school, the
-- day before which, and whether some of its pupils went elsewhere.
-- name: ACCESS_SCHOOLS [fragment]
(SELECT t.id AS was, '9999' AS until, 0 AS split
 UNION ALL
 SELECT x.old_school, coalesce(x.date, '9999'), x.kind = 'split'
   FROM succession x
  WHERE x.new_school = t.id AND x.archived IS NULL);

-- Year lines of what was delivered since the academic year before that of
-- :today, or is planned, where a provider was asked or that counts for BM7; a
-- line each, as db/access.c reads it.
-- name: ACCESS_MEETINGS [fragment]
(SELECT group_concat(e.id || '|' || s.date || '|' ||
        (e.status <> 'delivered') || '|' || y.grp || '|' ||
        coalesce(e.in_hours, '') || '|' || coalesce(e.minutes, '') || '|' ||
        coalesce(y.attended, '') || '|' || split || '|' ||
        coalesce((SELECT group_concat(k.tick) FROM encounter_tick k
                   WHERE k.encounter = e.id), '') || '|' ||
        coalesce((SELECT group_concat(x.provider || ' ' ||
                        iif(provides(p.kind), p.approved, 'no'))
                    FROM encounter_provider x
                    JOIN partner p ON p.id = x.provider
                   WHERE x.encounter = e.id AND x.part <> 'did not come'
                     AND (x.part <> 'invited' OR e.status <> 'delivered')),
                 ''), char(10))
   FROM {ACCESS_SCHOOLS}
   JOIN encounter_school s ON s.school = was AND s.date < until
    AND s.date >= (CAST(substr(:today, 1, 4) AS INTEGER) -
                   (substr(:today, 6, 2) < '09') - 1) || '-09-01'
   JOIN encounter e ON e.id = s.encounter
   JOIN encounter_year y ON y.encounter = e.id AND y.school = s.school
  WHERE e.status IN ('delivered', 'planned', 'confirmed')
    AND e.archived IS NULL
    AND (EXISTS (SELECT 1 FROM encounter_provider x
                  WHERE x.encounter = e.id)
         OR EXISTS (SELECT 1 FROM encounter_benchmark b
                     WHERE b.encounter = e.id AND b.benchmark = 7)));

-- "y9 180,y10 176", of the academic year of :today.
-- name: ACCESS_ROLLS [fragment]
(SELECT group_concat(r.grp || ' ' || r.pupils) FROM roll r
  WHERE r.school = t.id AND r.year = academic_year(:today)
    AND r.pupils IS NOT NULL AND r.archived IS NULL);

-- The day, which is :today, and the school.
-- name: ACCESS_SCHOOL
SELECT t.type_code, t.type, t.low_age, t.high_age, {ACCESS_ROLLS},
       {ACCESS_MEETINGS}
  FROM school t WHERE t.id = ?2;

-- How it stands in one word; the first day to come by which a cohort lacks some.
-- name: DERIVED_SCHOOL_ACCESS [fragment]
access_word(:today, t.type_code, t.type, t.low_age, t.high_age,
            {ACCESS_ROLLS}, {ACCESS_MEETINGS});

-- name: DERIVED_SCHOOL_ACCESS_DUE [fragment]
access_due(:today, t.type_code, t.type, t.low_age, t.high_age,
           {ACCESS_ROLLS}, {ACCESS_MEETINGS});
