/* erase_words.c - what is said before and after somebody is erased.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/erase_int.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app/retention.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/db.h"
#include "db/store.h"

void
erase_mention_text(struct app *app, const struct erase_mention *m,
    struct buf *out)
{
	ref_text(app, m->ent, m->id, out);
	buf_addf(out, " %s: %s", m->ent->fields[m->field].id, m->excerpt);
	if (m->now == 0)
		buf_add(out, store_exists(app->db, m->ent, m->id) ?
		    " (in its history)" : " (history of what was taken out)");
	if (m->perhaps)
		buf_add(out, " (perhaps somebody else)");
}

void
erase_rest_text(struct app *app, const struct erase_mention *m,
    struct buf *out)
{
	ref_text(app, m->ent, m->id, out);
	buf_addf(out, " %s: %s (perhaps somebody else)",
	    m->ent->fields[m->field].id, m->rest);
}

/* "note of role/… is emptied" */
static void
about_line(struct app *app, const struct ref_by *by, struct strs *out)
{
	struct buf b;
	size_t n = 0;

	buf_init(&b, BUF_LINE);
	ref_text(app, by->ent, by->id, &b);
	buf_addc(&b, ' ');
	title_text(app, by->ent, by->id, &b);
	for (size_t i = 0; i < by->ent->nfields; i++)
		if (by->ent->fields[i].flags & FF_PERSON)
			buf_addf(&b, "%s %s", n++ > 0 ? "," : ":",
			    by->ent->fields[i].id);
	if (n > 0)
		strs_take(out, xasprintf("%s %s emptied", b.p,
		    n > 1 ? "are" : "is"));
	buf_clear(&b);
}

enum status
erase_look_hold(struct app *app, struct erase *x, struct err *e)
{
	struct buf who;
	int until;
	enum status st;

	buf_init(&who, BUF_LINE);
	st = retention_hold(app, x->id, &until, &who, e);
	if (st == ST_OK && until != DAY_NONE) {
		x->held = until;
		x->holder = buf_take(&who);
		return ST_OK;
	}
	buf_clear(&who);
	return st;
}

enum status
erase_held(struct app *app, const struct erase *x, struct err *e)
{
	struct buf ref;
	char day[24];
	enum status st;

	if (x->holder == NULL || x->despite_hold)
		return ST_OK;
	day_long(x->held, day);
	buf_init(&ref, BUF_LINE);
	ref_text(app, entities[ENT_contact], x->id, &ref);
	st = err_set(e, ST_CONFLICT, "Nothing was erased: %s wants what is "
	    "kept until %s. If the person has a right that goes before it: "
	    "caseload erase %s --despite-hold", x->holder, day, ref.p);
	buf_clear(&ref);
	return st;
}

static void
hold_line(const struct erase *x, struct strs *out)
{
	char day[24];

	if (x->holder == NULL)
		return;
	day_long(x->held, day);
	strs_take(out, xasprintf("HOLD: %s wants what is kept until %s",
	    x->holder, day));
}

void
erase_lines(struct app *app, const struct erase *x, struct strs *out)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	ref_text(app, entities[ENT_contact], x->id, &b);
	if (x->again)
		buf_add(&b, ": erased already; unused parts of the file are "
		    "cleaned");
	else
		buf_addf(&b, ": name, e-mail, phone and note, with %zu change%s"
		    " of its history; \"%s\" stays in its place", x->changes,
		    x->changes == 1 ? "" : "s", ERASED_NAME);
	strs_take(out, buf_take(&b));
	for (size_t i = 0; i < x->about.n; i++)
		about_line(app, &x->about.v[i], out);
	hold_line(x, out);
}
