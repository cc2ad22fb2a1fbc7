/* rules_match.c - rules of matches, and what one carries.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/rules_match.h"

#include <inttypes.h>
#include <stdlib.h>

#include "app/contacted.h"
#include "app/matching.h"
#include "app/options.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/matching.h"
#include "db/store.h"
#include "model/fields.h"

/* Is it proposed, or does it go on? */
static bool
goes_on(const struct app *app, const struct row *r)
{
	int to = row_day(r, F_match_to);

	return row_ref(r, F_match_school) != 0 &&
	    row_ref(r, F_match_volunteer) != 0 &&
	    row_is_empty(r, F_match_archived) &&
	    !row_is(r, F_match_status, "ended") &&
	    (to == DAY_NONE || to >= app->today);
}

static enum status
take_kind(struct app *app, struct row *row, struct err *e)
{
	struct row *v;
	enum status st;

	if (!row_is_empty(row, F_match_kind) ||
	    row_ref(row, F_match_volunteer) == 0)
		return ST_OK;
	st = store_load(app->db, entities[ENT_volunteer],
	    row_ref(row, F_match_volunteer), false, &v, e);
	if (st != ST_OK)
		return st;
	row_set(row, F_match_kind, row_get(v, F_volunteer_kind));
	row_free(v);
	return ST_OK;
}

enum status
match_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	struct buf b;
	char day[11];
	int64_t other = 0;
	enum status st = take_kind(app, row, e);

	(void)old;
	if (st != ST_OK || !goes_on(app, row))
		return st;
	day_iso(app->today, day);
	st = matching_other(app->db, row_ref(row, F_match_volunteer),
	    row_ref(row, F_match_school), day, row->id, &other, e);
	if (st != ST_OK || other == 0)
		return st;
	buf_init(&b, BUF_LINE);
	ref_text(app, entities[ENT_match], other, &b);
	st = err_field(e, ST_CONFLICT, "volunteer",
	    "The two are matched already; change that one: %s.", b.p);
	buf_clear(&b);
	return st;
}

/* --- warnings ------------------------------------------------------------ */

static void
add_name(void *arg, const char *name)
{
	strs_add(arg, name);
}

static enum status
warn_advisers(struct app *app, const struct row *row, const char *day,
    struct strs *out, struct err *e)
{
	struct strs names = { 0 };
	struct buf b;
	char *all;
	enum status st = matching_advisers(app->db,
	    row_ref(row, F_match_school), day, add_name, &names, e);

	if (st == ST_OK && names.n > ADVISERS_MOST) {
		buf_init(&b, BUF_LINE);
		title_text(app, entities[ENT_school],
		    row_ref(row, F_match_school), &b);
		all = strs_join(&names, ", ");
		strs_take(out, xasprintf("%s has %zu Enterprise Advisers, "
		    "and should have %d at most: %s.", b.p, names.n,
		    ADVISERS_MOST, all));
		free(all);
		buf_clear(&b);
	}
	strs_clear(&names);
	return st;
}

static enum status
warn_capacity(struct app *app, const struct row *row, const char *day,
    struct strs *out, struct err *e)
{
	int64_t taken, capacity;
	char *name;
	enum status st = matching_taken(app->db,
	    row_ref(row, F_match_volunteer), day, &taken, &capacity, &name, e);

	if (st == ST_OK && taken > capacity)
		strs_take(out, xasprintf("%s has %" PRId64 " schools and "
		    "takes %" PRId64 ".", name, taken, capacity));
	free(name);
	return st;
}

/* A match goes on at a school that is closed, or of somebody who has stopped or
 * does not want to be contacted. */
static enum status
warn_over(struct app *app, const struct row *row, struct strs *out,
    struct err *e)
{
	struct row *school, *v;
	struct buf b;
	enum status st = store_load(app->db, entities[ENT_school],
	    row_ref(row, F_match_school), true, &school, e);

	if (st != ST_OK)
		return st;
	if (row_is(school, F_school_status, "Closed"))
		strs_take(out, xasprintf("%s is closed.",
		    row_get(school, F_school_name)));
	row_free(school);
	st = store_load(app->db, entities[ENT_volunteer],
	    row_ref(row, F_match_volunteer), false, &v, e);
	if (st != ST_OK)
		return st;
	if (row_is(v, F_volunteer_stage, "closed")) {
		buf_init(&b, BUF_LINE);
		title_text(app, v->ent, v->id, &b);
		strs_take(out, xasprintf("%s is closed: no volunteer any "
		    "more.", b.p));
		buf_clear(&b);
	}
	st = contacted_person(app, row_ref(v, F_volunteer_contact), out, e);
	row_free(v);
	return st;
}

/* With its first adviser a school may have come further: that is for somebody to
 * say. */
static enum status
hint_stage(struct app *app, const struct row *row, struct err *e)
{
	struct row *school;
	struct buf b;
	enum status st = store_load(app->db, entities[ENT_school],
	    row_ref(row, F_match_school), true, &school, e);

	if (st != ST_OK)
		return st;
	if (row_is(school, F_school_stage, "signed up")) {
		buf_init(&b, BUF_LINE);
		ref_text(app, school->ent, school->id, &b);
		app_notice(app, xasprintf("%s has an adviser and its stage is "
		    "signed up still; if it is matched: set %s stage=matched.",
		    row_get(school, F_school_name), b.p));
		buf_clear(&b);
	}
	row_free(school);
	return ST_OK;
}

/* Introduced, met or working, and was not before? */
static bool
begins(const struct row *old, const struct row *row)
{
	const char *words = "introduced met working";

	return row_is(row, F_match_kind, "enterprise adviser") &&
	    str_in(row_get(row, F_match_status), words) &&
	    (old == NULL || !str_in(row_get(old, F_match_status), words));
}

enum status
match_after(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	struct strs said = { 0 };
	char day[11];
	enum status st = ST_OK;

	if (goes_on(app, row) && begins(old, row))
		st = hint_stage(app, row, e);
	if (st != ST_OK || !goes_on(app, row) || (old != NULL && goes_on(app, old) &&
	    row_same(old, row, F_match_volunteer) &&
	    row_same(old, row, F_match_school) &&
	    row_same(old, row, F_match_kind)))
		return st;
	day_iso(app->today, day);
	st = warn_over(app, row, &said, e);
	if (st == ST_OK)
		st = warn_capacity(app, row, day, &said, e);
	if (st == ST_OK && row_is(row, F_match_kind, "enterprise adviser"))
		st = warn_advisers(app, row, day, &said, e);
	if (said.n > 0)
		app_notice(app, strs_join(&said, " "));
	strs_clear(&said);
	return st;
}

/* --- ceilings ------------------------------------------------------------ */

struct carried {
	char		*name;
	int64_t		 schools, volunteers;
};

static void
take_carried(void *arg, int64_t user, const char *name, int64_t schools,
    int64_t volunteers)
{
	struct carried *c = arg;

	(void)user;
	free(c->name);
	*c = (struct carried){ xstrdup(name), schools, volunteers };
}

/* Does USER carry more than they may, of what is SCHOOLS or else volunteers? */
static enum status
warn_ceiling(struct app *app, int64_t user, bool schools, struct err *e)
{
	struct carried c = { 0 };
	struct matching_ceilings most;
	int64_t has, may;
	char day[11];
	enum status st;

	day_iso(app->today, day);
	if ((st = matching_ceilings(app->db, day, &most, e)) != ST_OK)
		return st;
	st = matching_carried(app->db, user, day, take_carried, &c, e);
	has = schools ? c.schools : c.volunteers;
	may = schools ? most.schools : most.volunteers;
	if (st == ST_OK && may >= 0 && has > may)
		app_notice(app, xasprintf("%s has %" PRId64 " %s; the "
		    "network's ceiling is %" PRId64 ".", c.name, has,
		    schools ? "schools" : "volunteers", may));
	free(c.name);
	return st;
}

enum status
coordinator_after(struct app *app, const struct row *old,
    const struct row *row, struct err *e)
{
	int64_t user = row_ref(row, F_coordinator_user);

	if (user == 0 || !row_is_empty(row, F_coordinator_archived) ||
	    (old != NULL && row_same(old, row, F_coordinator_user) &&
	    row_same(old, row, F_coordinator_from) &&
	    row_same(old, row, F_coordinator_to)))
		return ST_OK;
	return warn_ceiling(app, user, true, e);
}

/* domain.md 7: one or two schools at a time. What was so before stays. */
static enum status
check_capacity(struct app *app, const struct row *old, const struct row *row,
    struct err *e)
{
	long most = option_int(app->opt, OPT_SCHOOLS_MOST);
	long n = row_int(row, F_volunteer_capacity, 0);

	if (n <= most || (old == NULL && row->id != 0) ||
	    (old != NULL && row_same(old, row, F_volunteer_capacity)))
		return ST_OK;
	return err_field(e, ST_INVALID, "capacity", "capacity: %ld schools at "
	    "a time is too much for one volunteer: 0 to %ld. The most is the "
	    "setting [rules] volunteer_schools.", n, most);
}

enum status
volunteer_before(struct app *app, const struct row *old, struct row *row,
    struct err *e)
{
	int64_t contact = row_ref(row, F_volunteer_contact), other = 0;
	struct buf b;
	enum status st = check_capacity(app, old, row, e);

	if (st != ST_OK)
		return st;
	if (old != NULL || row->id != 0 || contact == 0 ||
	    row_is_empty(row, F_volunteer_kind))
		return ST_OK;
	st = matching_volunteer(app->db, contact,
	    row_get(row, F_volunteer_kind), &other, e);
	if (st != ST_OK || other == 0)
		return st;
	buf_init(&b, BUF_LINE);
	ref_text(app, row->ent, other, &b);
	st = err_field(e, ST_CONFLICT, "contact", "This person is a volunteer"
	    " of that kind already; change %s.", b.p);
	buf_clear(&b);
	return st;
}

enum status
volunteer_after(struct app *app, const struct row *old,
    const struct row *row, struct err *e)
{
	int64_t user = row_ref(row, F_volunteer_owner);

	if (user == 0 || !row_is_empty(row, F_volunteer_archived) ||
	    row_is(row, F_volunteer_stage, "closed") ||
	    (old != NULL && row_same(old, row, F_volunteer_owner) &&
	    row_same(old, row, F_volunteer_stage)))
		return ST_OK;
	return warn_ceiling(app, user, false, e);
}
