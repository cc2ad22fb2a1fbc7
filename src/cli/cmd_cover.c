/* cmd_cover.c - cover: somebody does another's work for some days.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/record.h"
#include "app/text.h"
#include "app/users.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "cli/cli.h"
#include "cli/pick.h"
#include "model/fields.h"

/* The words between others: "dan by priya from mon to fri". */
enum { WHO, BY, FROM, TO, PARTS };
static const char *const heads[PARTS] = { NULL, "by", "from", "to" };

/* Each part once, in this order. Caller frees PART[i], NULL when not said. */
static enum status
take_apart(const struct strs *pos, char *part[PARTS], struct err *e)
{
	struct buf b[PARTS];
	int at = WHO;

	for (int i = 0; i < PARTS; i++)
		buf_init(&b[i], BUF_LINE);
	for (size_t i = 0; i < pos->n; i++) {
		int k = at + 1;

		while (k < PARTS && !str_ieq(pos->v[i], heads[k]))
			k++;
		if (k < PARTS) {
			at = k;
			continue;
		}
		buf_addf(&b[at], "%s%s", b[at].n > 0 ? " " : "", pos->v[i]);
	}
	for (int i = 0; i < PARTS; i++) {
		part[i] = b[i].n > 0 ? xstrdup(b[i].p) : NULL;
		buf_clear(&b[i]);
	}
	if (part[WHO] != NULL && part[BY] != NULL && part[TO] != NULL)
		return ST_OK;
	return err_set(e, ST_USAGE, "say who is away, who covers and until"
	    " when: caseload cover dan by priya from mon to fri");
}

static enum status
read_day(const char *text, int today, const char *head, int *out,
    struct err *e)
{
	if (date_parse(text, today, DATE_FORWARD, out, e) == ST_OK)
		return ST_OK;
	(void)err_prefix(e, "%s: ", head);
	return e->st = ST_USAGE;
}

/* A last day that would be before the first is counted from that: from fri to
 * mon. */
static enum status
read_days(struct cli *c, char *const part[PARTS], struct row *r, struct err *e)
{
	int from = c->app->today, to;
	char day[11];
	enum status st = ST_OK;

	if (part[FROM] != NULL)
		st = read_day(part[FROM], from, heads[FROM], &from, e);
	if (st == ST_OK)
		st = read_day(part[TO], c->app->today, heads[TO], &to, e);
	if (st == ST_OK && to < from)
		st = read_day(part[TO], from, heads[TO], &to, e);
	if (st != ST_OK)
		return st;
	day_iso(from, day);
	row_set(r, F_cover_from, day);
	day_iso(to, day);
	row_set(r, F_cover_to, day);
	return ST_OK;
}

/* "priya covers for dan, 2026-11-23 to 2026-11-27" */
static char *
label_of(struct cli *c, const struct row *r)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	title_text(c->app, entities[ENT_user], row_ref(r, F_cover_by), &b);
	buf_add(&b, " covers for ");
	title_text(c->app, entities[ENT_user], row_ref(r, F_cover_user), &b);
	buf_addf(&b, ", %s to %s", row_get(r, F_cover_from),
	    row_get(r, F_cover_to));
	return buf_take(&b);
}

/* A name misspelt would cover nobody. */
static enum status
read_users(struct cli *c, char *const part[PARTS], struct row *r,
    struct err *e)
{
	int64_t who, by;
	enum status st;

	if ((st = users_known(c->app, part[WHO], &who, e)) != ST_OK ||
	    (st = users_known(c->app, part[BY], &by, e)) != ST_OK)
		return st;
	row_set_ref(r, F_cover_user, "user", who);
	row_set_ref(r, F_cover_by, "user", by);
	return ST_OK;
}

static enum status
save(struct cli *c, struct row *r, struct err *e)
{
	char *label = NULL;
	enum status st;

	if ((st = step_begin(c->app, e)) != ST_OK)
		return st;
	if ((st = record_add(c->app, r, e)) == ST_OK)
		label = label_of(c, r);
	st = step_end(c->app, st, label != NULL ? label : "", e);
	if (st == ST_OK) {
		struct buf ref;

		buf_init(&ref, BUF_LINE);
		ref_text(c->app, r->ent, r->id, &ref);
		pick_print(c->out, "%s %s", ref.p, label);
		buf_clear(&ref);
	}
	free(label);
	return st;
}

enum status
cmd_cover(struct cli *c, int *code, struct err *e)
{
	struct row *r = record_new(c->app, entities[ENT_cover]);
	char *part[PARTS] = { NULL };
	enum status st = take_apart(&c->args->pos, part, e);

	(void)code;
	if (st == ST_OK)
		st = read_days(c, part, r, e);
	if (st == ST_OK)
		st = read_users(c, part, r, e);
	if (st == ST_OK)
		st = save(c, r, e);
	for (int i = 0; i < PARTS; i++)
		free(part[i]);
	row_free(r);
	return st;
}
