/* keymap.c - which request each key asks for.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/keymap.h"

#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "base/mem.h"
#include "base/str.h"

#define MAX_KEYS 6	/* of one request */

struct keymap {
	int	 key[REQ_MAX][MAX_KEYS];	/* -1 after the last */
	char	*shown[REQ_MAX];		/* name of the first */
};

/* Groups that one screen answers together: within these no key may ask for
 * two things. History's u is meant to stand before the one of everywhere, and
 * the diary's v before that of records. */
static const unsigned together[] = {
	G_TODAY | G_ROW | G_MOVE | G_FIGURE | G_EVERY,
	G_ROW | G_LIST | G_MOVE | G_EVERY,
	G_RETURN | G_ROW | G_LIST | G_RECORD | G_FIGURE | G_TIME | G_MOVE |
	    G_EVERY,
	G_HIST | G_MOVE | G_ROW,
	G_ROW | G_TIME | G_MOVE | G_EVERY,
	G_DIARY | G_TIME | G_MOVE | G_EVERY,
	G_GRID | G_NUMS, G_GRID | G_ATTEND,
	G_ASSESS, G_FORM, G_LINE, G_MENU, G_GOTO,
};

static enum status
set_keys(struct keymap *m, enum request r, const char *keys, struct err *e)
{
	struct strs words = {0};
	struct buf name;
	size_t i, n = 0;
	int key;

	str_words(&words, keys);
	for (i = 0; i < words.n && n < MAX_KEYS - 1; i++) {
		key = key_parse(words.v[i]);
		if (key < 0) {
			err_set(e, ST_INVALID, "[keys] %s: \"%s\" is no key; "
			    "a character, Enter, Esc, Tab, Up, PgDn, Ctrl-X, "
			    "F1 are.", request_info[r].name, words.v[i]);
			strs_clear(&words);
			return ST_INVALID;
		}
		m->key[r][n++] = key;
	}
	m->key[r][n] = -1;
	strs_clear(&words);
	free(m->shown[r]);
	buf_init(&name, BUF_LINE);
	if (n)
		key_text(m->key[r][0], &name);
	m->shown[r] = buf_take(&name);
	return ST_OK;
}

static bool
has_key(const struct keymap *m, int r, int key)
{
	size_t i;

	for (i = 0; m->key[r][i] >= 0; i++)
		if (m->key[r][i] == key)
			return true;
	return false;
}

/* Two requests of one screen on one key? */
static enum status
check_pair(const struct keymap *m, unsigned groups, int a, int b,
    struct err *e)
{
	struct buf name;
	size_t i;

	if (!(groups & 1u << request_info[a].group) ||
	    !(groups & 1u << request_info[b].group))
		return ST_OK;
	for (i = 0; m->key[a][i] >= 0; i++) {
		if (!has_key(m, b, m->key[a][i]))
			continue;
		buf_init(&name, BUF_LINE);
		key_text(m->key[a][i], &name);
		err_set(e, ST_INVALID,
		    "[keys] %s: both %s and %s are on this key.", name.p,
		    request_info[a].name, request_info[b].name);
		buf_clear(&name);
		return ST_INVALID;
	}
	return ST_OK;
}

/* The two in each other's way go to A and B. */
static enum status
check(const struct keymap *m, int *a, int *b, struct err *e)
{
	size_t g;

	for (g = 0; g < sizeof together / sizeof together[0]; g++)
		for (*a = 1; *a < REQ_MAX; ++*a)
			for (*b = *a + 1; *b < REQ_MAX; ++*b)
				if (check_pair(m, together[g], *a, *b, e))
					return ST_INVALID;
	return ST_OK;
}

static enum status
no_request(const char *name, struct err *e)
{
	const char *names[REQ_MAX], *near;
	struct buf all;
	int r;

	buf_init(&all, BUF_ROW);
	for (r = 1; r < REQ_MAX; r++) {
		names[r - 1] = request_info[r].name;
		buf_addf(&all, "%s%s", r > 1 ? ", " : "", names[r - 1]);
	}
	near = str_nearest(name, names, REQ_MAX - 1);
	err_set(e, ST_INVALID, "[keys] %s: nothing is called so%s%s%s; there "
	    "are: %s.", name, near ? "; did you mean " : "", near ? near : "",
	    near ? "?" : "", all.p);
	buf_clear(&all);
	return ST_INVALID;
}

/* [keys]: request = keys. */
static enum status
lay_over(struct keymap *m, const struct options *opt, struct err *e)
{
	const char *const *names, *const *values, *const *places;
	enum status st = ST_OK;
	enum request r;
	size_t i, n = options_keys(opt, &names, &values, &places);
	int a, b;

	for (i = 0; i < n; i++) {
		r = request_find(names[i]);
		st = r == REQ_NONE ? no_request(names[i], e) :
		    set_keys(m, r, values[i], e);
		if (st)
			return err_prefix(e, "%s: ", places[i]);
	}
	if (!n || !check(m, &a, &b, e))
		return ST_OK;
	for (i = n; i-- > 0; ) {
		r = request_find(names[i]);
		if ((int)r == a || (int)r == b)
			return err_prefix(e, "%s: ", places[i]);
	}
	return ST_INVALID;
}

enum status
keymap_new(const struct options *opt, struct keymap **out, struct err *e)
{
	struct keymap *m = xcalloc(1, sizeof *m);
	enum status st = ST_OK;
	int r;

	m->key[REQ_NONE][0] = -1;
	for (r = 1; r < REQ_MAX; r++)
		m->key[r][0] = -1;
	for (r = 1; r < REQ_MAX && !st; r++)
		st = set_keys(m, (enum request)r, request_info[r].keys, e);
	if (!st && opt)
		st = lay_over(m, opt, e);
#ifndef NDEBUG
	if (!st && !opt) {
		int a, b;

		st = check(m, &a, &b, e);
	}
#endif
	if (st)
		keymap_free(m);
	else
		*out = m;
	return st;
}

enum status
keymap_check(const struct options *opt, struct err *e)
{
	struct keymap *m;
	enum status st = keymap_new(opt, &m, e);

	if (!st)
		keymap_free(m);
	return st;
}

void
keymap_free(struct keymap *m)
{
	int r;

	if (!m)
		return;
	for (r = 0; r < REQ_MAX; r++)
		free(m->shown[r]);
	free(m);
}

enum request
keymap_request(const struct keymap *m, unsigned groups, int key)
{
	int r;

	for (r = 1; r < REQ_MAX; r++)
		if (groups & 1u << request_info[r].group && has_key(m, r, key))
			return (enum request)r;
	return REQ_NONE;
}

bool
keymap_reaches(const struct keymap *m, unsigned groups, enum request r)
{
	size_t i;

	for (i = 0; m->key[r][i] >= 0; i++)
		if (keymap_request(m, groups, m->key[r][i]) == r)
			return true;
	return i == 0;
}

const char *
keymap_shown(const struct keymap *m, enum request r)
{
	return m->shown[r] ? m->shown[r] : "";
}

void
keymap_all(const struct keymap *m, enum request r, struct buf *out)
{
	size_t i;

	for (i = 0; m->key[r][i] >= 0; i++) {
		if (i)
			buf_addc(out, ' ');
		key_text(m->key[r][i], out);
	}
}
