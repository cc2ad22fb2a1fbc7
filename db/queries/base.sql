-- base.sql - transactions, settings and the file's own values.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: BEGIN
BEGIN IMMEDIATE;

-- name: BEGIN_READ
BEGIN;

-- name: COMMIT
COMMIT;

-- name: ROLLBACK
ROLLBACK;

-- name: ROW_MARK
SAVEPOINT row;

-- name: ROW_BACK
ROLLBACK TO row;

-- name: ROW_KEEP
RELEASE row;

-- name: DATA_VERSION
PRAGMA data_version;

-- name: JOURNAL_MODE
PRAGMA journal_mode;

-- name: META_KNOWS
SELECT 1 FROM meta WHERE key = ?1;

-- name: META_GET
SELECT value FROM meta WHERE key = ?1;

-- name: META_SET
INSERT INTO meta(key, value) VALUES (?1, ?2)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value;
