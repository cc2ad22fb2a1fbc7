-- 0002-programme.sql - networks and memberships, who looks after a school,
-- facts of a school year, assessments.
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE user (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	full_name TEXT NOT NULL DEFAULT '',
	email TEXT NOT NULL DEFAULT '',
	phone TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE network (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	run_by TEXT NOT NULL DEFAULT '',
	funder TEXT NOT NULL DEFAULT '',
	schools_each INTEGER,
	volunteers_each INTEGER,
	places INTEGER,
	from_on TEXT,
	to_on TEXT,
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE network_also (
	network INTEGER NOT NULL REFERENCES network,
	name TEXT NOT NULL,
	PRIMARY KEY (network, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE network_area (
	network INTEGER NOT NULL REFERENCES network,
	authority TEXT NOT NULL,
	PRIMARY KEY (network, authority)
) STRICT, WITHOUT ROWID;

CREATE TABLE network_partner (
	network INTEGER NOT NULL REFERENCES network,
	partner INTEGER NOT NULL REFERENCES partner,
	PRIMARY KEY (network, partner)
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
	id INTEGER PRIMARY KEY,
	school INTEGER REFERENCES school,
	network INTEGER REFERENCES network,
	stage TEXT NOT NULL DEFAULT '',
	from_on TEXT,
	reason TEXT NOT NULL DEFAULT '',
	waiting_for TEXT NOT NULL DEFAULT '',
	place TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE coordinator (
	id INTEGER PRIMARY KEY,
	school INTEGER REFERENCES school,
	user_id INTEGER REFERENCES user,
	from_on TEXT,
	to_on TEXT,
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE fact (
	id INTEGER PRIMARY KEY,
	school INTEGER REFERENCES school,
	year TEXT NOT NULL DEFAULT '',
	fact TEXT NOT NULL DEFAULT '',
	value TEXT NOT NULL DEFAULT '',
	source TEXT NOT NULL DEFAULT '',
	checked TEXT,
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

-- The percentages stand for themselves in an official result, and are made
-- again from the items of our own whenever one is answered.
CREATE TABLE assessment (
	id INTEGER PRIMARY KEY,
	school INTEGER REFERENCES school,
	date TEXT,
	framework TEXT NOT NULL DEFAULT '',
	setting TEXT NOT NULL DEFAULT '',
	source TEXT NOT NULL DEFAULT '',
	bm1 INTEGER,
	bm2 INTEGER,
	bm3 INTEGER,
	bm4 INTEGER,
	bm5 INTEGER,
	bm6 INTEGER,
	bm7 INTEGER,
	bm8 INTEGER,
	first_year INTEGER,
	last_year INTEGER,
	cohort TEXT NOT NULL DEFAULT '',
	summary TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE assessment_item (
	assessment INTEGER NOT NULL REFERENCES assessment,
	item TEXT NOT NULL,
	answer TEXT NOT NULL DEFAULT '',
	comment TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (assessment, item)
) STRICT, WITHOUT ROWID;

CREATE INDEX user_name ON user(name);
CREATE INDEX network_name ON network(name);
CREATE INDEX network_from_on ON network(from_on);
CREATE INDEX network_area_authority ON network_area(authority);
CREATE INDEX network_partner_partner ON network_partner(partner);
CREATE INDEX membership_from_on ON membership(from_on);
CREATE INDEX membership_school ON membership(school, from_on);
CREATE INDEX membership_network ON membership(network)
	WHERE network IS NOT NULL;
CREATE INDEX coordinator_from_on ON coordinator(from_on);
CREATE INDEX coordinator_school ON coordinator(school);
CREATE INDEX coordinator_user ON coordinator(user_id);
CREATE INDEX fact_year ON fact(year);
CREATE INDEX fact_checked ON fact(checked);
CREATE INDEX fact_school ON fact(school, year, fact);
CREATE INDEX assessment_date ON assessment(date);
CREATE INDEX assessment_school ON assessment(school, source, date);
