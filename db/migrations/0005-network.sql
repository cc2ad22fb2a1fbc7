-- 0005-network.sql - what crosses schools: volunteers and their matches,
-- placements, requests and offers, claims of clusters, notices, commitments,
-- targets, the month-end return.
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE volunteer (
	id INTEGER PRIMARY KEY,
	contact INTEGER REFERENCES contact,
	kind TEXT NOT NULL DEFAULT '',
	employer INTEGER REFERENCES employer,
	stage TEXT NOT NULL DEFAULT '',
	reason TEXT NOT NULL DEFAULT '',
	sector TEXT NOT NULL DEFAULT '',
	interests TEXT NOT NULL DEFAULT '',
	capacity INTEGER,
	signed_up TEXT,
	induction TEXT NOT NULL DEFAULT '',
	dbs_status TEXT NOT NULL DEFAULT '',
	dbs_date TEXT,
	title TEXT NOT NULL DEFAULT '',
	job_title TEXT NOT NULL DEFAULT '',
	qualification TEXT NOT NULL DEFAULT '',
	how_heard TEXT NOT NULL DEFAULT '',
	employment TEXT NOT NULL DEFAULT '',
	occupation TEXT NOT NULL DEFAULT '',
	eoi_number TEXT NOT NULL DEFAULT '',
	owner INTEGER REFERENCES user,
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE volunteer_borough (
	volunteer INTEGER NOT NULL REFERENCES volunteer,
	borough TEXT NOT NULL,
	PRIMARY KEY (volunteer, borough)
) STRICT, WITHOUT ROWID;

CREATE TABLE volunteer_match (
	id INTEGER PRIMARY KEY,
	volunteer INTEGER REFERENCES volunteer,
	school INTEGER REFERENCES school,
	kind TEXT NOT NULL DEFAULT '',
	status TEXT NOT NULL DEFAULT '',
	from_on TEXT,
	to_on TEXT,
	reason TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE activity (
	id INTEGER PRIMARY KEY,
	volunteer INTEGER REFERENCES volunteer,
	school INTEGER REFERENCES school,
	kind TEXT NOT NULL DEFAULT '',
	date TEXT,
	minutes INTEGER,
	summary TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE placement (
	id INTEGER PRIMARY KEY,
	school INTEGER REFERENCES school,
	employer INTEGER REFERENCES employer,
	kind TEXT NOT NULL DEFAULT '',
	from_on TEXT,
	to_on TEXT,
	status TEXT NOT NULL DEFAULT '',
	grp TEXT NOT NULL DEFAULT '',
	places INTEGER,
	filled INTEGER,
	hours REAL,
	early_years TEXT NOT NULL DEFAULT '',
	send TEXT NOT NULL DEFAULT '',
	mode TEXT NOT NULL DEFAULT '',
	liability TEXT,
	public_liability TEXT,
	risk TEXT,
	safety TEXT,
	checker TEXT NOT NULL DEFAULT '',
	consent TEXT NOT NULL DEFAULT '',
	agreement TEXT NOT NULL DEFAULT '',
	emergency TEXT NOT NULL DEFAULT '',
	mid_visit TEXT,
	dbs_status TEXT NOT NULL DEFAULT '',
	dbs_date TEXT,
	encounter INTEGER REFERENCES encounter,
	cluster INTEGER REFERENCES cluster,
	owner INTEGER REFERENCES user,
	reason TEXT NOT NULL DEFAULT '',
	summary TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE request (
	id INTEGER PRIMARY KEY,
	school INTEGER REFERENCES school,
	title TEXT NOT NULL DEFAULT '',
	kind TEXT NOT NULL DEFAULT '',
	sector TEXT NOT NULL DEFAULT '',
	pupils INTEGER,
	by_on TEXT,
	status TEXT NOT NULL DEFAULT '',
	date TEXT,
	contact INTEGER REFERENCES contact,
	encounter INTEGER REFERENCES encounter,
	owner INTEGER REFERENCES user,
	reason TEXT NOT NULL DEFAULT '',
	summary TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE request_group (
	request INTEGER NOT NULL REFERENCES request,
	grp TEXT NOT NULL,
	PRIMARY KEY (request, grp)
) STRICT, WITHOUT ROWID;

CREATE TABLE offer (
	id INTEGER PRIMARY KEY,
	organisation_employer INTEGER REFERENCES employer,
	organisation_partner INTEGER REFERENCES partner,
	title TEXT NOT NULL DEFAULT '',
	kind TEXT NOT NULL DEFAULT '',
	places INTEGER,
	term TEXT NOT NULL DEFAULT '',
	from_on TEXT,
	to_on TEXT,
	status TEXT NOT NULL DEFAULT '',
	date TEXT,
	contact INTEGER REFERENCES contact,
	reason TEXT NOT NULL DEFAULT '',
	summary TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT '',
	CHECK ((organisation_employer IS NOT NULL) +
	       (organisation_partner IS NOT NULL) <= 1)
) STRICT;

CREATE TABLE offer_group (
	offer INTEGER NOT NULL REFERENCES offer,
	grp TEXT NOT NULL,
	PRIMARY KEY (offer, grp)
) STRICT, WITHOUT ROWID;

CREATE TABLE offer_borough (
	offer INTEGER NOT NULL REFERENCES offer,
	borough TEXT NOT NULL,
	PRIMARY KEY (offer, borough)
) STRICT, WITHOUT ROWID;

CREATE TABLE approach (
	id INTEGER PRIMARY KEY,
	organisation_employer INTEGER REFERENCES employer,
	organisation_partner INTEGER REFERENCES partner,
	request INTEGER REFERENCES request,
	offer INTEGER REFERENCES offer,
	date TEXT,
	status TEXT NOT NULL DEFAULT '',
	contact INTEGER REFERENCES contact,
	encounter INTEGER REFERENCES encounter,
	owner INTEGER REFERENCES user,
	reason TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT '',
	CHECK ((organisation_employer IS NOT NULL) +
	       (organisation_partner IS NOT NULL) <= 1)
) STRICT;

CREATE TABLE funding (
	id INTEGER PRIMARY KEY,
	cluster INTEGER REFERENCES cluster,
	funder TEXT NOT NULL DEFAULT '',
	reference TEXT NOT NULL DEFAULT '',
	amount REAL,
	from_on TEXT,
	to_on TEXT,
	hold_until TEXT,
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE deliverable (
	id INTEGER PRIMARY KEY,
	cluster INTEGER REFERENCES cluster,
	code TEXT NOT NULL DEFAULT '',
	target REAL,
	by_on TEXT,
	rate REAL,
	evidence TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE pilot (
	id INTEGER PRIMARY KEY,
	title TEXT NOT NULL DEFAULT '',
	cluster INTEGER REFERENCES cluster,
	employer INTEGER REFERENCES employer,
	from_on TEXT,
	to_on TEXT,
	status TEXT NOT NULL DEFAULT '',
	evidence TEXT NOT NULL DEFAULT '',
	reason TEXT NOT NULL DEFAULT '',
	summary TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE resource (
	id INTEGER PRIMARY KEY,
	title TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	link TEXT NOT NULL DEFAULT '',
	kind TEXT NOT NULL DEFAULT '',
	publisher TEXT NOT NULL DEFAULT '',
	checked TEXT,
	summary TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE resource_audience (
	resource INTEGER NOT NULL REFERENCES resource,
	audience TEXT NOT NULL,
	PRIMARY KEY (resource, audience)
) STRICT, WITHOUT ROWID;

CREATE TABLE resource_benchmark (
	resource INTEGER NOT NULL REFERENCES resource,
	benchmark INTEGER NOT NULL,
	PRIMARY KEY (resource, benchmark)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
	id INTEGER PRIMARY KEY,
	title TEXT NOT NULL DEFAULT '',
	date TEXT,
	status TEXT NOT NULL DEFAULT '',
	direction TEXT NOT NULL DEFAULT '',
	audience TEXT NOT NULL DEFAULT '',
	role TEXT NOT NULL DEFAULT '',
	sender TEXT NOT NULL DEFAULT '',
	reply_to TEXT NOT NULL DEFAULT '',
	template TEXT NOT NULL DEFAULT '',
	body TEXT NOT NULL DEFAULT '',
	follows INTEGER REFERENCES notice,
	attempt INTEGER,
	due TEXT,
	owner INTEGER REFERENCES user,
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE notice_attachment (
	notice INTEGER NOT NULL REFERENCES notice,
	name TEXT NOT NULL,
	PRIMARY KEY (notice, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice_resource (
	notice INTEGER NOT NULL REFERENCES notice,
	resource INTEGER NOT NULL REFERENCES resource,
	PRIMARY KEY (notice, resource)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice_benchmark (
	notice INTEGER NOT NULL REFERENCES notice,
	benchmark INTEGER NOT NULL,
	PRIMARY KEY (notice, benchmark)
) STRICT, WITHOUT ROWID;

CREATE TABLE recipient (
	id INTEGER PRIMARY KEY,
	notice INTEGER REFERENCES notice,
	organisation_school INTEGER REFERENCES school,
	organisation_employer INTEGER REFERENCES employer,
	organisation_partner INTEGER REFERENCES partner,
	contact INTEGER REFERENCES contact,
	status TEXT NOT NULL DEFAULT '',
	sent TEXT,
	replied TEXT,
	reply TEXT NOT NULL DEFAULT '',
	next_on TEXT,
	reason TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT '',
	CHECK ((organisation_school IS NOT NULL) +
	       (organisation_employer IS NOT NULL) +
	       (organisation_partner IS NOT NULL) <= 1)
) STRICT;

CREATE TABLE claim (
	id INTEGER PRIMARY KEY,
	cluster INTEGER REFERENCES cluster,
	funding INTEGER REFERENCES funding,
	funder TEXT NOT NULL DEFAULT '',
	from_on TEXT,
	to_on TEXT,
	status TEXT NOT NULL DEFAULT '',
	amount REAL,
	reference TEXT NOT NULL DEFAULT '',
	submitted TEXT,
	submitted_by INTEGER REFERENCES user,
	paid TEXT,
	reason TEXT NOT NULL DEFAULT '',
	frozen TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE line (
	id INTEGER PRIMARY KEY,
	claim INTEGER REFERENCES claim,
	deliverable TEXT NOT NULL DEFAULT '',
	about_encounter INTEGER REFERENCES encounter,
	about_placement INTEGER REFERENCES placement,
	about_pilot INTEGER REFERENCES pilot,
	about_school INTEGER REFERENCES school,
	about_employer INTEGER REFERENCES employer,
	about_cpd INTEGER REFERENCES cpd,
	about_plan INTEGER REFERENCES plan,
	quantity REAL,
	amount REAL,
	month TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	evidence TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT '',
	CHECK ((about_encounter IS NOT NULL) +
	       (about_placement IS NOT NULL) +
	       (about_pilot IS NOT NULL) +
	       (about_school IS NOT NULL) +
	       (about_employer IS NOT NULL) +
	       (about_cpd IS NOT NULL) +
	       (about_plan IS NOT NULL) <= 1)
) STRICT;

CREATE TABLE commitment (
	id INTEGER PRIMARY KEY,
	title TEXT NOT NULL DEFAULT '',
	actor TEXT NOT NULL DEFAULT '',
	organisation_school INTEGER REFERENCES school,
	organisation_employer INTEGER REFERENCES employer,
	organisation_partner INTEGER REFERENCES partner,
	item TEXT NOT NULL DEFAULT '',
	owner TEXT NOT NULL DEFAULT '',
	due TEXT,
	status TEXT NOT NULL DEFAULT '',
	evidence TEXT NOT NULL DEFAULT '',
	source TEXT NOT NULL DEFAULT '',
	unit TEXT NOT NULL DEFAULT '',
	baseline REAL,
	baseline_year TEXT NOT NULL DEFAULT '',
	target REAL,
	actual REAL,
	actual_on TEXT,
	summary TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT '',
	CHECK ((organisation_school IS NOT NULL) +
	       (organisation_employer IS NOT NULL) +
	       (organisation_partner IS NOT NULL) <= 1)
) STRICT;

CREATE TABLE target (
	id INTEGER PRIMARY KEY,
	title TEXT NOT NULL DEFAULT '',
	measure TEXT NOT NULL DEFAULT '',
	network INTEGER REFERENCES network,
	from_on TEXT,
	by_on TEXT,
	baseline REAL,
	target REAL,
	actual REAL,
	actual_on TEXT,
	source TEXT NOT NULL DEFAULT '',
	owner INTEGER REFERENCES user,
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE target_reading (
	target INTEGER NOT NULL REFERENCES target,
	reading TEXT NOT NULL,
	PRIMARY KEY (target, reading)
) STRICT, WITHOUT ROWID;

CREATE TABLE return (
	id INTEGER PRIMARY KEY,
	month TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
	due TEXT,
	status TEXT NOT NULL DEFAULT '',
	confirmed TEXT,
	confirmed_by INTEGER REFERENCES user,
	compared TEXT,
	frozen TEXT NOT NULL DEFAULT '',
	download TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	archived TEXT,
	archived_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE employer_borough (
	employer INTEGER NOT NULL REFERENCES employer,
	borough TEXT NOT NULL,
	PRIMARY KEY (employer, borough)
) STRICT, WITHOUT ROWID;

CREATE TABLE partner_borough (
	partner INTEGER NOT NULL REFERENCES partner,
	borough TEXT NOT NULL,
	PRIMARY KEY (partner, borough)
) STRICT, WITHOUT ROWID;

ALTER TABLE employer ADD COLUMN cornerstone_from TEXT;
ALTER TABLE employer ADD COLUMN cornerstone_to TEXT;
ALTER TABLE employer ADD COLUMN not_before TEXT;
ALTER TABLE contact ADD COLUMN register_on TEXT;
ALTER TABLE booking ADD COLUMN evaluation INTEGER;
ALTER TABLE task ADD COLUMN about_volunteer INTEGER REFERENCES volunteer;
ALTER TABLE task ADD COLUMN about_notice INTEGER REFERENCES notice;
ALTER TABLE task ADD COLUMN about_request INTEGER REFERENCES request;
ALTER TABLE task ADD COLUMN about_placement INTEGER REFERENCES placement;
ALTER TABLE task ADD COLUMN about_claim INTEGER REFERENCES claim
	CHECK ((about_volunteer IS NOT NULL) + (about_notice IS NOT NULL) +
	       (about_request IS NOT NULL) + (about_placement IS NOT NULL) +
	       (about_claim IS NOT NULL) + (about_school IS NOT NULL) +
	       (about_employer IS NOT NULL) + (about_partner IS NOT NULL) +
	       (about_contact IS NOT NULL) + (about_cluster IS NOT NULL) +
	       (about_encounter IS NOT NULL) + (about_cpd IS NOT NULL) +
	       (about_visit IS NOT NULL) + (about_case IS NOT NULL) <= 1);

CREATE INDEX volunteer_contact ON volunteer(contact);
CREATE INDEX volunteer_employer ON volunteer(employer)
	WHERE employer IS NOT NULL;
CREATE INDEX volunteer_signed_up ON volunteer(signed_up);
CREATE INDEX volunteer_owner ON volunteer(owner) WHERE owner IS NOT NULL;
CREATE INDEX volunteer_match_volunteer ON volunteer_match(volunteer);
CREATE INDEX volunteer_match_school ON volunteer_match(school);
CREATE INDEX volunteer_match_from_on ON volunteer_match(from_on);
CREATE INDEX activity_volunteer ON activity(volunteer);
CREATE INDEX activity_school ON activity(school) WHERE school IS NOT NULL;
CREATE INDEX activity_date ON activity(date);
CREATE INDEX placement_school ON placement(school);
CREATE INDEX placement_employer ON placement(employer)
	WHERE employer IS NOT NULL;
CREATE INDEX placement_from_on ON placement(from_on);
CREATE INDEX placement_encounter ON placement(encounter)
	WHERE encounter IS NOT NULL;
CREATE INDEX placement_cluster ON placement(cluster) WHERE cluster IS NOT NULL;
CREATE INDEX placement_owner ON placement(owner) WHERE owner IS NOT NULL;
CREATE INDEX request_school ON request(school);
CREATE INDEX request_by_on ON request(by_on);
CREATE INDEX request_date ON request(date);
CREATE INDEX request_contact ON request(contact) WHERE contact IS NOT NULL;
CREATE INDEX request_encounter ON request(encounter)
	WHERE encounter IS NOT NULL;
CREATE INDEX request_owner ON request(owner) WHERE owner IS NOT NULL;
CREATE INDEX offer_organisation_employer ON offer(organisation_employer)
	WHERE organisation_employer IS NOT NULL;
CREATE INDEX offer_organisation_partner ON offer(organisation_partner)
	WHERE organisation_partner IS NOT NULL;
CREATE INDEX offer_date ON offer(date);
CREATE INDEX offer_contact ON offer(contact) WHERE contact IS NOT NULL;
CREATE INDEX approach_organisation_employer ON approach(organisation_employer)
	WHERE organisation_employer IS NOT NULL;
CREATE INDEX approach_organisation_partner ON approach(organisation_partner)
	WHERE organisation_partner IS NOT NULL;
CREATE INDEX approach_request ON approach(request) WHERE request IS NOT NULL;
CREATE INDEX approach_offer ON approach(offer) WHERE offer IS NOT NULL;
CREATE INDEX approach_date ON approach(date);
CREATE INDEX approach_contact ON approach(contact) WHERE contact IS NOT NULL;
CREATE INDEX approach_encounter ON approach(encounter)
	WHERE encounter IS NOT NULL;
CREATE INDEX approach_owner ON approach(owner) WHERE owner IS NOT NULL;
CREATE INDEX funding_cluster ON funding(cluster);
CREATE INDEX funding_from_on ON funding(from_on);
CREATE INDEX deliverable_cluster ON deliverable(cluster);
CREATE INDEX deliverable_by_on ON deliverable(by_on);
CREATE INDEX pilot_cluster ON pilot(cluster);
CREATE INDEX pilot_employer ON pilot(employer) WHERE employer IS NOT NULL;
CREATE INDEX pilot_from_on ON pilot(from_on);
CREATE INDEX resource_title ON resource(title);
CREATE INDEX resource_checked ON resource(checked);
CREATE INDEX notice_date ON notice(date);
CREATE INDEX notice_resource_resource ON notice_resource(resource);
CREATE INDEX notice_follows ON notice(follows) WHERE follows IS NOT NULL;
CREATE INDEX notice_owner ON notice(owner) WHERE owner IS NOT NULL;
CREATE INDEX recipient_notice ON recipient(notice);
CREATE INDEX recipient_organisation_school ON recipient(organisation_school)
	WHERE organisation_school IS NOT NULL;
CREATE INDEX recipient_organisation_employer ON recipient(organisation_employer)
	WHERE organisation_employer IS NOT NULL;
CREATE INDEX recipient_organisation_partner ON recipient(organisation_partner)
	WHERE organisation_partner IS NOT NULL;
CREATE INDEX recipient_contact ON recipient(contact) WHERE contact IS NOT NULL;
CREATE INDEX recipient_sent ON recipient(sent);
CREATE INDEX recipient_next_on ON recipient(next_on) WHERE next_on IS NOT NULL;
CREATE INDEX claim_cluster ON claim(cluster);
CREATE INDEX claim_funding ON claim(funding) WHERE funding IS NOT NULL;
CREATE INDEX claim_from_on ON claim(from_on);
CREATE INDEX claim_submitted_by ON claim(submitted_by)
	WHERE submitted_by IS NOT NULL;
CREATE INDEX line_month ON line(month);
CREATE INDEX line_claim ON line(claim);
CREATE INDEX line_about_encounter ON line(about_encounter)
	WHERE about_encounter IS NOT NULL;
CREATE INDEX line_about_placement ON line(about_placement)
	WHERE about_placement IS NOT NULL;
CREATE INDEX line_about_pilot ON line(about_pilot)
	WHERE about_pilot IS NOT NULL;
CREATE INDEX line_about_school ON line(about_school)
	WHERE about_school IS NOT NULL;
CREATE INDEX line_about_employer ON line(about_employer)
	WHERE about_employer IS NOT NULL;
CREATE INDEX line_about_cpd ON line(about_cpd) WHERE about_cpd IS NOT NULL;
CREATE INDEX line_about_plan ON line(about_plan) WHERE about_plan IS NOT NULL;
CREATE INDEX commitment_organisation_school ON commitment(organisation_school)
	WHERE organisation_school IS NOT NULL;
CREATE INDEX commitment_organisation_employer ON commitment(organisation_employer)
	WHERE organisation_employer IS NOT NULL;
CREATE INDEX commitment_organisation_partner ON commitment(organisation_partner)
	WHERE organisation_partner IS NOT NULL;
CREATE INDEX commitment_due ON commitment(due);
CREATE INDEX target_network ON target(network) WHERE network IS NOT NULL;
CREATE INDEX target_by_on ON target(by_on);
CREATE INDEX target_owner ON target(owner) WHERE owner IS NOT NULL;
CREATE INDEX return_month ON return(month);
CREATE INDEX return_due ON return(due);
CREATE INDEX return_confirmed_by ON return(confirmed_by)
	WHERE confirmed_by IS NOT NULL;
CREATE INDEX task_about_volunteer ON task(about_volunteer)
	WHERE about_volunteer IS NOT NULL;
CREATE INDEX task_about_notice ON task(about_notice)
	WHERE about_notice IS NOT NULL;
CREATE INDEX task_about_request ON task(about_request)
	WHERE about_request IS NOT NULL;
CREATE INDEX task_about_placement ON task(about_placement)
	WHERE about_placement IS NOT NULL;
CREATE INDEX task_about_claim ON task(about_claim)
	WHERE about_claim IS NOT NULL;
CREATE INDEX volunteer_borough_borough ON volunteer_borough(borough);
CREATE INDEX employer_borough_borough ON employer_borough(borough);
CREATE INDEX partner_borough_borough ON partner_borough(borough);
CREATE INDEX offer_borough_borough ON offer_borough(borough);

-- Who is known not to be one with whom, though they look alike.
CREATE TABLE employer_distinct (
	employer INTEGER NOT NULL REFERENCES employer,
	other INTEGER NOT NULL REFERENCES employer,
	PRIMARY KEY (employer, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE partner_distinct (
	partner INTEGER NOT NULL REFERENCES partner,
	other INTEGER NOT NULL REFERENCES partner,
	PRIMARY KEY (partner, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_distinct (
	contact INTEGER NOT NULL REFERENCES contact,
	other INTEGER NOT NULL REFERENCES contact,
	PRIMARY KEY (contact, other)
) STRICT, WITHOUT ROWID;

CREATE INDEX employer_distinct_other ON employer_distinct(other);
CREATE INDEX partner_distinct_other ON partner_distinct(other);
CREATE INDEX contact_distinct_other ON contact_distinct(other);
