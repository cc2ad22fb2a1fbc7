/* code_list.c - lists of codes as rules write them: "7-8 12 unknown".
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/code_list.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

#define CODE_MAX	9999

static void
add_span(struct code_list *l, int lo, int hi)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof *l->v);
	l->v[l->n++] = (struct code_span){ lo, hi };
}

/* "12" or "7-8". */
static enum status
read_span(struct code_list *l, char *word, struct err *e)
{
	char *dash = strchr(word, '-');
	int64_t lo, hi;

	if (dash != NULL)
		*dash = '\0';
	if (!str_int(word, 0, CODE_MAX, &lo) ||
	    !str_int(dash != NULL ? dash + 1 : word, 0, CODE_MAX, &hi)) {
		if (dash != NULL)
			*dash = '-';
		return err_set(e, ST_INVALID, "\"%s\" is no code: codes and"
		    " ranges are written 7-8 12", word);
	}
	if (hi < lo)
		return err_set(e, ST_INVALID, "a range begins with the lower"
		    " code: %d-%d", (int)hi, (int)lo);
	add_span(l, (int)lo, (int)hi);
	return ST_OK;
}

enum status
code_list_read(struct code_list *l, const char *text, bool outside,
    struct err *e)
{
	struct strs words = { 0 };
	enum status st = ST_OK;

	str_words(&words, text);
	for (size_t i = 0; st == ST_OK && i < words.n; i++) {
		if (str_eq(words.v[i], "unknown"))
			l->unknown = true;
		else if (outside && str_eq(words.v[i], "outside"))
			l->outside = true;
		else
			st = read_span(l, words.v[i], e);
	}
	strs_clear(&words);
	return st;
}

bool
code_list_has(const struct code_list *l, int code)
{
	for (size_t i = 0; i < l->n; i++)
		if (code >= l->v[i].lo && code <= l->v[i].hi)
			return true;
	return false;
}

void
code_list_clear(struct code_list *l)
{
	free(l->v);
	*l = (struct code_list){ NULL, 0, false, false };
}
