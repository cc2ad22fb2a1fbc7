/* cmd_user.c - user: who may come in, and what they may do.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * add, set and list are those of the entity user, with a user's name where
 * these take field=value or a reference.
 */
#include <stdlib.h>

#include "app/may.h"
#include "app/users.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "cli/cli.h"
#include "cli/cmd_user_key.h"
#include "cli/hub.h"
#include "cli/pick.h"
#include "model/fields.h"
#include "model/tables.h"

#define LIST_COLUMNS	"name,full_name,role,disabled,schools"
#define DEFAULT_ROLE	"editor"

/* RUN as if POS had been typed after it; takes POS. */
static enum status
run_with(struct cli *c, enum status (*run)(struct cli *, int *, struct err *),
    struct strs *pos, int *code, struct err *e)
{
	struct args args = *c->args;
	struct cli as = *c;
	enum status st;

	args.pos = *pos;
	args.after = pos->n;
	args.dashes = false;
	as.args = &args;
	st = run(&as, code, e);
	strs_clear(pos);
	return st;
}

static bool
is_role(const char *word)
{
	return field_choice(&entities[ENT_user]->fields[F_user_role], word) !=
	    NULL;
}

/* disabled=yes is from today, =no never; else as it was typed. */
static char *
as_field(struct cli *c, const char *arg)
{
	char day[11];

	if (str_ieq(arg, "disabled=no"))
		return xstrdup("disabled=");
	if (!str_ieq(arg, "disabled=yes"))
		return xstrdup(arg);
	day_iso(app_today(c->app), day);
	return xasprintf("disabled=%s", day);
}

/* The arguments after the user's name, from I; true when one is of the role. */
static bool
take_fields(struct cli *c, size_t i, struct strs *out)
{
	const struct strs *pos = &c->args->pos;
	const char *role = arg_get(c->args, "role");
	bool found = role != NULL;

	if (role != NULL)
		strs_take(out, xasprintf("role=%s", role));
	for (; i < pos->n; i++) {
		if (is_role(pos->v[i]))
			strs_take(out, xasprintf("role=%s", pos->v[i]));
		else
			strs_take(out, as_field(c, pos->v[i]));
		found = found || str_istarts(out->v[out->n - 1], "role=");
	}
	return found;
}

static enum status
need_name(struct cli *c, const char *example, struct err *e)
{
	return c->args->pos.n > 1 ? ST_OK :
	    err_set(e, ST_USAGE, "which user? caseload user %s", example);
}

static enum status
user_add(struct cli *c, int *code, struct err *e)
{
	const char *name;
	struct strs pos = { 0 };
	enum status st = need_name(c, "add priya role=editor", e);
	int64_t id = 0;
	char *word;
	bool said;

	if (st != ST_OK || (st = may_do(c->app, DO_ADD, entities[ENT_user],
	    e)) != ST_OK)
		return st;
	name = c->args->pos.v[1];
	if (str_istarts(name, "user/"))
		name += sizeof "user/" - 1;
	if ((st = users_find(c->app, name, &id, e)) != ST_OK)
		return st;
	strs_add(&pos, "user");
	strs_take(&pos, xasprintf("name=%s", name));
	said = take_fields(c, 2, &pos);
	if (!said)
		strs_add(&pos, "role=" DEFAULT_ROLE);
	st = run_with(c, cmd_add, &pos, code, e);
	if (st == ST_OK && !said) {
		word = str_shell(name);
		cli_say(c, "%s has the role " DEFAULT_ROLE "; another: caseload"
		    " user set %s role=viewer.", name, word);
		free(word);
	}
	if (st == ST_OK && !hub_user_word(name))
		cli_say(c, "A user of this name cannot come in over SSH:"
		    " letters, digits, . _ - and @ can.");
	if (st == ST_CONFLICT && id != 0)
		return pick_hint("A role is given by caseload user set.", e);
	return st;
}

static enum status
user_set(struct cli *c, int *code, struct err *e)
{
	const char *name;
	struct strs pos = { 0 };
	enum status st = need_name(c, "set priya role=editor", e);
	int64_t id;

	if (st != ST_OK || (st = may_do(c->app, DO_CHANGE,
	    entities[ENT_user], e)) != ST_OK ||
	    (st = users_known(c->app, c->args->pos.v[1], &id, e)) != ST_OK)
		return st;
	name = c->args->pos.v[1];
	strs_take(&pos, str_istarts(name, "user/") ? xstrdup(name) :
	    xasprintf("user/%s", name));
	(void)take_fields(c, 2, &pos);
	return run_with(c, cmd_set, &pos, code, e);
}

static enum status
user_list(struct cli *c, int *code, struct err *e)
{
	struct strs pos = { 0 }, names = { 0 }, values = { 0 };
	struct args args = *c->args;
	struct cli as = *c;
	enum status st;

	strs_add(&pos, "user");
	for (size_t i = 1; i < c->args->pos.n; i++)
		strs_add(&pos, c->args->pos.v[i]);
	if (!arg_has(c->args, "columns")) {
		for (size_t i = 0; i < c->args->names.n; i++) {
			strs_add(&names, c->args->names.v[i]);
			strs_add(&values, c->args->values.v[i]);
		}
		strs_add(&names, "columns");
		strs_add(&values, LIST_COLUMNS);
		args.names = names;
		args.values = values;
	}
	as.args = &args;
	st = run_with(&as, cmd_list, &pos, code, e);
	strs_clear(&names);
	strs_clear(&values);
	return st;
}

/* What may follow caseload user. */
static const struct {
	const char	*word;
	enum status	(*run)(struct cli *, int *code, struct err *);
} verbs[] = {
	{ "add",	user_add },
	{ "set",	user_set },
	{ "list",	user_list },
	{ "key",	cmd_user_key },
};

/* Options that not every one of them takes. */
static const struct pick_option only[] = {
	{ "role", "add set" },
	{ "new", "add" },
	{ "format", "list key" },
	{ "file", "key" },
	{ "columns", "list" },
	{ "sort", "list" },
	{ "limit", "list" },
};

enum status
cmd_user(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	struct buf words;
	enum status st;

	buf_init(&words, BUF_LINE);
	for (size_t i = 0; i < COUNT_OF(verbs); i++) {
		buf_addf(&words, "%s%s", i > 0 ? ", " : "", verbs[i].word);
		if (pos->n == 0 || !str_eq(pos->v[0], verbs[i].word))
			continue;
		buf_clear(&words);
		st = pick_options(c, only, COUNT_OF(only), verbs[i].word, e);
		return st != ST_OK ? st : verbs[i].run(c, code, e);
	}
	st = err_set(e, ST_USAGE, "user takes one of: %s", words.p);
	buf_clear(&words);
	return st;
}
