/* monthend.c - the month-end return: read, compared, confirmed, frozen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/monthend_impl.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/rows.h"
#include "app/text.h"
#include "app/users.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

/* --- months ------------------------------------------------------------------- */

static const char *const months[] = { "January", "February", "March", "April",
	"May", "June", "July", "August", "September", "October", "November",
	"December" };

static int
month_of_word(const char *w)
{
	int64_t n;

	if (str_int(w, 1, 12, &n))
		return (int)n;
	for (int i = 0; i < 12 && strlen(w) >= 3; i++)
		if (str_istarts(months[i], w))
			return i + 1;
	return 0;
}

/* A month without its year is the last such one. */
enum status
monthend_month(const char *text, int today, char out[MONTH_TEXT],
    struct err *e)
{
	struct strs w = { 0 };
	char *copy = xstrdup(str_istarts(text, "return/") ? text + 7 : text);
	char day[11];
	int y, m, d, month = 0;
	int64_t year = 0;

	for (char *c = copy; *c != '\0'; c++)
		if (*c == '/' || *c == '-' || *c == '.')
			*c = ' ';
	str_words(&w, copy);
	day_to_ymd(today, &y, &m, &d);
	if (w.n == 0) {
		month = m;
		year = y;
	} else if (w.n == 1) {
		month = month_of_word(w.v[0]);
		year = month > m ? y - 1 : y;
	} else if (w.n == 2 && str_int(w.v[0], 1900, 2199, &year)) {
		month = month_of_word(w.v[1]);
	} else if (w.n == 2 && str_int(w.v[1], 1900, 2199, &year)) {
		month = month_of_word(w.v[0]);
	}
	strs_clear(&w);
	free(copy);
	if (month == 0)
		return err_set(e, ST_USAGE, "\"%s\" is no month: write 2026-11"
		    " or nov 2026", text);
	day_iso(day_from_ymd((int)year, month, 1), day);
	(void)snprintf(out, MONTH_TEXT, "%.7s", day);
	return ST_OK;
}

void
monthend_name(const char *month, struct buf *out)
{
	int64_t m = 1;

	(void)str_int(month + 5, 1, 12, &m);
	buf_addf(out, "%s %.4s", months[m - 1], month);
}

void
monthend_days(struct monthend *m, const char *month, int today)
{
	char day[11];

	(void)snprintf(m->month, sizeof m->month, "%.7s", month);
	(void)snprintf(day, sizeof day, "%.7s-01", month);
	m->first = day_from_iso(day);
	m->last = day_add_months(m->first, 1) - 1;
	m->day = m->last < today ? m->last : today;
	m->due = m->last;
}

/* --- its records ---------------------------------------------------------------- */

/* The first that FILTER finds; NULL none. */
static enum status
find_return(struct app *app, const char *filter, struct row **out,
    struct err *e)
{
	static const int cols[] = { F_return_month };
	struct list_page page = { 0 };
	enum status st = rows_read(app, &return_entity, filter, cols, 1, 1,
	    &page, e);

	*out = NULL;
	if (st == ST_OK && page.n > 0)
		st = record_load(app, &return_entity, page.row[0].id, out, e);
	list_clear(&page);
	return st;
}

enum status
monthend_rows(struct app *app, struct monthend *m, struct err *e)
{
	char filter[64], day[11];
	enum status st;

	(void)snprintf(filter, sizeof filter, "month:%s", m->month);
	st = find_return(app, filter, &m->ret, e);
	if (st != ST_OK)
		return st;
	m->confirmed = m->ret != NULL &&
	    row_is(m->ret, F_return_status, "confirmed");
	if (m->ret != NULL && !row_is_empty(m->ret, F_return_due))
		m->due = row_day(m->ret, F_return_due);
	day_iso(m->first, day);
	(void)snprintf(filter, sizeof filter, "status:confirmed due<%s", day);
	return find_return(app, filter, &m->before, e);
}

/* A text of an earlier return, read again; one that cannot be is none. */
static void
read_text(struct monthend *m, const struct row *r, int field,
    struct monthly_set *out, bool *has)
{
	struct err e = { 0 };

	if (r == NULL || row_is_empty(r, field))
		return;
	*has = monthly_read(m->rules, "return", row_get(r, field), out, &e) ==
	    ST_OK;
}

static void
compare(struct monthend *m)
{
	read_text(m, m->confirmed ? m->ret : m->before, F_return_frozen,
	    &m->was, &m->has_was);
	if (m->has_was)
		monthly_compare(m->rules, &m->here, &m->was, &m->changed);
	read_text(m, m->ret, F_return_download, &m->there, &m->has_there);
	if (m->has_there)
		monthly_compare(m->rules, &m->here, &m->there, &m->against);
}

/* SCHOOL 0: of all. */
static enum status
read_of(struct app *app, const char *month, int64_t school,
    struct monthend *out, struct err *e)
{
	struct monthend m = { .school = school };
	enum status st;
	int was;

	monthend_days(&m, month, app->today);
	if (m.first > app->today)
		return err_set(e, ST_USAGE, "%s has not begun: its return is"
		    " made at its end", month);
	st = monthend_rules(app, &m.rules, e);
	if (st == ST_OK)
		st = monthend_rows(app, &m, e);
	if (st == ST_OK) {
		was = app_look(app, m.day);
		st = school != 0 ? monthend_of_school(app, &m, e) :
		    monthend_records(app, &m, "", e);
		app_look_back(app, was);
	}
	if (st == ST_OK) {
		m.ngaps = monthly_gaps(m.rules, &m.here, &m.gap);
		if (school == 0)
			compare(&m);
		*out = m;
	} else {
		monthend_clear(&m);
	}
	return st;
}

enum status
monthend_read(struct app *app, const char *month, struct monthend *out,
    struct err *e)
{
	return read_of(app, month, 0, out, e);
}

enum status
monthend_read_school(struct app *app, const char *month, int64_t school,
    struct monthend *out, struct err *e)
{
	return read_of(app, month, school, out, e);
}

void
monthend_clear(struct monthend *m)
{
	if (m->rules != NULL) {
		monthly_diffs_clear(&m->changed);
		monthly_diffs_clear(&m->against);
		monthly_clear(m->rules, &m->here);
		monthly_clear(m->rules, &m->was);
		monthly_clear(m->rules, &m->there);
	}
	free(m->gap);
	row_free(m->ret);
	row_free(m->before);
	monthly_free(m->rules);
	*m = (struct monthend){ 0 };
}

void
monthend_csv(const struct monthend *m, struct buf *out)
{
	if (!m->confirmed || row_is_empty(m->ret, F_return_frozen)) {
		monthly_csv(m->rules, &m->here, out);
		return;
	}
	buf_add(out, row_get(m->ret, F_return_frozen));
	if (out->p[out->n - 1] != '\n')	/* the field does not keep it */
		buf_addc(out, '\n');
}

void
monthend_said(struct app *app, const struct monthend *m, struct buf *out)
{
	char day[24];

	if (!m->confirmed) {
		buf_add(out, "not confirmed");
		return;
	}
	buf_add(out, "confirmed");
	if (!row_is_empty(m->ret, F_return_confirmed)) {
		day_long(row_day(m->ret, F_return_confirmed), day);
		buf_addf(out, " on %s", day);
	}
	if (!row_is_empty(m->ret, F_return_confirmed_by)) {
		buf_add(out, " by ");
		title_text(app, &user_entity,
		    row_ref(m->ret, F_return_confirmed_by), out);
	}
}

/* --- saving ---------------------------------------------------------------------- */

static enum status
refuse_confirmed(struct app *app, const struct monthend *m, struct err *e)
{
	struct buf b;

	if (!m->confirmed)
		return ST_OK;
	buf_init(&b, BUF_LINE);
	monthend_said(app, m, &b);
	(void)err_set(e, ST_INVALID, "The return of %s was %s and stays as it"
	    " was; undo takes the confirmation back.", m->month, b.p);
	buf_clear(&b);
	return ST_INVALID;
}

/* The record to be saved: its own, or a new one of that month. */
static struct row *
row_to_save(struct app *app, const struct monthend *m)
{
	struct row *r = m->ret != NULL ? row_copy(m->ret) :
	    record_new(app, &return_entity);

	row_set(r, F_return_month, m->month);
	return r;
}

/* Within the step at hand. */
static enum status
put(struct app *app, struct monthend *m, struct row *r, struct err *e)
{
	return m->ret != NULL ? record_change(app, m->ret, r, NULL, e) :
	    record_add(app, r, e);
}

static enum status
end(struct app *app, struct monthend *m, struct row *r, enum status st,
    const char *label, struct err *e)
{
	char month[MONTH_TEXT];

	if ((st = step_end(app, st, label, e)) != ST_OK) {
		row_free(r);
		return st;
	}
	row_free(r);
	memcpy(month, m->month, sizeof month);
	monthend_clear(m);
	return monthend_read(app, month, m, e);
}

enum status
monthend_keep(struct app *app, struct monthend *m, const char *path,
    struct err *e)
{
	struct monthly_set set = { 0 };
	char day[11], *label;
	struct row *r;
	struct buf text;
	enum status st = refuse_confirmed(app, m, e);

	buf_init(&text, BUF_FILE);
	if (st == ST_OK)
		st = monthend_download(m->rules, path, &text, e);
	if (st == ST_OK)
		st = monthly_read(m->rules, path, text.p, &set, e);
	if (st == ST_OK) {
		monthly_clear(m->rules, &set);
		st = step_begin(app, e);
	}
	if (st != ST_OK) {
		buf_clear(&text);
		return st;
	}
	r = row_to_save(app, m);
	day_iso(app->today, day);
	row_set(r, F_return_compared, day);
	st = value_parse(app, r, F_return_download, text.p, 0, false, e);
	buf_clear(&text);
	if (st == ST_OK)
		st = put(app, m, r, e);
	label = xasprintf("read the register's download into return/%s",
	    m->month);
	st = end(app, m, r, st, label, e);
	free(label);
	return st;
}

enum status
monthend_confirm(struct app *app, struct monthend *m, struct err *e)
{
	char day[11], *label;
	struct row *r;
	struct buf csv;
	int64_t me = 0;
	enum status st = refuse_confirmed(app, m, e);

	if (st != ST_OK || (st = step_begin(app, e)) != ST_OK)
		return st;
	r = row_to_save(app, m);
	buf_init(&csv, BUF_ROW);
	monthly_csv(m->rules, &m->here, &csv);
	day_iso(app->today, day);
	row_set(r, F_return_status, "confirmed");
	row_set(r, F_return_confirmed, day);
	st = value_parse(app, r, F_return_frozen, csv.p, 0, false, e);
	if (st == ST_OK)
		st = users_me(app, &me, e);
	if (st == ST_OK && me != 0)
		row_set_ref(r, F_return_confirmed_by, "user", me);
	if (st == ST_OK)
		st = put(app, m, r, e);
	buf_clear(&csv);
	label = xasprintf("confirmed return/%s", m->month);
	st = end(app, m, r, st, label, e);
	free(label);
	return st;
}
