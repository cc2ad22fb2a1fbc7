-- assessment.sql - assessments of a school: the one before, the same, the
-- newest.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- School, source, framework, setting, day, id.
-- name: ASSESSMENT_BEFORE
SELECT a.id, a.date FROM assessment a
 WHERE a.school = ?1 AND a.source = ?2 AND a.framework = ?3 AND a.setting = ?4
   AND a.archived IS NULL AND a.date <= ?5 AND (a.date, a.id) < (?5, ?6)
   AND EXISTS (SELECT 1 FROM assessment_item i WHERE i.assessment = a.id)
 ORDER BY a.date DESC, a.id DESC
 LIMIT 1;

-- School, source, framework, setting (NULL any), day, an id that is not meant.
-- name: ASSESSMENT_SAME
SELECT a.id FROM assessment a
 WHERE a.school = ?1 AND a.source = ?2 AND a.framework = ?3
   AND (?4 IS NULL OR a.setting = ?4) AND a.date = ?5 AND a.id <> ?6
   AND a.archived IS NULL
 ORDER BY a.id;

-- School, source, day.
-- name: ASSESSMENT_NEWEST
SELECT a.id FROM assessment a
 WHERE a.school = ?1 AND a.source = ?2 AND a.date <= ?3
   AND a.archived IS NULL
 ORDER BY a.date DESC, a.id DESC
 LIMIT 1;
