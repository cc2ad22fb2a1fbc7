-- 0003-week.sql - the working week: term dates, events, visits, cases, careers
-- plans, checklists and tasks; hand-over notes, cover, successions.
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE term (
	id INTEGER PRIMARY KEY,
	title TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	kind TEXT NOT NULL DEFAULT '',
	from_on TEXT,
	to_on TEXT,
	la TEXT NOT NULL DEFAULT '',
	school INTEGER REFERENCES school,
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE event (
	id INTEGER PRIMARY KEY,
	title TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	date TEXT,
	end_on TEXT,
	start_time TEXT NOT NULL DEFAULT '',
	finish_time TEXT NOT NULL DEFAULT '',
	kind TEXT NOT NULL DEFAULT '',
	la TEXT NOT NULL DEFAULT '',
	venue TEXT NOT NULL DEFAULT '',
	organiser TEXT NOT NULL DEFAULT '',
	summary TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE event_school (
	event INTEGER NOT NULL REFERENCES event,
	school INTEGER NOT NULL REFERENCES school,
	PRIMARY KEY (event, school)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_group (
	event INTEGER NOT NULL REFERENCES event,
	grp TEXT NOT NULL,
	PRIMARY KEY (event, grp)
) STRICT, WITHOUT ROWID;

-- CASE is a keyword of SQL.
CREATE TABLE case_file (
	id INTEGER PRIMARY KEY,
	school INTEGER REFERENCES school,
	title TEXT NOT NULL DEFAULT '',
	type TEXT NOT NULL DEFAULT '',
	status TEXT NOT NULL DEFAULT '',
	reason TEXT NOT NULL DEFAULT '',
	priority TEXT NOT NULL DEFAULT '',
	owner INTEGER REFERENCES user,
	opened TEXT,
	due TEXT,
	closed TEXT,
	summary TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE case_linked (
	case_file INTEGER NOT NULL REFERENCES case_file,
	linked INTEGER NOT NULL REFERENCES case_file,
	PRIMARY KEY (case_file, linked)
) STRICT, WITHOUT ROWID;

CREATE TABLE visit (
	id INTEGER PRIMARY KEY,
	school INTEGER REFERENCES school,
	kind TEXT NOT NULL DEFAULT '',
	date TEXT,
	start_time TEXT NOT NULL DEFAULT '',
	status TEXT NOT NULL DEFAULT '',
	minutes INTEGER,
	result TEXT NOT NULL DEFAULT '',
	summary TEXT NOT NULL DEFAULT '',
	next_contact TEXT,
	owner INTEGER REFERENCES user,
	employer INTEGER REFERENCES employer,
	venue TEXT NOT NULL DEFAULT '',
	case_file INTEGER REFERENCES case_file,
	reason TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE visit_person (
	visit INTEGER NOT NULL REFERENCES visit,
	contact INTEGER NOT NULL REFERENCES contact,
	PRIMARY KEY (visit, contact)
) STRICT, WITHOUT ROWID;

CREATE TABLE visit_benchmark (
	visit INTEGER NOT NULL REFERENCES visit,
	benchmark INTEGER NOT NULL,
	PRIMARY KEY (visit, benchmark)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan (
	id INTEGER PRIMARY KEY,
	school INTEGER REFERENCES school,
	year TEXT NOT NULL DEFAULT '',
	status TEXT NOT NULL DEFAULT '',
	owner INTEGER REFERENCES user,
	agreed TEXT,
	review TEXT,
	summary TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE checklist (
	id INTEGER PRIMARY KEY,
	template TEXT NOT NULL DEFAULT '',
	anchor TEXT,
	school INTEGER REFERENCES school,
	about_school INTEGER REFERENCES school,
	about_employer INTEGER REFERENCES employer,
	about_partner INTEGER REFERENCES partner,
	about_contact INTEGER REFERENCES contact,
	about_cluster INTEGER REFERENCES cluster,
	about_encounter INTEGER REFERENCES encounter,
	about_cpd INTEGER REFERENCES cpd,
	about_visit INTEGER REFERENCES visit,
	about_case INTEGER REFERENCES case_file,
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT '',
	CHECK ((about_school IS NOT NULL) + (about_employer IS NOT NULL) +
	       (about_partner IS NOT NULL) + (about_contact IS NOT NULL) +
	       (about_cluster IS NOT NULL) + (about_encounter IS NOT NULL) +
	       (about_cpd IS NOT NULL) + (about_visit IS NOT NULL) +
	       (about_case IS NOT NULL) <= 1)
) STRICT;

CREATE TABLE task (
	id INTEGER PRIMARY KEY,
	title TEXT NOT NULL DEFAULT '',
	due TEXT,
	owner_user INTEGER REFERENCES user,
	owner_contact INTEGER REFERENCES contact,
	status TEXT NOT NULL DEFAULT '',
	school INTEGER REFERENCES school,
	about_school INTEGER REFERENCES school,
	about_employer INTEGER REFERENCES employer,
	about_partner INTEGER REFERENCES partner,
	about_contact INTEGER REFERENCES contact,
	about_cluster INTEGER REFERENCES cluster,
	about_encounter INTEGER REFERENCES encounter,
	about_cpd INTEGER REFERENCES cpd,
	about_visit INTEGER REFERENCES visit,
	about_case INTEGER REFERENCES case_file,
	waiting_for TEXT NOT NULL DEFAULT '',
	expected TEXT,
	repeat TEXT NOT NULL DEFAULT '',
	plan INTEGER REFERENCES plan,
	number INTEGER,
	item TEXT NOT NULL DEFAULT '',
	attempt INTEGER,
	done_on TEXT,
	reason TEXT NOT NULL DEFAULT '',
	asked_by INTEGER REFERENCES user,
	checklist INTEGER REFERENCES checklist,
	offset_by TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT '',
	CHECK ((owner_user IS NOT NULL) + (owner_contact IS NOT NULL) <= 1),
	CHECK ((about_school IS NOT NULL) + (about_employer IS NOT NULL) +
	       (about_partner IS NOT NULL) + (about_contact IS NOT NULL) +
	       (about_cluster IS NOT NULL) + (about_encounter IS NOT NULL) +
	       (about_cpd IS NOT NULL) + (about_visit IS NOT NULL) +
	       (about_case IS NOT NULL) <= 1)
) STRICT;

CREATE TABLE task_benchmark (
	task INTEGER NOT NULL REFERENCES task,
	benchmark INTEGER NOT NULL,
	PRIMARY KEY (task, benchmark)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_employer (
	task INTEGER NOT NULL REFERENCES task,
	employer INTEGER NOT NULL REFERENCES employer,
	PRIMARY KEY (task, employer)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_encounter (
	task INTEGER NOT NULL REFERENCES task,
	encounter INTEGER NOT NULL REFERENCES encounter,
	PRIMARY KEY (task, encounter)
) STRICT, WITHOUT ROWID;

CREATE TABLE handover (
	id INTEGER PRIMARY KEY,
	school INTEGER REFERENCES school,
	text TEXT NOT NULL DEFAULT '',
	date TEXT,
	until TEXT,
	by_user INTEGER REFERENCES user,
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE cover (
	id INTEGER PRIMARY KEY,
	user_id INTEGER REFERENCES user,
	by_user INTEGER REFERENCES user,
	from_on TEXT,
	to_on TEXT,
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE succession (
	id INTEGER PRIMARY KEY,
	old_school INTEGER REFERENCES school,
	new_school INTEGER REFERENCES school,
	date TEXT,
	kind TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX term_title ON term(title);
CREATE INDEX term_from_on ON term(from_on);
CREATE INDEX term_school ON term(school) WHERE school IS NOT NULL;
CREATE INDEX event_title ON event(title);
CREATE INDEX event_date ON event(date);
CREATE INDEX event_school_school ON event_school(school);
CREATE INDEX case_file_opened ON case_file(opened);
CREATE INDEX case_file_due ON case_file(due);
CREATE INDEX case_file_school ON case_file(school);
CREATE INDEX case_file_owner ON case_file(owner);
CREATE INDEX case_linked_linked ON case_linked(linked);
-- What is open is little beside what was.
CREATE INDEX case_file_open ON case_file(due)
	WHERE status <> 'closed' AND archived IS NULL;
CREATE INDEX visit_date ON visit(date);
CREATE INDEX visit_school ON visit(school, date);
CREATE INDEX visit_owner ON visit(owner, date);
CREATE INDEX visit_employer ON visit(employer) WHERE employer IS NOT NULL;
CREATE INDEX visit_case_file ON visit(case_file) WHERE case_file IS NOT NULL;
CREATE INDEX visit_person_contact ON visit_person(contact);
CREATE INDEX visit_next_contact ON visit(next_contact);
CREATE INDEX visit_open ON visit(date)
	WHERE status = 'planned' AND archived IS NULL;
CREATE INDEX plan_year ON plan(year);
CREATE INDEX plan_school ON plan(school, year);
CREATE INDEX plan_review ON plan(review);
CREATE INDEX plan_owner ON plan(owner) WHERE owner IS NOT NULL;
CREATE INDEX checklist_anchor ON checklist(anchor);
CREATE INDEX checklist_school ON checklist(school) WHERE school IS NOT NULL;
CREATE INDEX checklist_about_school ON checklist(about_school)
	WHERE about_school IS NOT NULL;
CREATE INDEX checklist_about_employer ON checklist(about_employer)
	WHERE about_employer IS NOT NULL;
CREATE INDEX checklist_about_partner ON checklist(about_partner)
	WHERE about_partner IS NOT NULL;
CREATE INDEX checklist_about_contact ON checklist(about_contact)
	WHERE about_contact IS NOT NULL;
CREATE INDEX checklist_about_cluster ON checklist(about_cluster)
	WHERE about_cluster IS NOT NULL;
CREATE INDEX checklist_about_encounter ON checklist(about_encounter)
	WHERE about_encounter IS NOT NULL;
CREATE INDEX checklist_about_cpd ON checklist(about_cpd)
	WHERE about_cpd IS NOT NULL;
CREATE INDEX checklist_about_visit ON checklist(about_visit)
	WHERE about_visit IS NOT NULL;
CREATE INDEX checklist_about_case ON checklist(about_case)
	WHERE about_case IS NOT NULL;
CREATE INDEX task_due ON task(due);
CREATE INDEX task_school ON task(school, due) WHERE school IS NOT NULL;
CREATE INDEX task_owner_user ON task(owner_user, due)
	WHERE owner_user IS NOT NULL;
CREATE INDEX task_owner_contact ON task(owner_contact)
	WHERE owner_contact IS NOT NULL;
CREATE INDEX task_about_school ON task(about_school)
	WHERE about_school IS NOT NULL;
CREATE INDEX task_about_employer ON task(about_employer)
	WHERE about_employer IS NOT NULL;
CREATE INDEX task_about_partner ON task(about_partner)
	WHERE about_partner IS NOT NULL;
CREATE INDEX task_about_contact ON task(about_contact)
	WHERE about_contact IS NOT NULL;
CREATE INDEX task_about_cluster ON task(about_cluster)
	WHERE about_cluster IS NOT NULL;
CREATE INDEX task_about_encounter ON task(about_encounter)
	WHERE about_encounter IS NOT NULL;
CREATE INDEX task_about_cpd ON task(about_cpd) WHERE about_cpd IS NOT NULL;
CREATE INDEX task_about_visit ON task(about_visit)
	WHERE about_visit IS NOT NULL;
CREATE INDEX task_about_case ON task(about_case) WHERE about_case IS NOT NULL;
CREATE INDEX task_plan ON task(plan) WHERE plan IS NOT NULL;
CREATE INDEX task_asked_by ON task(asked_by) WHERE asked_by IS NOT NULL;
CREATE INDEX task_checklist ON task(checklist) WHERE checklist IS NOT NULL;
CREATE INDEX task_employer_employer ON task_employer(employer);
CREATE INDEX task_encounter_encounter ON task_encounter(encounter);
CREATE INDEX task_open ON task(due)
	WHERE status IN ('open', 'waiting') AND archived IS NULL;
CREATE INDEX handover_date ON handover(date);
CREATE INDEX handover_school ON handover(school);
CREATE INDEX handover_by_user ON handover(by_user);
CREATE INDEX cover_from_on ON cover(from_on);
CREATE INDEX cover_user_id ON cover(user_id);
CREATE INDEX cover_by_user ON cover(by_user);
CREATE INDEX succession_date ON succession(date);
CREATE INDEX succession_old_school ON succession(old_school);
CREATE INDEX succession_new_school ON succession(new_school);
-- What lasts several days, for the week in which it ends.
CREATE INDEX encounter_end_on ON encounter(end_on) WHERE end_on IS NOT NULL;
