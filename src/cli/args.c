/* args.c - what was typed, taken apart.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Options are long, may follow arguments, and "--" ends them (but parts those
 * of set: "set school la:Newham -- town=London --dry-run"). What begins with
 * one '-' and holds ':' '<' or '>' is a filter, as is -mine; '-' before a digit
 * is a value.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/cli.h"

/* Options every command takes; '=' takes a value. */
#define GLOBALS	"db= config= user= today= readonly plain help version script="

/* Those of a session over SSH are set by whoever keeps the hub. */
#define NOT_OVER_SSH	"db config user script"

/* Is NAME in LIST, and does it take a value? */
static bool
in_list(const char *list, const char *name, bool *value)
{
	struct strs words = { 0 };
	bool found = false;
	size_t i, n = strlen(name);

	str_words(&words, list);
	for (i = 0; !found && i < words.n; i++) {
		const char *w = words.v[i];

		found = strncmp(w, name, n) == 0 &&
		    (w[n] == '\0' || w[n] == '=');
		if (found)
			*value = w[n] == '=';
	}
	strs_clear(&words);
	return found;
}

static void
set_global(struct args *a, const char *name, const char *value)
{
	if (str_eq(name, "db"))
		a->start.db = value;
	else if (str_eq(name, "config"))
		a->start.config = value;
	else if (str_eq(name, "user"))
		a->start.user = value;
	else if (str_eq(name, "today"))
		a->start.today = value;
	else if (str_eq(name, "script"))
		a->script = value;
	else if (str_eq(name, "readonly"))
		a->start.readonly = true;
	else if (str_eq(name, "plain"))
		a->plain = true;
	else if (str_eq(name, "help"))
		a->help = true;
	else
		a->version = true;
}

static enum status
unknown_option(const struct args *a, const char *name, struct err *e)
{
	const struct command *c = a->command != NULL ?
	    command_find(a->command) : NULL;
	struct strs all = { 0 };
	const char *near;
	enum status st;
	size_t i;

	str_words(&all, GLOBALS);
	if (c != NULL)
		str_words(&all, c->options);
	for (i = 0; i < all.n; i++)
		all.v[i][strcspn(all.v[i], "=")] = '\0';
	near = str_nearest(name, (const char *const *)all.v, all.n);
	st = err_set(e, ST_USAGE, "unknown option --%s%s%s%s", name,
	    near != NULL ? "; did you mean --" : "", near != NULL ? near : "",
	    near != NULL ? "?" : "");
	strs_clear(&all);
	return st;
}

/* One option at argv[*i], with its value behind '=' or in the next word. */
static enum status
take_option(struct args *a, const struct command *c, int argc,
    char *const argv[], int *i, struct err *e)
{
	const char *text = argv[*i] + 2, *eq = strchr(text, '='), *value = "";
	char *name = xstrndup(text, eq != NULL ? (size_t)(eq - text) :
	    strlen(text));
	bool global, wants = false;
	enum status st = ST_OK;

	global = in_list(GLOBALS, name, &wants);
	if (!global && (c == NULL || !in_list(c->options, name, &wants)))
		st = unknown_option(a, name, e);
	else if (global && a->start.restricted && str_in(name, NOT_OVER_SSH))
		st = err_set(e, ST_USAGE, "--%s is not for a session over SSH:"
		    " the hub says it", name);
	else if (!wants && eq != NULL)
		st = err_set(e, ST_USAGE, "--%s takes no value", name);
	else if (wants && eq == NULL && *i + 1 >= argc)
		st = err_set(e, ST_USAGE, "--%s needs a value", name);
	else {
		if (wants)
			value = eq != NULL ? eq + 1 : argv[++*i];
		if (global && wants && *value == '\0')
			st = err_set(e, ST_USAGE, "--%s: the value is empty",
			    name);
		else if (global)
			set_global(a, name, value);
		else {
			strs_add(&a->names, name);
			strs_add(&a->values, value);
		}
	}
	free(name);
	return st;
}

/* One dash: a filter, a negative value, standard input, or -o of export. */
static bool
is_plain_argument(const char *s)
{
	return s[0] != '-' || s[1] == '\0' || isdigit((unsigned char)s[1]) ||
	    strpbrk(s, ":<>") != NULL || strcmp(s, "-mine") == 0;
}

/* The command is the first word that is no option: its options must be known
 * before those that come earlier can be told from its arguments. */
static const char *
find_command(int argc, char *const argv[])
{
	bool wants;
	int i;

	for (i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--") == 0)
			return i + 1 < argc ? argv[i + 1] : NULL;
		if (strncmp(argv[i], "--", 2) != 0)
			return argv[i];
		if (strchr(argv[i], '=') == NULL &&
		    in_list(GLOBALS, argv[i] + 2, &wants) && wants)
			i++;
	}
	return NULL;
}

static enum status
take_short(struct args *a, const struct command *c, int argc,
    char *const argv[], int *i, struct err *e)
{
	bool wants;

	if (strcmp(argv[*i], "-o") != 0 || c == NULL ||
	    !in_list(c->options, "output", &wants))
		return err_set(e, ST_USAGE, "unknown option %s", argv[*i]);
	if (*i + 1 >= argc)
		return err_set(e, ST_USAGE, "-o needs a file");
	strs_add(&a->names, "output");
	strs_add(&a->values, argv[++*i]);
	return ST_OK;
}

enum status
args_parse(struct args *a, int argc, char *const argv[], struct err *e)
{
	const struct command *c;
	bool seen = false, ended;
	enum status st;
	int i;

	a->command = find_command(argc, argv);
	c = a->command != NULL ? command_find(a->command) : NULL;
	for (i = 1; i < argc; i++) {
		const char *s = argv[i];

		if (!a->dashes && strcmp(s, "--") == 0) {
			a->dashes = true;
			a->after = a->pos.n;
			continue;
		}
		ended = a->dashes && (c == NULL || !(c->flags & CMD_PARTS));
		if (!ended && strncmp(s, "--", 2) == 0)
			st = take_option(a, c, argc, argv, &i, e);
		else if (!ended && !is_plain_argument(s))
			st = take_short(a, c, argc, argv, &i, e);
		else {
			if (seen)
				strs_add(&a->pos, s);
			seen = true;
			st = ST_OK;
		}
		if (st != ST_OK)
			return st;
	}
	if (!a->dashes)
		a->after = a->pos.n;
	return ST_OK;
}

void
args_clear(struct args *a)
{
	strs_clear(&a->pos);
	strs_clear(&a->names);
	strs_clear(&a->values);
}

const char *
arg_get(const struct args *a, const char *name)
{
	size_t i;

	for (i = a->names.n; i-- > 0;)
		if (str_eq(a->names.v[i], name))
			return a->values.v[i];
	return NULL;
}

bool
arg_has(const struct args *a, const char *name)
{
	return arg_get(a, name) != NULL;
}

enum status
arg_number(const struct args *a, const char *name, int64_t lo, int64_t hi,
    int64_t none, int64_t *out, struct err *e)
{
	const char *text = arg_get(a, name);

	if (text == NULL) {
		*out = none;
		return ST_OK;
	}
	if (!str_int(text, lo, hi, out))
		return err_set(e, ST_USAGE, "--%s: \"%s\" is no whole number"
		    " from %lld to %lld", name, text, (long long)lo,
		    (long long)hi);
	return ST_OK;
}
