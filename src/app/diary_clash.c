/* diary_clash.c - what clashes in a diary, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/diary_impl.h"
#include "app/text.h"
#include "base/mem.h"
#include "model/tables.h"

char *
diary_groups(const char *words)
{
	struct strs l = { 0 };
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (!str_empty(words))
		str_split(&l, words, ',');
	for (size_t i = 0; i < l.n; i++) {
		if (i > 0)
			buf_add(&b, ", ");
		year_group_shown(l.v[i], &b);
	}
	strs_clear(&l);
	return buf_take(&b);
}

/* What an entry is called by another: "Y11 mocks", "Talk 10:00". */
static char *
called(const struct entry *n)
{
	return xasprintf("%s%s%s", n->name, *n->it.time != '\0' ? " " : "",
	    n->it.time);
}

/* "Y10, Y11"; "all" */
static char *
bits_shown(unsigned bits)
{
	struct strs l = { 0 };
	char *all;

	for (int g = YG_R; g <= YG_Y14 && bits != CLASH_ALL; g++)
		if (bits & 1u << g)
			strs_add(&l, year_groups[g].word);
	all = strs_join(&l, ",");
	strs_clear(&l);
	if (*all != '\0') {
		char *shown = diary_groups(all);

		free(all);
		return shown;
	}
	free(all);
	return xstrdup("all");
}

enum status
diary_clash_words(struct reading *rd, const struct entry *a,
    const struct entry *b, char **out, struct err *e)
{
	struct clash_found f = clash_of(&a->c, &b->c);
	char *other, *groups = NULL, *user = NULL;
	struct buf name;
	enum status st = ST_OK;

	*out = NULL;
	if (f.why == CLASH_NONE)
		return ST_OK;
	buf_init(&name, BUF_LINE);
	if (f.why == CLASH_USER) {
		st = diary_user(rd->app->db, a->c.user, &user, e);
		buf_add(&name, user != NULL ? user : "");
	} else {
		title_text(rd->app, &school_entity, f.school, &name);
	}
	other = called(b);
	if (f.why == CLASH_PUPILS) {
		groups = bits_shown(f.groups);
		*out = xasprintf("%s: %s of %s", other, groups, name.p);
	} else {
		*out = xasprintf("%s%s: %s is in both", other, f.why ==
		    CLASH_FAIRS ? " same day" : "", name.p);
	}
	free(other);
	free(groups);
	free(user);
	buf_clear(&name);
	return st;
}
