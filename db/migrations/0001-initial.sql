-- 0001-initial.sql - every entity, its sets, the journal, indexes and totals.
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- One table an entity, one column a field of src/model/ENTITY.def, in the same
-- order: text, choice, yes/no, time and academic year TEXT NOT NULL, '' when
-- empty; numbers, dates and references NULL when empty. A field that may name
-- one of several entities is one column an entity. Derived fields have none.
-- Nothing is deleted but by undoing a creation, so no reference cascades, and
-- each has an index on its own side, which that delete needs.

PRAGMA application_id = 1131629668;	-- "CsLd"

-- Records ----------------------------------------------------------------

CREATE TABLE school (
	id INTEGER PRIMARY KEY,
	urn TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	name TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	la TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	la_code INTEGER,
	establishment INTEGER,
	type TEXT NOT NULL DEFAULT '',
	type_code INTEGER,
	phase TEXT NOT NULL DEFAULT '',
	phase_code INTEGER,
	status TEXT NOT NULL DEFAULT '',
	opened TEXT,
	closed TEXT,
	low_age INTEGER,
	high_age INTEGER,
	sixth_form TEXT NOT NULL DEFAULT '',
	gender TEXT NOT NULL DEFAULT '',
	pupils INTEGER,
	fsm REAL,
	street TEXT NOT NULL DEFAULT '',
	locality TEXT NOT NULL DEFAULT '',
	town TEXT NOT NULL DEFAULT '',
	postcode TEXT NOT NULL DEFAULT '',
	website TEXT NOT NULL DEFAULT '',
	phone TEXT NOT NULL DEFAULT '',
	trust TEXT NOT NULL DEFAULT '',
	ukprn TEXT NOT NULL DEFAULT '',
	fe_type TEXT NOT NULL DEFAULT '',
	easting INTEGER,
	northing INTEGER,
	local_number TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	gias_on TEXT,
	proposed TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE employer (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	company_number TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	sector TEXT NOT NULL DEFAULT '',
	size TEXT NOT NULL DEFAULT '',
	street TEXT NOT NULL DEFAULT '',
	town TEXT NOT NULL DEFAULT '',
	postcode TEXT NOT NULL DEFAULT '',
	website TEXT NOT NULL DEFAULT '',
	phone TEXT NOT NULL DEFAULT '',
	sic TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE partner (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	kind TEXT NOT NULL DEFAULT '',
	approved TEXT NOT NULL DEFAULT '',
	street TEXT NOT NULL DEFAULT '',
	town TEXT NOT NULL DEFAULT '',
	postcode TEXT NOT NULL DEFAULT '',
	website TEXT NOT NULL DEFAULT '',
	phone TEXT NOT NULL DEFAULT '',
	ukprn TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE contact (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	email TEXT NOT NULL DEFAULT '',
	phone TEXT NOT NULL DEFAULT '',
	contact_ok TEXT NOT NULL DEFAULT '',
	contact_ok_on TEXT,
	not_before TEXT,
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE role (
	id INTEGER PRIMARY KEY,
	contact INTEGER REFERENCES contact,
	organisation_school INTEGER REFERENCES school,
	organisation_employer INTEGER REFERENCES employer,
	organisation_partner INTEGER REFERENCES partner,
	role TEXT NOT NULL DEFAULT '',
	from_on TEXT,
	to_on TEXT,
	training TEXT NOT NULL DEFAULT '',
	level INTEGER,
	external TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT '',
	CHECK ((organisation_school IS NOT NULL) +
	    (organisation_employer IS NOT NULL) +
	    (organisation_partner IS NOT NULL) = 1)
) STRICT;

CREATE TABLE cluster (
	id INTEGER PRIMARY KEY,
	short_name TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	name TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	theme TEXT NOT NULL DEFAULT '',
	lead TEXT NOT NULL DEFAULT '',
	funder TEXT NOT NULL DEFAULT '',
	amount REAL,
	from_on TEXT,
	to_on TEXT,
	target_groups TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE member (
	id INTEGER PRIMARY KEY,
	cluster INTEGER REFERENCES cluster,
	organisation_school INTEGER REFERENCES school,
	organisation_employer INTEGER REFERENCES employer,
	from_on TEXT,
	to_on TEXT,
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT '',
	CHECK ((organisation_school IS NOT NULL) +
	    (organisation_employer IS NOT NULL) = 1)
) STRICT;

CREATE TABLE roll (
	id INTEGER PRIMARY KEY,
	school INTEGER REFERENCES school,
	year TEXT NOT NULL DEFAULT '',
	grp TEXT NOT NULL DEFAULT '',
	pupils INTEGER,
	disadvantaged INTEGER,
	send INTEGER,
	source TEXT NOT NULL DEFAULT '',
	as_at TEXT,
	confirmed TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE cpd (
	id INTEGER PRIMARY KEY,
	title TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	date TEXT,
	start_time TEXT NOT NULL DEFAULT '',
	minutes INTEGER,
	venue TEXT NOT NULL DEFAULT '',
	provider TEXT NOT NULL DEFAULT '',
	capacity INTEGER,
	cost REAL,
	cluster INTEGER REFERENCES cluster,
	outside TEXT NOT NULL DEFAULT '',
	feedback TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE booking (
	id INTEGER PRIMARY KEY,
	cpd INTEGER REFERENCES cpd,
	contact INTEGER REFERENCES contact,
	status TEXT NOT NULL DEFAULT '',
	hours REAL,
	replaced_by INTEGER REFERENCES contact,
	walk_in TEXT NOT NULL DEFAULT '',
	certificate TEXT NOT NULL DEFAULT '',
	made TEXT,
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE encounter (
	id INTEGER PRIMARY KEY,
	type TEXT NOT NULL DEFAULT '',
	date TEXT,
	minutes INTEGER,
	status TEXT NOT NULL DEFAULT '',
	title TEXT NOT NULL DEFAULT '',
	start_time TEXT NOT NULL DEFAULT '',
	finish_time TEXT NOT NULL DEFAULT '',
	end_on TEXT,
	days REAL,
	mode TEXT NOT NULL DEFAULT '',
	venue TEXT NOT NULL DEFAULT '',
	in_hours TEXT NOT NULL DEFAULT '',
	organiser TEXT NOT NULL DEFAULT '',
	programme TEXT NOT NULL DEFAULT '',
	cluster INTEGER REFERENCES cluster,
	subject TEXT NOT NULL DEFAULT '',
	adults INTEGER,
	feedback REAL,
	evidence TEXT NOT NULL DEFAULT '',
	follow_up TEXT NOT NULL DEFAULT '',
	reason TEXT NOT NULL DEFAULT '',
	summary TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE view (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	entity TEXT NOT NULL DEFAULT '',
	filter TEXT NOT NULL DEFAULT '',
	sort TEXT NOT NULL DEFAULT '',
	columns TEXT NOT NULL DEFAULT '',
	owner TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

-- Sets -------------------------------------------------------------------
-- Keyed by the record, then the keys of the setdef in src/model. `date` is
-- carried from the record by the store, so that one index finds an
-- organisation's encounters in order; it is no part of the value.

CREATE TABLE school_also (
	school INTEGER NOT NULL REFERENCES school,
	name TEXT NOT NULL,
	PRIMARY KEY (school, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE school_gias (
	school INTEGER NOT NULL REFERENCES school,
	field TEXT NOT NULL,
	value TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (school, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE employer_also (
	employer INTEGER NOT NULL REFERENCES employer,
	name TEXT NOT NULL,
	PRIMARY KEY (employer, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE employer_offer (
	employer INTEGER NOT NULL REFERENCES employer,
	offer TEXT NOT NULL,
	PRIMARY KEY (employer, offer)
) STRICT, WITHOUT ROWID;

CREATE TABLE partner_also (
	partner INTEGER NOT NULL REFERENCES partner,
	name TEXT NOT NULL,
	PRIMARY KEY (partner, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE cluster_borough (
	cluster INTEGER NOT NULL REFERENCES cluster,
	borough TEXT NOT NULL,
	PRIMARY KEY (cluster, borough)
) STRICT, WITHOUT ROWID;

CREATE TABLE cpd_audience (
	cpd INTEGER NOT NULL REFERENCES cpd,
	audience TEXT NOT NULL,
	PRIMARY KEY (cpd, audience)
) STRICT, WITHOUT ROWID;

CREATE TABLE cpd_benchmark (
	cpd INTEGER NOT NULL REFERENCES cpd,
	benchmark INTEGER NOT NULL,
	PRIMARY KEY (cpd, benchmark)
) STRICT, WITHOUT ROWID;

CREATE TABLE encounter_school (
	encounter INTEGER NOT NULL REFERENCES encounter,
	school INTEGER NOT NULL REFERENCES school,
	numbers_in TEXT NOT NULL DEFAULT '',
	date TEXT,
	PRIMARY KEY (encounter, school)
) STRICT, WITHOUT ROWID;

CREATE TABLE encounter_employer (
	encounter INTEGER NOT NULL REFERENCES encounter,
	employer INTEGER NOT NULL REFERENCES employer,
	part TEXT NOT NULL DEFAULT '',
	date TEXT,
	PRIMARY KEY (encounter, employer)
) STRICT, WITHOUT ROWID;

CREATE TABLE encounter_provider (
	encounter INTEGER NOT NULL REFERENCES encounter,
	provider INTEGER NOT NULL REFERENCES partner,
	part TEXT NOT NULL DEFAULT '',
	date TEXT,
	PRIMARY KEY (encounter, provider)
) STRICT, WITHOUT ROWID;

-- The school of a line is one of the encounter's schools, whose row holds the
-- reference: a second one here would cost an index on the largest table.
CREATE TABLE encounter_year (
	encounter INTEGER NOT NULL REFERENCES encounter,
	school INTEGER NOT NULL,
	grp TEXT NOT NULL,
	expected INTEGER,
	attended INTEGER,
	disadvantaged INTEGER,
	send INTEGER,
	estimated TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (encounter, school, grp)
) STRICT, WITHOUT ROWID;

CREATE TABLE encounter_group (
	encounter INTEGER NOT NULL REFERENCES encounter,
	school INTEGER NOT NULL,
	name TEXT NOT NULL,
	number INTEGER,
	PRIMARY KEY (encounter, school, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE encounter_benchmark (
	encounter INTEGER NOT NULL REFERENCES encounter,
	benchmark INTEGER NOT NULL,
	PRIMARY KEY (encounter, benchmark)
) STRICT, WITHOUT ROWID;

CREATE TABLE encounter_tick (
	encounter INTEGER NOT NULL REFERENCES encounter,
	tick TEXT NOT NULL,
	PRIMARY KEY (encounter, tick)
) STRICT, WITHOUT ROWID;

-- Order and natural keys -------------------------------------------------
-- One index a field that may sort (FF_SORT). They hold archived rows too: the
-- same index then serves the list with and without them.

CREATE INDEX school_urn ON school(urn);
CREATE INDEX school_name ON school(name);
CREATE INDEX school_la ON school(la);
CREATE INDEX school_ukprn ON school(ukprn) WHERE ukprn <> '';
CREATE INDEX school_local_number ON school(local_number)
	WHERE local_number <> '';
CREATE INDEX employer_name ON employer(name);
CREATE INDEX employer_company_number ON employer(company_number);
CREATE INDEX partner_name ON partner(name);
CREATE INDEX contact_name ON contact(name);
CREATE INDEX contact_email ON contact(email) WHERE email <> '';
CREATE INDEX role_from_on ON role(from_on);
CREATE INDEX cluster_short_name ON cluster(short_name);
CREATE INDEX cluster_name ON cluster(name);
CREATE INDEX cluster_from_on ON cluster(from_on);
CREATE INDEX member_from_on ON member(from_on);
CREATE INDEX roll_year ON roll(year);
CREATE INDEX roll_as_at ON roll(as_at);
CREATE INDEX cpd_title ON cpd(title);
CREATE INDEX cpd_date ON cpd(date);
CREATE INDEX booking_made ON booking(made);
CREATE INDEX encounter_date ON encounter(date);
CREATE INDEX view_name ON view(name);

-- Planned and its day is past: to close. Also what is coming.
CREATE INDEX encounter_open ON encounter(date, id, end_on)
	WHERE status IN ('planned', 'confirmed') AND archived IS NULL;

-- The archived alone are few.
CREATE INDEX school_archived ON school(archived) WHERE archived IS NOT NULL;
CREATE INDEX employer_archived ON employer(archived)
	WHERE archived IS NOT NULL;
CREATE INDEX contact_archived ON contact(archived)
	WHERE archived IS NOT NULL;
CREATE INDEX encounter_archived ON encounter(archived)
	WHERE archived IS NOT NULL;

-- References from their own side -----------------------------------------

CREATE INDEX role_contact ON role(contact);
CREATE INDEX role_school ON role(organisation_school)
	WHERE organisation_school IS NOT NULL;
CREATE INDEX role_employer ON role(organisation_employer)
	WHERE organisation_employer IS NOT NULL;
CREATE INDEX role_partner ON role(organisation_partner)
	WHERE organisation_partner IS NOT NULL;
CREATE INDEX member_cluster ON member(cluster);
CREATE INDEX member_school ON member(organisation_school)
	WHERE organisation_school IS NOT NULL;
CREATE INDEX member_employer ON member(organisation_employer)
	WHERE organisation_employer IS NOT NULL;
CREATE INDEX roll_school ON roll(school, year, grp);
CREATE INDEX cpd_cluster ON cpd(cluster) WHERE cluster IS NOT NULL;
CREATE INDEX booking_cpd ON booking(cpd, status, made);
CREATE INDEX booking_contact ON booking(contact);
CREATE INDEX booking_replaced_by ON booking(replaced_by)
	WHERE replaced_by IS NOT NULL;
CREATE INDEX encounter_cluster ON encounter(cluster, date)
	WHERE cluster IS NOT NULL;
CREATE INDEX encounter_school_date ON encounter_school(school, date);
CREATE INDEX encounter_employer_date ON encounter_employer(employer, date);
CREATE INDEX encounter_provider_date ON encounter_provider(provider, date);
CREATE INDEX employer_offer_offer ON employer_offer(offer);
CREATE INDEX cluster_borough_borough ON cluster_borough(borough);

-- Kept totals ------------------------------------------------------------
-- Recomputed by db/totals.c whenever an encounter of that key is written.
-- year is the first of the academic year: 2026 is 2026/27. Archived
-- encounters do not count. A key without encounters has no row.

CREATE TABLE school_year (
	school INTEGER NOT NULL REFERENCES school,
	year INTEGER NOT NULL,
	delivered INTEGER NOT NULL,	-- encounters
	planned INTEGER NOT NULL,	-- planned or confirmed
	pupils INTEGER NOT NULL,	-- that came to the delivered
	last TEXT,			-- day of the last delivered
	PRIMARY KEY (school, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE employer_year (
	employer INTEGER NOT NULL REFERENCES employer,
	year INTEGER NOT NULL,
	delivered INTEGER NOT NULL,
	planned INTEGER NOT NULL,
	pupils INTEGER NOT NULL,	-- at the encounters, whoever else came
	last TEXT,
	PRIMARY KEY (employer, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE partner_year (
	partner INTEGER NOT NULL REFERENCES partner,
	year INTEGER NOT NULL,
	delivered INTEGER NOT NULL,
	planned INTEGER NOT NULL,
	pupils INTEGER NOT NULL,
	last TEXT,
	PRIMARY KEY (partner, year)
) STRICT, WITHOUT ROWID;

-- Search -----------------------------------------------------------------
-- Written by db/search_index.c, never by triggers. Full-text rows are known by
-- numbers in order of making (doc), because the index holds the difference to
-- the row before once for every three letters; each entity has a range of its
-- own, so that only its rows are walked over. They keep no text: to take one
-- out, the old text is given again. Only three letters at a time can be asked
-- for.

CREATE TABLE name_word (
	entity TEXT NOT NULL,
	word TEXT NOT NULL,
	row INTEGER NOT NULL,
	PRIMARY KEY (entity, word, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE doc (
	id INTEGER PRIMARY KEY,
	entity TEXT NOT NULL,
	row INTEGER NOT NULL
) STRICT;
CREATE INDEX doc_row ON doc(row);

CREATE VIRTUAL TABLE name_tri USING fts5(text, content='', columnsize=0,
	detail=none, tokenize='trigram case_sensitive 1');
CREATE VIRTUAL TABLE text_tri USING fts5(text, content='', columnsize=0,
	detail=none, tokenize='trigram case_sensitive 1');
-- People's, apart, so that it can be optimised when somebody is erased.
CREATE VIRTUAL TABLE person_name_tri USING fts5(text, content='', columnsize=0,
	detail=none, tokenize='trigram case_sensitive 1');
CREATE VIRTUAL TABLE person_text_tri USING fts5(text, content='', columnsize=0,
	detail=none, tokenize='trigram case_sensitive 1');

-- The journal ------------------------------------------------------------

-- Natural keys of records that undo took out: what the history calls them
-- still resolves. Follows from the journal.
CREATE TABLE gone (
	entity TEXT NOT NULL,
	key TEXT NOT NULL COLLATE NOCASE,
	row INTEGER NOT NULL,
	PRIMARY KEY (entity, key, row)
) STRICT, WITHOUT ROWID;

-- This file's own values: node, hub name.
CREATE TABLE meta (
	key TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE step (
	seq INTEGER PRIMARY KEY AUTOINCREMENT,	-- order in this file
	id INTEGER NOT NULL,		-- identity everywhere
	at TEXT NOT NULL,		-- the maker's clock, UTC
	user TEXT NOT NULL,
	node TEXT NOT NULL,		-- the file it was made in
	label TEXT NOT NULL DEFAULT '',
	undoes INTEGER,			-- id of a step
	base_seq INTEGER		-- newest step of the hub its maker had
) STRICT;
CREATE UNIQUE INDEX step_id ON step(id);
CREATE INDEX step_user ON step(user);
CREATE INDEX step_undoes ON step(undoes) WHERE undoes IS NOT NULL;

-- Ids are unique over all entities, so the row alone finds a record's.
CREATE TABLE change (
	seq INTEGER PRIMARY KEY,
	step INTEGER NOT NULL REFERENCES step DEFERRABLE INITIALLY DEFERRED,
	entity TEXT NOT NULL,
	row INTEGER NOT NULL,
	field TEXT NOT NULL DEFAULT '',	-- '' the whole record
	member TEXT NOT NULL DEFAULT '',	-- key within a set
	old ANY,			-- text, or packed (db/pack.h); NULL absent
	new ANY
) STRICT;
CREATE INDEX change_step ON change(step);
CREATE INDEX change_row ON change(row);

CREATE TRIGGER step_no_update BEFORE UPDATE ON step
BEGIN SELECT raise(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER step_no_delete BEFORE DELETE ON step
BEGIN SELECT raise(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER change_no_update BEFORE UPDATE ON change
BEGIN SELECT raise(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change
BEGIN SELECT raise(ABORT, 'the journal is only added to'); END;
