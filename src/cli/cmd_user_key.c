/* cmd_user_key.c - user key: the keys by which users come in over SSH.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/cmd_user_key.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/admin.h"
#include "app/hub_keys.h"
#include "app/keys.h"
#include "app/may.h"
#include "app/place.h"
#include "app/users.h"
#include "base/mem.h"
#include "base/path.h"
#include "cli/hub.h"

#define KEY_MOST	65536

/* --- the command of the line --------------------------------------------- */

/* This program as the account's shell finds it. */
static char *
program(void)
{
	static const char *const usual[] = { "/usr/local/bin/caseload",
		"/usr/bin/caseload" };
	char *own = realpath("/proc/self/exe", NULL);
	struct stat a, b;

	if (own == NULL || stat(own, &a) != 0) {
		free(own);
		return xstrdup("caseload");
	}
	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		if (stat(usual[i], &b) == 0 && a.st_dev == b.st_dev &&
		    a.st_ino == b.st_ino) {
			free(own);
			return xstrdup("caseload");
		}
	return own;
}

static enum status
add_path(const char *path, struct buf *out, struct err *e)
{
	char *whole = realpath(path, NULL);
	enum status st;

	if (whole == NULL)
		return err_errno(e, "cannot find %s", path);
	buf_addc(out, ' ');
	st = keys_word(whole, out, e);
	free(whole);
	return st;
}

/* "caseload hub-session USER [DATABASE [SETTINGS]]". */
static enum status
make_command(struct cli *c, const char *user, struct buf *out, struct err *e)
{
	const char *config = c->args->start.config;
	char *own = program();
	enum status st = keys_word(own, out, e);

	buf_addf(out, " hub-session %s", user);
	if (st == ST_OK && (config != NULL || !hub_keys_here(c->app, "")))
		st = add_path(admin_path(c->app), out, e);
	if (st == ST_OK && config != NULL)
		st = add_path(config, out, e);
	free(own);
	return st;
}

/* --- reading ------------------------------------------------------------- */

static enum status
read_key(struct cli *c, const char *file, struct key *out, struct err *e)
{
	char *text = NULL;
	size_t n;
	enum status st = place_text(c->app, file, KEY_MOST, &text, &n, e);

	if (st == ST_OK && strlen(text) != n)
		st = err_set(e, ST_INVALID, "it holds a NUL: it is no key");
	if (st == ST_OK)
		st = keys_parse(text, out, e);
	free(text);
	if (st != ST_INVALID || str_starts(e->text, file))
		return st;
	return err_prefix(e, "%s: ", str_eq(file, "-") ? "the key" : file);
}

static char *
key_file(struct cli *c)
{
	const char *given = arg_get(c->args, "file");

	return given != NULL ? xstrdup(given) : hub_keys_file();
}

/* The user as their record has the name: in the line it is a word. */
static enum status
find_user(struct cli *c, const char *name, struct err *e)
{
	int64_t id;
	enum status st;

	if (!hub_user_word(name))
		return err_set(e, ST_INVALID, "\"%s\" cannot come in over SSH:"
		    " name the user with letters, digits, . _ - and @, at most"
		    " 64", name);
	if ((st = users_find(c->app, name, &id, e)) == ST_OK && id == 0)
		st = users_none(c->app, name, true, e);
	return st;
}

/* --- add, list, remove --------------------------------------------------- */

/* A line of ours that lets into this database; that of another one is not for
 * its admins to see. */
static bool
is_here(struct cli *c, const char *line, struct key *out)
{
	if (!keys_ours(line, out))
		return false;
	if (hub_keys_here(c->app, out->db))
		return true;
	keys_clear(out);
	return false;
}

static enum status
not_there_yet(struct cli *c, const struct strs *lines, const struct key *k,
    struct err *e)
{
	for (size_t i = 0; i < lines->n; i++) {
		struct key other = { 0 };
		char *whose;

		if (strstr(lines->v[i], k->blob) == NULL)
			continue;
		whose = is_here(c, lines->v[i], &other) ?
		    xasprintf("the key of %s", other.user) :
		    xstrdup("there in a line that is not of this database");
		(void)err_set(e, ST_CONFLICT, "%s is %s already: each user has"
		    " a key of their own.", k->print, whose);
		free(whose);
		keys_clear(&other);
		return ST_CONFLICT;
	}
	return ST_OK;
}

static enum status
add_key(struct cli *c, const char *file, struct strs *lines, struct err *e)
{
	const char *user = c->args->pos.v[2];
	struct buf command, line;
	struct key k = { 0 };
	enum status st;

	if (c->args->pos.n != 4)
		return err_set(e, ST_USAGE, "user key add takes a user and a"
		    " key: caseload user key add priya priya.pub");
	if ((st = find_user(c, user, e)) != ST_OK ||
	    (st = read_key(c, c->args->pos.v[3], &k, e)) != ST_OK)
		return st;
	buf_init(&command, BUF_LINE * 3);
	buf_init(&line, BUF_ROW);
	if ((st = not_there_yet(c, lines, &k, e)) == ST_OK)
		st = make_command(c, user, &command, e);
	keys_line(command.p, &k, &line);
	strs_add(lines, line.p);
	if (st == ST_OK)
		st = keys_write(file, lines, e);
	if (st == ST_OK)
		fprintf(c->out, "%s %s\n", user, k.print);
	buf_clear(&command);
	buf_clear(&line);
	keys_clear(&k);
	return st;
}

static enum status
list_keys(struct cli *c, const char *file, struct strs *lines, struct err *e)
{
	static const char *const heads[] = { "user", "type", "fingerprint",
	    "comment" };
	const struct strs *pos = &c->args->pos;
	struct sheet *s;
	enum format fmt;
	enum status st;

	(void)file;
	if (pos->n > 3)
		return err_set(e, ST_USAGE, "user key list takes one user");
	if ((st = cli_format(c, &fmt, e)) != ST_OK)
		return st;
	s = sheet_new(c->out, fmt, heads, 4);
	for (size_t i = 0; i < lines->n; i++) {
		struct key k;

		if (!is_here(c, lines->v[i], &k))
			continue;
		if (pos->n < 3 || str_ieq(k.user, pos->v[2]))
			sheet_row(s, (const char *const[]){ k.user, k.type,
			    k.print, k.comment });
		keys_clear(&k);
	}
	return sheet_end(s, e);
}

/* WHICH: a fingerprint, or which of the user's keys, from 1. */
static enum status
remove_key(struct cli *c, const char *file, struct strs *lines, struct err *e)
{
	const struct strs *pos = &c->args->pos;
	struct strs kept = { 0 };
	int64_t no = 0, at = 0;
	size_t gone = 0;
	enum status st = ST_OK;

	if (pos->n != 4)
		return err_set(e, ST_USAGE, "user key remove takes a user and"
		    " which key: caseload user key remove priya 1");
	(void)str_int(pos->v[3], 1, 100000, &no);
	for (size_t i = 0; i < lines->n; i++) {
		struct key k;
		bool ours = is_here(c, lines->v[i], &k);

		if (ours && str_ieq(k.user, pos->v[2]) && (++at == no ||
		    str_eq(k.print, pos->v[3])))
			gone++;
		else
			strs_add(&kept, lines->v[i]);
		if (ours)
			keys_clear(&k);
	}
	if (gone == 0)
		st = err_set(e, ST_NOT_FOUND, "%s has no key %s; caseload user"
		    " key list %s shows them.", pos->v[2], pos->v[3],
		    pos->v[2]);
	else
		st = keys_write(file, &kept, e);
	strs_clear(&kept);
	return st;
}

enum status
cmd_user_key(struct cli *c, int *code, struct err *e)
{
	static const struct {
		const char	*word;
		enum status	(*run)(struct cli *, const char *file,
				    struct strs *lines, struct err *);
	} verbs[] = {
		{ "add", add_key }, { "list", list_keys },
		{ "remove", remove_key },
	};
	const struct strs *pos = &c->args->pos;
	const char *verb = pos->n > 1 ? pos->v[1] : "";
	struct strs lines = { 0 };
	enum status st;
	char *file;
	int lock = -1;

	(void)code;
	if ((st = may_do(c->app, DO_USERS, NULL, e)) != ST_OK ||
	    (st = keys_built(e)) != ST_OK)
		return st;
	if (c->app->restricted && arg_has(c->args, "file"))
		return err_set(e, ST_USAGE, "--file is not for a session over"
		    " SSH: the hub says it");
	if (c->app->readonly && !str_eq(verb, "list"))
		return app_may_write(c->app, e);
	st = err_set(e, ST_USAGE, "user key takes add, list or remove");
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
		if (!str_eq(verb, verbs[i].word))
			continue;
		file = key_file(c);
		st = str_eq(verb, "list") ? ST_OK : keys_lock(file, &lock, e);
		if (st == ST_OK && (st = keys_read(file, &lines, e)) == ST_OK)
			st = verbs[i].run(c, file, &lines, e);
		if (lock >= 0)
			close(lock);
		free(file);
	}
	strs_clear(&lines);
	return st;
}
