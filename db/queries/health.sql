-- health.sql - what caseload doctor asks of a database it only looks at.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: HEALTH_APPLICATION
PRAGMA application_id;

-- name: HEALTH_VERSION
PRAGMA user_version;

-- name: HEALTH_PAGES
PRAGMA page_count;

-- name: HEALTH_PAGE_SIZE
PRAGMA page_size;

-- name: HEALTH_WHOLE
PRAGMA quick_check(1);

-- name: HEALTH_NEWEST
SELECT at FROM step WHERE seq = (SELECT max(seq) FROM step);

-- There are few users.
-- name: HEALTH_USERS [slow]
SELECT name, role, coalesce(disabled, '') FROM user
 WHERE archived IS NULL
 ORDER BY name;
