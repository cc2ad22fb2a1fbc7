/* report_requests.c - what schools want, as reports: all of it, and what nobody
 * has met by sector and by authority.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/lists.h"
#include "app/options.h"
#include "app/record.h"
#include "app/report.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/tables.h"

struct making {
	struct app	*app;
	struct report	*r;
	enum status	(*put)(struct making *, const struct row *);
	int		 near;		/* the last day that is */
	char		*filter;	/* as asked for, or "" */
	struct sums {
		char	*word;		/* sector, authority; "" not said */
		int	 past, near, unmet;
	}		*v;		/* by word */
	size_t		 n;
	int		 field;		/* the one that is summed */
};

static enum status
on_id(void *arg, int64_t id, struct err *e)
{
	struct making *m = arg;
	struct row *r;
	enum status st = record_load(m->app, entities[ENT_request], id, &r, e);

	if (st == ST_OK) {
		st = m->put(m, r);
		row_free(r);
	}
	return st;
}

/* Each request of FILTER that is also one of those asked for. */
static enum status
each(struct making *m, const char *filter, struct err *e)
{
	char *text = xasprintf("%s %s", filter, m->filter);
	struct lister l;
	enum status st = lister_open(&l, m->app, entities[ENT_request], text,
	    e);

	if (st == ST_OK) {
		st = lister_each(&l, on_id, m, e);
		lister_close(&l);
	}
	free(text);
	return st;
}

/* --- what schools want --------------------------------------------------- */

static void
put_value(struct making *m, const struct row *r, int field)
{
	struct buf b;

	buf_init(&b, BUF_ROW);
	value_shown(m->app, r, field, &b);
	report_cell(m->r, b.p);
	buf_clear(&b);
}

static enum status
put_request(struct making *m, const struct row *r)
{
	static const int fields[] = { F_request_kind, F_request_title,
		F_request_sector, F_request_groups, F_request_by,
		F_request_status, F_request_approaches };

	put_value(m, r, F_request_school);
	report_opens(m->r, r->ent, r->id);
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		put_value(m, r, fields[i]);
	return ST_OK;
}

static enum status
put_all(struct making *m, const char *title, const char *filter,
    struct err *e)
{
	report_table(m->r, title, "School|Kind|What|Sector|Years|By|Status|"
	    ">Asked");
	m->put = put_request;
	return each(m, filter, e);
}

static void
begin(struct making *m, struct app *app, const struct report_args *a,
    struct report *r, const char *title)
{
	*m = (struct making){ .app = app, .r = r, .near = app->today +
		(int)option_int(app->opt, OPT_WANTED_DAYS),
		.filter = a->words != NULL ? strs_join(a->words, " ") :
		xstrdup("") };
	report_begin(r, title, app->today);
	if (*m->filter != '\0')
		report_source(r, "Requests: %s", m->filter);
}

enum status
requests_report(struct app *app, const struct report_args *a,
    struct report *r, struct err *e)
{
	struct making m;
	enum status st;

	begin(&m, app, a, r, "What schools want");
	if ((st = put_all(&m, "Open", "status:open,asked", e)) == ST_OK &&
	    (st = put_all(&m, "Agreed", "status:agreed", e)) == ST_OK)
		st = put_all(&m, "Over", "-status:open,asked,agreed", e);
	free(m.filter);
	return st;
}

/* --- what nobody has met ------------------------------------------------- */

static struct sums *
sums_of(struct making *m, const char *word)
{
	size_t i = 0;

	while (i < m->n && strcmp(m->v[i].word, word) < 0)
		i++;
	if (i < m->n && str_eq(m->v[i].word, word))
		return &m->v[i];
	m->v = xreallocarray(m->v, m->n + 1, sizeof *m->v);
	memmove(&m->v[i + 1], &m->v[i], (m->n - i) * sizeof *m->v);
	m->n++;
	m->v[i] = (struct sums){ .word = xstrdup(word) };
	return &m->v[i];
}

static enum status
add_unmet(struct making *m, const struct row *r)
{
	int by = row_day(r, F_request_by);
	struct sums *s = sums_of(m, row_get(r, m->field));

	if (row_is(r, F_request_status, "not met"))
		s->unmet++;
	else if (by < m->app->today)
		s->past++;
	else
		s->near++;
	return ST_OK;
}

/* N, which opens them. */
static void
put_count(struct making *m, const struct sums *s, int n, const char *which)
{
	const char *id = entities[ENT_request]->fields[m->field].id;
	char *filter = *s->word == '\0' ? xasprintf("%s %s: %s", which, id,
	    m->filter) : xasprintf("%s %s:\"%s\" %s", which, id, s->word,
	    m->filter);

	report_cellf(m->r, "%d", n);
	if (n > 0)
		report_lists(m->r, entities[ENT_request], str_trim(filter));
	free(filter);
}

static enum status
put_sums(struct making *m, const char *head, int field, struct err *e)
{
	char near[11], today[11];
	char *open[3];
	enum status st;

	day_iso(m->near, near);
	day_iso(m->app->today, today);
	open[0] = xstrdup("status:\"not met\"");
	open[1] = xasprintf("status:open,asked by<%s", today);
	open[2] = xasprintf("status:open,asked by>=%s by<=%s", today, near);
	m->put = add_unmet;
	m->field = field;
	st = each(m, open[0], e);
	if (st == ST_OK)
		st = each(m, open[1], e);
	if (st == ST_OK)
		st = each(m, open[2], e);
	report_table(m->r, head, field == F_request_sector ?
	    "Sector|>Not met|>Day past|>Day near" :
	    "Authority|>Not met|>Day past|>Day near");
	for (size_t i = 0; i < m->n; i++) {
		struct sums *s = &m->v[i];

		report_cell(m->r, *s->word != '\0' ? s->word : "not said");
		put_count(m, s, s->unmet, open[0]);
		put_count(m, s, s->past, open[1]);
		put_count(m, s, s->near, open[2]);
		free(s->word);
	}
	free(m->v);
	m->v = NULL;
	m->n = 0;
	for (size_t i = 0; i < COUNT_OF(open); i++)
		free(open[i]);
	return st;
}

enum status
unmet_report(struct app *app, const struct report_args *a, struct report *r,
    struct err *e)
{
	struct making m;
	enum status st;

	begin(&m, app, a, r, "Requests nobody has met");
	st = put_sums(&m, "By sector", F_request_sector, e);
	if (st == ST_OK)
		st = put_sums(&m, "By authority", F_request_la, e);
	report_note(r, "Day near: wanted within the days of [rules] "
	    "wanted_days, and nobody has agreed.");
	free(m.filter);
	return st;
}
