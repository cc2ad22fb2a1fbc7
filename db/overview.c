/* overview.c - one school's figures, people and days.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/overview.h"

#include <stdlib.h>
#include <string.h>

enum status
overview_rolls(struct db *db, int64_t school, const char *year,
    void (*fn)(void *, const char *, int64_t, bool), void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_OVERVIEW_ROLLS, &s, e)) ||
	    (st = db_bindf(s, e, "ls", school, year)))
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_text(s, 0), db_null(s, 1) ? -1 : db_int(s, 1),
		    db_text(s, 2)[0] == 'y');
	return st;
}

enum status
overview_people(struct db *db, int64_t school, const char *today,
    void (*fn)(void *, const char *, const char *, const char *,
    const char *, int64_t), void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_OVERVIEW_PEOPLE, &s, e)) ||
	    (st = db_bindf(s, e, "ls", school, today)))
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_text(s, 0), db_text(s, 1), db_text(s, 2),
		    db_text(s, 3), db_int(s, 4));
	return st;
}

enum status
overview_left(struct db *db, int64_t school, const char *role,
    const char *today, int *day, struct err *e)
{
	char *text = NULL;
	enum status st;

	st = db_get_text(db, Q_OVERVIEW_LEFT, &text, e, "lss", school, role,
	    today);
	if (st == ST_OK)
		*day = text != NULL ? day_from_iso(text) : DAY_NONE;
	free(text);
	return st;
}

enum status
overview_days(struct db *db, int64_t school, const char *today,
    int64_t *last, int64_t *next, int64_t *late, struct err *e)
{
	enum status st;

	if ((st = db_get_int(db, Q_OVERVIEW_LAST, 0, last, e, "ls", school,
	    today)) || (st = db_get_int(db, Q_OVERVIEW_NEXT, 0, next, e,
	    "ls", school, today)))
		return st;
	return db_get_int(db, Q_OVERVIEW_OPEN, 0, late, e, "ls", school,
	    today);
}

enum status
overview_stage(struct db *db, int64_t school, const char *today,
    void (*fn)(void *, int64_t, const char *, const char *, const char *,
    const char *), void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_OVERVIEW_STAGE, &s, e)) ||
	    (st = db_bindf(s, e, "ls", school, today)))
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_int(s, 0), db_text(s, 1), db_text(s, 2),
		    db_text(s, 3), db_text(s, 4));
	return st;
}

enum status
overview_coordinators(struct db *db, int64_t school, const char *today,
    void (*fn)(void *, int64_t, const char *), void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_OVERVIEW_COORDINATORS, &s, e)) ||
	    (st = db_bindf(s, e, "ls", school, today)))
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_int(s, 0), db_text(s, 1));
	return st;
}

enum status
overview_advisers(struct db *db, int64_t school, const char *today,
    void (*fn)(void *, int64_t, const char *, const char *, const char *),
    void *arg, struct err *e)
{
	struct stmt *s;
	enum status st;
	bool more;

	if ((st = db_stmt(db, Q_OVERVIEW_ADVISERS, &s, e)) ||
	    (st = db_bindf(s, e, "ls", school, today)))
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more)
		fn(arg, db_int(s, 0), db_text(s, 1), db_text(s, 2),
		    db_text(s, 3));
	return st;
}

enum status
overview_given(struct db *db, int64_t school, const char *first,
    const char *last, int64_t *out, struct err *e)
{
	return db_get_int(db, Q_OVERVIEW_GIVEN, 0, out, e, "lss", school,
	    first, last);
}

enum status
overview_results(struct db *db, int64_t school, const char *source,
    const char *today, int64_t n, void (*fn)(void *, int64_t, const char *,
    const char *, const int *), void *arg, struct err *e)
{
	int percent[BENCHMARKS];
	struct stmt *s;
	enum status st;
	bool more;
	int i;

	if ((st = db_stmt(db, Q_OVERVIEW_RESULTS, &s, e)) ||
	    (st = db_bindf(s, e, "lssl", school, source, today, n)))
		return st;
	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		for (i = 0; i < BENCHMARKS; i++)
			percent[i] = db_null(s, 3 + i) ? -1 :
			    (int)db_int(s, 3 + i);
		fn(arg, db_int(s, 0), db_text(s, 1), db_text(s, 2), percent);
	}
	return st;
}

/* --- the timeline -------------------------------------------------------- */

static const struct {
	const char	*of;		/* whose it is */
	const char	*entity;
	enum query	 q;
} kinds[] = {
	{ "school", "encounter", Q_TIMELINE_ENCOUNTERS },
	{ "school", "booking", Q_TIMELINE_CPD },
	{ "school", "role", Q_TIMELINE_ROLES },
	{ "school", "member", Q_TIMELINE_CLUSTERS },
	{ "school", "coordinator", Q_TIMELINE_COORDINATORS },
	{ "school", "membership", Q_TIMELINE_STAGES },
	{ "school", "assessment", Q_TIMELINE_RESULTS },
	{ "school", "fact", Q_TIMELINE_FACTS },
	{ "school", "visit", Q_TIMELINE_VISITS },
	{ "school", "task", Q_TIMELINE_TASKS },
	{ "school", "case", Q_TIMELINE_CASES },
	{ "school", "plan", Q_TIMELINE_PLANS },
	{ "school", "handover", Q_TIMELINE_NOTES },
	{ "school", "checklist", Q_TIMELINE_CHECKLISTS },
	{ "school", "succession", Q_TIMELINE_SUCCESSIONS },
	{ "school", "match", Q_TIMELINE_MATCHES },
	{ "school", "activity", Q_TIMELINE_ACTIVITIES },
	{ "school", "request", Q_TIMELINE_REQUESTS },
	{ "school", "placement", Q_TIMELINE_PLACEMENTS },
	{ "school", "recipient", Q_TIMELINE_NOTICES },
	{ "employer", "encounter", Q_TIMELINE_EMPLOYER_ENCOUNTERS },
	{ "employer", "visit", Q_TIMELINE_EMPLOYER_VISITS },
	{ "employer", "role", Q_TIMELINE_EMPLOYER_ROLES },
	{ "employer", "offer", Q_TIMELINE_EMPLOYER_OFFERS },
	{ "employer", "approach", Q_TIMELINE_EMPLOYER_APPROACHES },
	{ "employer", "placement", Q_TIMELINE_EMPLOYER_PLACEMENTS },
	{ "employer", "recipient", Q_TIMELINE_EMPLOYER_NOTICES },
	{ "case", "visit", Q_TIMELINE_CASE_VISITS },
	{ "case", "task", Q_TIMELINE_CASE_TASKS },
	{ "case", "case", Q_TIMELINE_CASE_LINKED },
	{ "case", "checklist", Q_TIMELINE_CASE_CHECKLISTS },
};

/* Its first day, and its last where that is an event of its own, by UNTIL. */
static void
one_row(struct stmt *s, struct timeline_row *r, const char *until,
    void (*fn)(void *, const struct timeline_row *), void *arg)
{
	r->id = db_int(s, 0);
	r->date = db_text(s, 1);
	r->word = db_text(s, 3);
	r->name = db_text(s, 4);
	r->title = db_text(s, 5);
	r->n = db_null(s, 6) ? -1 : db_int(s, 6);
	r->ends = false;
	fn(arg, r);
	if (db_null(s, 2) || strcmp(db_text(s, 2), until) > 0)
		return;
	r->date = db_text(s, 2);
	r->ends = true;
	fn(arg, r);
}

enum status
timeline_read(struct db *db, const struct entity *of, int64_t id,
    const char *only, const char *last, int64_t limit,
    void (*fn)(void *, const struct timeline_row *), void *arg, struct err *e)
{
	struct timeline_row r;
	struct stmt *s;
	enum status st = ST_OK;
	bool more;
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof kinds[0] && !st; i++) {
		if (strcmp(of->id, kinds[i].of) != 0 ||
		    (only && strcmp(only, kinds[i].entity) != 0))
			continue;
		r.entity = kinds[i].entity;
		if ((st = db_stmt(db, kinds[i].q, &s, e)) ||
		    (st = db_bindf(s, e, "lls", id, limit, last)))
			return st;
		while ((st = db_step(s, &more, e)) == ST_OK && more)
			one_row(s, &r, last, fn, arg);
	}
	return st;
}
