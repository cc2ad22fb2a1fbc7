/* cmd_notice.c - notice and chase: letters to many, and reminders.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/notice.h"
#include "app/notice_merge.h"
#include "app/place.h"
#include "app/record.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/pick.h"
#include "model/fields.h"
#include "model/tables.h"

#define BODY_MAX	(64u << 10)	/* bytes; the field has its own limit */

static char *
named(struct cli *c, int64_t id)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	ref_text(c->app, entities[ENT_notice], id, &b);
	return buf_take(&b);
}

/* "notice/REF: 9 get it, 2 left out", then who; of those who get it, and not
 * instead of others, only in a dry run. */
static enum status
print_people(struct cli *c, int64_t id, struct err *e)
{
	struct strs lines = { 0 };
	struct notice_counts n;
	char *ref = named(c, id);
	enum status st = notice_shown(c->app, id, &lines, &n, e);

	if (st == ST_OK)
		pick_print(c->out, "%s: %zu get it, %zu left out", ref, n.gets,
		    n.left);
	for (size_t i = 0; st == ST_OK && i < lines.n; i++)
		if (i >= n.plain || arg_has(c->args, "dry-run"))
			pick_print(c->out, "  %s", lines.v[i]);
	free(ref);
	strs_clear(&lines);
	return st;
}

/* Print within the step, in which what a dry run makes is still there. */
static enum status
end(struct cli *c, enum status st, const char *did, int64_t id, struct err *e)
{
	char *label = NULL, *ref;

	if (st == ST_OK) {
		ref = named(c, id);
		label = xasprintf("%s %s", did, ref);
		free(ref);
		st = print_people(c, id, e);
	}
	st = pick_end(c, st, label != NULL ? label : "", e);
	free(label);
	return st;
}

static enum status
pick_notice(struct cli *c, size_t at, int64_t *id, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	const char *ent;

	if (pos->n != at + 1)
		return err_set(e, ST_USAGE, "name one notice: caseload %s %s%s"
		    "notice/REF", c->args->command, at > 0 ? pos->v[0] : "",
		    at > 0 ? " " : "");
	return ref_resolve_in(c->app, "notice", pos->v[at], true, &ent, id, e);
}

/* Before what went wrong, when nobody else is left. */
static void
say_left_out(struct cli *c, struct strs *left)
{
	for (size_t i = 0; i < left->n; i++)
		cli_say(c, "%s", left->v[i]);
	strs_clear(left);
}

/* --- write --------------------------------------------------------------- */

static enum status
read_body(struct cli *c, struct row *r, struct err *e)
{
	const char *path = arg_get(c->args, "body");
	char *text, *clean;
	size_t n;
	enum status st;

	if (path == NULL)
		return ST_OK;
	if ((st = place_text(c->app, path, BODY_MAX, &text, &n, e)) != ST_OK)
		return st;
	clean = utf8_clean(text);
	st = value_parse(c->app, r, F_notice_body, clean, 0, true, e);
	free(clean);
	free(text);
	return st;
}

/* What stands in --NAME, into FIELD. */
static enum status
read_day(struct cli *c, const char *name, struct row *r, int field,
    struct err *e)
{
	int day = DAY_NONE;
	char iso[11];
	enum status st = pick_day(c, name, DATE_FORWARD, &day, e);

	if (st != ST_OK || day == DAY_NONE)
		return st;
	day_iso(day, iso);
	row_set(r, field, iso);
	return ST_OK;
}

static enum status
read_options(struct cli *c, struct row *r, struct err *e)
{
	static const struct { const char *name; int field; } takes[] = {
		{ "to", F_notice_audience }, { "role", F_notice_role },
		{ "template", F_notice_template }, { "text", F_notice_body },
	};
	enum status st = value_parse(c->app, r, F_notice_title,
	    c->args->pos.v[1], 0, true, e);

	for (size_t i = 0; i < COUNT_OF(takes) && st == ST_OK; i++)
		if (arg_has(c->args, takes[i].name))
			st = value_parse(c->app, r, takes[i].field,
			    arg_get(c->args, takes[i].name), 0, true, e);
	if (st == ST_OK)
		st = read_day(c, "due", r, F_notice_due, e);
	if (st == ST_OK)
		st = read_day(c, "on", r, F_notice_date, e);
	return st != ST_OK ? st : read_body(c, r, e);
}

static enum status
write_notice(struct cli *c, struct err *e)
{
	struct row *r;
	enum status st;

	if (c->args->pos.n != 2 || !arg_has(c->args, "to"))
		return err_set(e, ST_USAGE, "say what it is about and whom it"
		    " is for: caseload notice write \"Autumn assessment\" "
		    "--to \"school mine\"");
	r = record_new(c->app, entities[ENT_notice]);
	if ((st = read_options(c, r, e)) == ST_OK &&
	    (st = step_begin(c->app, e)) == ST_OK) {
		st = record_add(c->app, r, e);
		st = end(c, st, "added", r->id, e);
	}
	row_free(r);
	return st;
}

/* --- send ---------------------------------------------------------------- */

static enum status
mark_sent(struct cli *c, int64_t id, int day, struct err *e)
{
	struct row *base, *mine;
	char iso[11];
	enum status st = record_load(c->app, entities[ENT_notice], id, &base,
	    e);

	if (st != ST_OK)
		return st;
	mine = row_copy(base);
	row_set(mine, F_notice_status, "sent");
	day_iso(day, iso);
	row_set(mine, F_notice_date, iso);
	if (row_is(base, F_notice_status, "sent"))
		st = err_set(e, ST_INVALID, "It is sent already.");
	if (st == ST_OK)
		st = record_change(c->app, base, mine, NULL, e);
	row_free(base);
	row_free(mine);
	return st;
}

static enum status
send_notice(struct cli *c, struct err *e)
{
	int64_t id;
	int day = c->app->today;
	enum status st = pick_day(c, "on", DATE_FORWARD, &day, e);

	if (st != ST_OK || (st = pick_notice(c, 1, &id, e)) != ST_OK ||
	    (st = step_begin(c->app, e)) != ST_OK)
		return st;
	st = mark_sent(c, id, day, e);
	return end(c, st, "sent", id, e);
}

/* --- out of the program -------------------------------------------------- */

static enum status
merge_notice(struct cli *c, struct err *e)
{
	struct strs left = { 0 };
	struct buf b;
	int64_t id;
	enum status st = pick_notice(c, 1, &id, e);

	if (st != ST_OK)
		return st;
	buf_init(&b, BUF_FILE);
	st = notice_merge(c->app, id, &b, &left, e);
	say_left_out(c, &left);
	if (st == ST_OK)
		st = cli_put(c, &b, e);
	buf_clear(&b);
	return st;
}

static enum status
draft_notice(struct cli *c, struct err *e)
{
	const char *dir = arg_get(c->args, "output");
	struct strs left = { 0 };
	size_t n;
	int64_t id;
	enum status st = pick_notice(c, 1, &id, e);

	if (st == ST_OK && str_empty(dir))
		st = err_set(e, ST_USAGE, "drafts are written to a folder: "
		    "-o FOLDER");
	if (st == ST_OK)
		st = place_folder(c->app, dir, "caseload notice merge"
		    " makes one file of it, for your outbox or for ssh HUB ..."
		    " > FILE", e);
	if (st != ST_OK)
		return st;
	st = notice_drafts(c->app, id, dir, arg_has(c->args, "force"), &n,
	    &left, e);
	say_left_out(c, &left);
	if (st == ST_OK)
		pick_print(c->out, "%zu draft%s in %s", n,
		    n == 1 ? "" : "s", dir);
	return st;
}

/* --- the commands -------------------------------------------------------- */

static const struct {
	const char	*word;
	enum status	(*run)(struct cli *, struct err *);
} verbs[] = {
	{ "write", write_notice },
	{ "send", send_notice },
	{ "merge", merge_notice },
	{ "eml", draft_notice },
};

enum status
cmd_notice(struct cli *c, int *code, struct err *e)
{
	static const struct pick_option options[] = {
		{ "to", "write" }, { "role", "write" },
		{ "template", "write" }, { "text", "write" },
		{ "body", "write" }, { "due", "write" },
		{ "on", "write send" }, { "dry-run", "write send" },
		{ "output", "merge eml" }, { "force", "merge eml" },
	};
	const char *word = c->args->pos.n > 0 ? c->args->pos.v[0] : "";
	enum status st;

	(void)code;
	for (size_t i = 0; i < COUNT_OF(verbs); i++) {
		if (!str_ieq(verbs[i].word, word))
			continue;
		st = pick_options(c, options, COUNT_OF(options), verbs[i].word,
		    e);
		return st != ST_OK ? st : verbs[i].run(c, e);
	}
	return err_set(e, ST_USAGE, "what of notices? write, send, merge or "
	    "eml: caseload notice write \"Autumn assessment\" --to \"school "
	    "mine\"");
}

enum status
cmd_chase(struct cli *c, int *code, struct err *e)
{
	struct strs left = { 0 };
	int64_t id, made = 0;
	enum status st = pick_notice(c, 0, &id, e);

	(void)code;
	if (st != ST_OK || (st = step_begin(c->app, e)) != ST_OK)
		return st;
	st = notice_chase(c->app, id, &made, &left, e);
	if (st == ST_OK)
		strs_clear(&left);	/* the list of its people has them */
	say_left_out(c, &left);
	return end(c, st, "chased with", made, e);
}
