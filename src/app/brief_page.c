/* brief_page.c - the page before a visit: when, last time, then its parts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/brief.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "model/fields.h"

void
brief_day(const struct brief_making *m, int day, char out[24])
{
	char text[24];

	day_short(day, m->app->today, text);		/* Mon 9 Nov */
	snprintf(out, 24, "%s", strlen(text) > 4 ? text + 4 : "");
}

void
brief_begin(const char *text, struct buf *out)
{
	char *safe = utf8_printable(text, true);
	size_t n = utf8_fit(safe, BRIEF_COLS, NULL);

	buf_addn(out, safe, n);
	buf_add(out, safe[n] != '\0' ? "…" : "");
	free(safe);
}

/* --- rows ---------------------------------------------------------------- */

struct counting {
	struct brief_making *m;
	size_t		 most;
	void		(*fn)(void *, const struct brief_row *);
};

static void
on_row(void *arg, const struct brief_row *row)
{
	const struct counting *c = arg;

	if (c->m->n++ < c->most)
		c->fn(c->m, row);
}

enum status
brief_rows(struct brief_making *m, enum brief_what what, size_t most,
    void (*fn)(void *, const struct brief_row *), struct err *e)
{
	struct counting c = { m, most, fn };

	m->n = 0;
	m->ask.most = (int64_t)most + 1;
	return brief_read(m->app->db, what, &m->ask, on_row, &c, e);
}

bool
brief_more(const struct brief_making *m, size_t most)
{
	return m->n > most;
}

void
brief_lists(struct brief_making *m, enum entity_no ent, const char *fmt, ...)
{
	struct buf b;
	va_list ap;

	va_start(ap, fmt);
	buf_init(&b, BUF_ROW);
	buf_addv(&b, fmt, ap);
	va_end(ap);
	report_lists(m->r, entities[ent], b.p);
	buf_clear(&b);
}

/* --- next and last ------------------------------------------------------- */

static void
on_next(void *arg, const struct brief_row *v)
{
	struct brief_making *m = arg;
	char day[24];

	day_long(day_from_iso(v->day), day);
	report_cellf(m->r, "%s%s%s, %s%s%s", day, *v->title != '\0' ? " " : "",
	    v->title, v->word, *v->who != '\0' ? " with " : "",
	    v->who);
	report_opens(m->r, entities[ENT_visit], v->id);
}

static enum status
put_next(struct brief_making *m, struct err *e)
{
	enum status st;

	report_text(m->r, "Next");
	st = brief_rows(m, BRIEF_NEXT, 1, on_next, e);
	if (st == ST_OK && m->n == 0)
		report_cell(m->r, "no visit planned");
	return st;
}

/* "12 Oct: visit, 50 min, with Ms Grace Bell. Talked about placements" */
static void
on_last(void *arg, const struct brief_row *v)
{
	struct brief_making *m = arg;
	char *line = xstrndup(v->title, strcspn(v->title, "\n"));
	char day[24], minutes[32] = "";
	struct buf said;

	m->visited = true;
	m->first = day_from_iso(v->day);
	brief_day(m, m->first, day);
	if (v->n > 0)
		snprintf(minutes, sizeof minutes, ", %lld min",
		    (long long)v->n);
	buf_init(&said, BUF_ROW);
	brief_begin(line, &said);
	report_cellf(m->r, "%s: %s%s%s%s%s%s", day, v->word, minutes,
	    *v->who != '\0' ? ", with " : "", v->who,
	    said.n > 0 ? ". " : "", said.p);
	report_opens(m->r, entities[ENT_visit], v->id);
	buf_clear(&said);
	free(line);
}

static enum status
put_last(struct brief_making *m, struct err *e)
{
	enum status st;

	report_text(m->r, "Last time");
	st = brief_rows(m, BRIEF_LAST, 1, on_last, e);
	day_iso(m->first, m->days[1]);
	return st;
}

/* --- the page ------------------------------------------------------------ */

static void
begin(struct brief_making *m)
{
	const char *la = row_get(m->school, F_school_la);
	char *title = xasprintf("Brief: %s", row_get(m->school,
	    F_school_name));
	struct buf b;

	report_begin(m->r, title, m->app->today);
	free(title);
	m->r->beside = true;
	buf_init(&b, BUF_LINE);
	ref_text(m->app, m->school->ent, m->school->id, &b);
	m->ref = buf_take(&b);
	report_source(m->r, "%s%s%s. Made by %s, for ourselves.", m->ref,
	    *la != '\0' ? ", " : "", la, m->app->user);
	day_iso(m->app->today, m->days[0]);
	day_iso(m->near, m->days[2]);
	m->ask = (struct brief_ask){ .id = m->school->id,
	    .today = m->days[0], .first = m->days[1], .near = m->days[2] };
}

enum status
brief_page(struct app *app, const struct report_args *args, struct report *r,
    struct err *e)
{
	int year = year_of_day(app->today);
	struct brief_making m = { .app = app, .school = args->school, .r = r,
	    .year = year, .first = year_first_day(year),
	    .near = day_add_months(app->today, 1) };
	enum status st = overview_of(app, m.school, year, &m.now, e);

	if (st != ST_OK)
		return st;
	begin(&m);
	if ((st = put_next(&m, e)) == ST_OK &&
	    (st = put_last(&m, e)) == ST_OK &&
	    (st = brief_promised(&m, e)) == ST_OK &&
	    (st = brief_since(&m, e)) == ST_OK &&
	    (st = brief_open(&m, e)) == ST_OK &&
	    (st = brief_questions(&m, e)) == ST_OK)
		st = brief_offers(&m, e);
	if (st == ST_OK)
		brief_advisers(&m);
	overview_clear(&m.now);
	free(m.ref);
	return st;
}
