/* cmd_erase.c - erase: a person is taken out, and what names them is asked for;
 * export-person: all that is held about them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/erase.h"
#include "app/may.h"
#include "app/person.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/path.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/pick.h"
#include "cli/plain_line.h"

#define BUF_PERSON	(64u << 20)	/* bytes of what is held about one */

/* One contact, by the only argument. */
static enum status
read_contact(struct cli *c, int64_t *id, struct err *e)
{
	const char *ent;

	if (c->args->pos.n != 1)
		return err_set(e, ST_USAGE, "name one person: caseload %s "
		    "contact/REF", c->args->command);
	return ref_resolve_in(c->app, "contact", c->args->pos.v[0], false,
	    &ent, id, e);
}

static void
print_lines(struct cli *c, const struct strs *lines)
{
	for (size_t i = 0; i < lines->n; i++)
		pick_print(c->out, "%s", lines->v[i]);
}

/* A line from standard input, trimmed; NULL at its end. Caller frees. */
static char *
answer(struct cli *c)
{
	char *line = NULL, *text = NULL;
	size_t size = 0;

	fflush(c->out);
	if (plain_line(stdin, &line, &size))
		text = utf8_clean(line);
	free(line);
	return text;
}

static enum status
not_confirmed(struct err *e)
{
	return err_set(e, ST_INTERRUPTED, "Nothing was erased: it was not "
	    "confirmed. --yes confirms it and replaces every text that is "
	    "sure to name the person.");
}

static enum status
confirm(struct cli *c, int64_t id, struct err *e)
{
	struct buf b;
	char *text;
	bool yes;

	buf_init(&b, BUF_LINE);
	ref_text(c->app, entities[ENT_contact], id, &b);
	buf_addc(&b, ' ');
	title_text(c->app, entities[ENT_contact], id, &b);
	pick_print(c->out, "%s Erase %s? Type yes:", ERASE_WARNING, b.p);
	buf_clear(&b);
	text = answer(c);
	yes = text != NULL && str_ieq(text, "yes");
	free(text);
	return yes ? ST_OK : not_confirmed(e);
}

/* y, n, or a for this and all that are sure after it. */
static enum status
ask_one(struct cli *c, struct erase_mention *m, bool *all, struct err *e)
{
	struct buf b;
	char *text;

	if (*all) {
		m->erase = !m->perhaps;
		return ST_OK;
	}
	buf_init(&b, BUF_LINE);
	erase_mention_text(c->app, m, &b);
	pick_print(c->out, "%s\nReplace by %s? y yes, n no, a all:", b.p,
	    ERASED_TEXT);
	buf_clear(&b);
	if ((text = answer(c)) == NULL)
		return not_confirmed(e);
	*all = str_ieq(text, "a") || str_ieq(text, "all");
	m->erase = *all || str_ieq(text, "y") || str_ieq(text, "yes");
	free(text);
	return ST_OK;
}

static enum status
ask(struct cli *c, struct erase *x, struct err *e)
{
	enum status st = confirm(c, x->id, e);
	bool all = false;

	for (size_t i = 0; i < x->n && st == ST_OK; i++)
		st = ask_one(c, &x->m[i], &all, e);
	return st;
}

/* What would be done, and what would be left. */
static enum status
preview(struct cli *c, struct erase *x, struct strs *left, struct err *e)
{
	struct strs files = { 0 };
	struct buf b;
	enum status st = erase_look_files(x, &files, left, e);

	for (size_t i = 0; i < x->n; i++) {
		buf_init(&b, BUF_LINE);
		erase_mention_text(c->app, &x->m[i], &b);
		pick_print(c->out, "%s", b.p);
		buf_reset(&b);
		if (x->m[i].erase && x->m[i].rest != NULL) {
			erase_rest_text(c->app, &x->m[i], &b);
			strs_add(left, b.p);
		}
		buf_clear(&b);
	}
	print_lines(c, &files);
	strs_clear(&files);
	if (x->holder != NULL && !x->despite_hold)
		cli_say(c, "Without --despite-hold it would be refused.");
	cli_say(c, "%s", ERASE_WARNING);
	return st;
}

static void
say_remains(struct cli *c, const struct strs *left)
{
	struct strs lines = { 0 };

	for (size_t i = 0; i < left->n; i++)
		cli_say(c, "Left as it is: %s", left->v[i]);
	erase_remains(c->app, &lines);
	for (size_t i = 0; i < lines.n; i++)
		cli_say(c, "%s", lines.v[i]);
	strs_clear(&lines);
}

static enum status
erase(struct cli *c, struct erase *x, struct err *e)
{
	struct strs left = { 0 };
	struct buf ref;
	enum status st = ST_OK;

	if (!x->again)
		st = erase_held(c->app, x, e);
	if (st == ST_OK && !x->again && !arg_has(c->args, "yes"))
		st = ask(c, x, e);
	if (st == ST_OK)
		st = erase_do(c->app, x, &left, e);
	if (st == ST_OK) {
		buf_init(&ref, BUF_LINE);
		ref_text(c->app, entities[ENT_contact], x->id, &ref);
		pick_print(c->out, "Erased %s.", ref.p);
		buf_clear(&ref);
		say_remains(c, &left);
	}
	strs_clear(&left);
	return st;
}

enum status
cmd_erase(struct cli *c, int *code, struct err *e)
{
	struct strs lines = { 0 }, left = { 0 };
	struct erase x;
	int64_t id;
	enum status st;

	(void)code;
	if ((st = may_do(c->app, DO_ERASE, entities[ENT_contact], e)) !=
	    ST_OK || (st = read_contact(c, &id, e)) != ST_OK ||
	    (st = erase_look(c->app, id, &x, e)) != ST_OK)
		return st;
	x.despite_hold = arg_has(c->args, "despite-hold");
	erase_lines(c->app, &x, &lines);
	print_lines(c, &lines);
	strs_clear(&lines);
	if (arg_has(c->args, "dry-run")) {
		st = preview(c, &x, &left, e);
		if (st == ST_OK) {
			say_remains(c, &left);
			cli_say(c, "Dry run: nothing was changed.");
		}
		strs_clear(&left);
	} else {
		st = erase(c, &x, e);
	}
	erase_clear(&x);
	return st;
}

enum status
cmd_export_person(struct cli *c, int *code, struct err *e)
{
	struct buf out;
	int64_t id;
	enum status st = read_contact(c, &id, e);

	(void)code;
	if (st != ST_OK)
		return st;
	buf_init(&out, BUF_PERSON);
	st = person_export(c->app, id, &out, e);
	if (st == ST_OK)
		st = cli_put(c, &out, e);
	buf_clear(&out);
	return st;
}
