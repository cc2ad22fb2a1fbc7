-- 0004-repeat.sql - a task that repeats knows the one it is the next of, and the
-- day from which its months are counted.
-- SPDX-License-Identifier: GPL-3.0-or-later

ALTER TABLE task ADD COLUMN follows INTEGER REFERENCES task;
ALTER TABLE task ADD COLUMN meant_for TEXT;

CREATE INDEX task_follows ON task(follows) WHERE follows IS NOT NULL;
