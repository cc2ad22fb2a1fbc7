/* doctor_settings.c - settings, the time zone, rules of the hub, the clock.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/doctor_int.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "app/access.h"
#include "app/eligible.h"
#include "app/rulebook.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/shipped.h"
#include "base/str.h"
#include "model/access.h"
#include "model/eligible.h"

#define DAY_MS		INT64_C(86400000)
#define BUILT_MS	INT64_C(1735689600000)	/* 2025-01-01: none is older */

void
doctor_settings(struct doctor *d)
{
	struct strs files = { 0 };
	struct options *o = options_new();
	size_t there = 0;

	options_files(d->config, &files);
	for (size_t i = 0; i < files.n; i++) {
		struct err e = { 0 };
		enum status st = options_read_file(o, files.v[i], &e);

		if (st == ST_NOT_FOUND && d->config == NULL)
			continue;
		there++;
		if (st == ST_OK)
			doctor_ok(d, "Settings are read from %s.", files.v[i]);
		else
			doctor_find(d, DOCTOR_ERROR, "Mend that line; until "
			    "then nothing but the doctor starts.", "%s",
			    e.text);
	}
	if (there == 0)
		doctor_ok(d, "There is no file of settings: all are the usual "
		    "ones.");
	struct err e = { 0 };

	if (d->from->start->check != NULL &&
	    d->from->start->check(o, &e) != ST_OK)
		doctor_find(d, DOCTOR_ERROR, "Mend that line under [keys].",
		    "%s", e.text);
	options_free(o);
	strs_clear(&files);
}

void
doctor_zone(struct doctor *d)
{
	const char *zone = option_text(d->opt, OPT_TIMEZONE);

	if (clock_zone_known(zone))
		doctor_ok(d, "Today is by the time zone %s.",
		    zone[0] != '\0' ? zone : "of this machine");
	else
		doctor_find(d, DOCTOR_WARNING, "Install the time zones "
		    "(package tzdata).", "This machine does not know the time "
		    "zone %s: today is by UTC.", zone);
}

/* A file of another name is read by nobody. */
static size_t
strange_rules(struct doctor *d, const char *dir, DIR *in)
{
	const struct dirent *f;
	size_t known = 0;

	while ((f = readdir(in)) != NULL) {
		if (!str_ends(f->d_name, ".csv"))
			continue;
		if (shipped_find(f->d_name) != NULL)
			known++;
		else
			doctor_find(d, DOCTOR_WARNING, "Name it as the file "
			    "whose rules it adds to: see [rules] folder in "
			    "the manual.", "%s/%s is read by nobody.", dir,
			    f->d_name);
	}
	return known;
}

static size_t
rules_fail(struct doctor *d, enum status st, const struct err *e)
{
	if (st != ST_OK)
		doctor_find(d, DOCTOR_ERROR, "Mend that line of the hub's "
		    "rules.", "%s", e->text);
	return st != ST_OK;
}

/* Those that every session needs; each reads its files. */
static size_t
read_rules(struct doctor *d)
{
	struct eligible *eligible = NULL;
	struct access_law *law = NULL;
	struct nationals england = { 0 };
	struct err e = { 0 };
	size_t bad;
	enum status st;

	bad = rules_fail(d, eligible_read(d->opt, &eligible, &e), &e);
	eligible_free(eligible);
	bad += rules_fail(d, access_read_law(d->opt, &law, &e), &e);
	access_law_free(law);
	st = rulebook_nationals(d->opt, &england, &e);
	bad += rules_fail(d, st, &e);
	if (st == ST_OK)
		nationals_clear(&england);
	return bad;
}

/* The others, as far as reading goes. */
static size_t
open_rules(struct doctor *d)
{
	const struct shipped *s;
	size_t bad = 0;

	for (s = shipped_files; s->name != NULL; s++) {
		struct rulebook b;
		struct err e = { 0 };

		if (!str_ends(s->name, ".csv"))
			continue;
		if (rules_fail(d, rulebook_open(d->opt, s->name, &b, &e), &e))
			bad++;
		else
			rulebook_close(&b);
	}
	return bad;
}

void
doctor_rules(struct doctor *d)
{
	char *dir = path_typed(option_text(d->opt, OPT_RULES_DIR));
	DIR *in = *dir != '\0' ? opendir(dir) : NULL;
	size_t known;

	if (*dir != '\0' && in == NULL) {
		struct err e = { 0 };

		(void)err_errno(&e, "cannot read the folder of rules %s", dir);
		doctor_find(d, DOCTOR_ERROR, "Make the folder readable, or "
		    "name another under [rules] folder.", "%s", e.text);
	} else if (in != NULL) {
		known = strange_rules(d, dir, in);
		closedir(in);
		if (open_rules(d) == 0 && read_rules(d) == 0)
			doctor_ok(d, "%zu file%s of the hub's own rules %s in "
			    "%s.", known, known == 1 ? "" : "s",
			    known == 1 ? "is" : "are", dir);
	}
	free(dir);
}

void
doctor_clock(struct doctor *d)
{
	char at[25];

	if (clock_is_fixed()) {
		doctor_find(d, DOCTOR_WARNING, "Unset CASELOAD_NOW: it is for "
		    "tests.", "The time is fixed by CASELOAD_NOW.");
		return;
	}
	if (d->db.newest_ms > d->now + DAY_MS) {
		clock_iso(d->db.newest_ms, at);
		doctor_find(d, DOCTOR_ERROR, "Set the clock of this machine; "
		    "until then saves carry the time of the newest one.",
		    "The newest save is of %.16s UTC, which the clock has not "
		    "reached.", at);
	} else if (d->now < BUILT_MS) {
		doctor_find(d, DOCTOR_ERROR, "Set the clock of this machine.",
		    "The clock of this machine is years behind.");
	} else {
		doctor_ok(d, "The clock is not behind the newest save.");
	}
}
