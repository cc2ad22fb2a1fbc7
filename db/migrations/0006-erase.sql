-- 0006-erase.sql - the one exception of the journal: who is erased leaves no
-- text in it.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The step that erases somebody, while it is written: a row comes and goes
-- within its transaction, so there is never one to be read. While it is there,
-- texts may be changed, and nothing else: not what was changed, when, by whom.
CREATE TABLE journal_erase (
	step INTEGER NOT NULL PRIMARY KEY
) STRICT;

DROP TRIGGER step_no_update;
CREATE TRIGGER step_no_update BEFORE UPDATE ON step
WHEN NOT EXISTS (SELECT 1 FROM journal_erase) OR new.seq IS NOT old.seq OR
    new.id IS NOT old.id OR new.at IS NOT old.at OR
    new.user IS NOT old.user OR new.node IS NOT old.node OR
    new.undoes IS NOT old.undoes OR new.base_seq IS NOT old.base_seq
BEGIN SELECT raise(ABORT, 'the journal is only added to'); END;

DROP TRIGGER change_no_update;
CREATE TRIGGER change_no_update BEFORE UPDATE ON change
WHEN NOT EXISTS (SELECT 1 FROM journal_erase) OR new.seq IS NOT old.seq OR
    new.step IS NOT old.step OR new.entity IS NOT old.entity OR
    new.row IS NOT old.row OR new.field IS NOT old.field
BEGIN SELECT raise(ABORT, 'the journal is only added to'); END;
