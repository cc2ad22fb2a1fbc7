/* diary_clash.c - what clashes in a diary, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/diary_impl.h"
#include "app/text.h"
#include "base/mem.h"
#include "model/tables.h"

char *
diary_groups(unsigned bits)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (int g = YG_R; g <= YG_Y14 && bits != CLASH_ALL; g++) {
		if (!(bits & 1u << g))
			continue;
		if (b.n > 0)
			buf_add(&b, ", ");
		year_group_shown(year_groups[g].word, &b);
	}
	if (bits == CLASH_ALL)
		buf_add(&b, "all");
	return buf_take(&b);
}

/* What an entry is called by another: "Y11 mocks", "Talk 10:00". */
static char *
called(const struct entry *n)
{
	return xasprintf("%s%s%s", n->name, *n->it.time != '\0' ? " " : "",
	    n->it.time);
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
		groups = diary_groups(f.groups);
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
