/* join_wish.c - what somebody asked for holds, whichever record has it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who said on one of two records that they do not want to be contacted has said
 * it: that the other was written later does not take it back.
 */
#include "app/join_int.h"

#include <string.h>

#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

enum wins {
	WINS_STRICTER,		/* the choice further down */
	WINS_LATER,		/* the later day */
	WINS_WITH		/* that of the record whose other field wins */
};

static const struct wish {
	const char	*field;		/* of every kind that has it */
	enum wins	 wins;
	const char	*with;
	const char	*why;
} wishes[] = {
	{ "contact_ok",	   WINS_STRICTER, NULL,		"the stricter wish" },
	{ "contact_ok_on", WINS_WITH,	  "contact_ok",	"of that wish" },
	{ "not_before",	   WINS_LATER,	  NULL,		"the later day" },
};

/* 0 for none. */
static size_t
strictness(const struct row *r, int f)
{
	const struct choice *c = r->ent->fields[f].choices;

	for (size_t i = 0; c[i].word != NULL; i++)
		if (row_is(r, f, c[i].word))
			return i + 1;
	return 0;
}

/* Does the one that goes win? Neither does when they are alike: false. */
static bool
decide(const struct join *j, int f, enum wins wins, bool *gone)
{
	size_t a, b;

	if (f < 0 || row_same(j->gone, j->kept, f))
		return false;
	if (wins == WINS_LATER) {
		*gone = strcmp(row_get(j->gone, f), row_get(j->kept, f)) > 0;
		return true;
	}
	a = strictness(j->gone, f);
	b = strictness(j->kept, f);
	*gone = a > b;
	return a != b;
}

bool
join_wish(const struct join *j, struct join_value *v)
{
	const struct entity *ent = j->kept->ent;
	const char *id = ent->fields[v->field].id;
	bool gone;

	for (size_t i = 0; i < COUNT_OF(wishes); i++) {
		const struct wish *w = &wishes[i];
		bool with = w->wins == WINS_WITH;

		if (!str_eq(w->field, id) || !decide(j, with ?
		    entity_field(ent, w->with) : v->field,
		    with ? WINS_STRICTER : w->wins, &gone))
			continue;
		v->take = gone ? JOIN_GONE : JOIN_KEPT;
		v->why = w->why;
		v->wish = true;
		return true;
	}
	return false;
}
