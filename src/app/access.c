/* access.c - provider access of one school.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/access.h"

#include <string.h>

#include "app/lineage.h"
#include "app/options.h"
#include "app/rulebook.h"
#include "app/text.h"
#include "base/date.h"
#include "db/access.h"

enum status
access_read_law(const struct options *o, struct access_law **out,
    struct err *e)
{
	struct access_law *l = access_law_new();
	struct rulebook b = { 0 };
	enum status st;

	access_law_ask(l, option_yes(o, OPT_ACCESS_ASK));
	access_law_minutes(l, option_int(o, OPT_ACCESS_MIN));
	st = access_law_last(l, option_text(o, OPT_ACCESS_LAST), e);
	if (st == ST_OK)
		st = rulebook_open(o, "access-types.csv", &b, e);
	if (st == ST_OK && b.hub.text != NULL)
		st = access_law_add(l, &b.hub, e);
	if (st == ST_OK)
		st = access_law_add(l, &b.shipped, e);
	rulebook_close(&b);
	if (st == ST_OK)
		*out = l;
	else
		access_law_free(l);
	return st;
}

enum status
access_one(struct app *app, int64_t school, int day, struct access_one *out,
    struct err *e)
{
	return access_read(app->db, school, day, &out->school, &out->all, e);
}

void
access_one_clear(struct access_one *a)
{
	access_school_clear(&a->school);
}

const struct access_phase *
access_group(const struct access_one *a, int group)
{
	for (size_t i = 0; i < a->all.n; i++)
		if (a->all.v[i].group == group)
			return &a->all.v[i];
	return NULL;
}

/* "schools:X,Y years:X@2024/25,Y@2024/25": of the school and those it took
 * over from. */
static void
put_cohort(struct app *app, const struct row *school, int entry,
    struct buf *out)
{
	struct lineage l = { 0 };
	struct err e = { 0 };
	enum status st = lineage_of(app, school->id, &l, &e);
	char cohort[8];

	(void)st;			/* then those of the school alone */
	year_format(entry, cohort);
	for (size_t i = 0; i <= l.n; i++) {
		buf_add(out, i == 0 ? "schools:" : ",");
		ref_text(app, school->ent, i == 0 ? school->id :
		    l.v[i - 1].school, out);
	}
	for (size_t i = 0; i <= l.n; i++) {
		buf_add(out, i == 0 ? " years:" : ",");
		ref_text(app, school->ent, i == 0 ? school->id :
		    l.v[i - 1].school, out);
		buf_addf(out, "@%s", cohort);
	}
	lineage_clear(&l);
}

void
access_filter(struct app *app, const struct row *school,
    const struct access_phase *p, struct buf *out)
{
	char from[11], to[11];

	day_iso(p->from, from);
	day_iso(p->to < app->today ? p->to : app->today, to);
	put_cohort(app, school, p->entry, out);
	buf_addf(out, " status:delivered since:%s until:%s in_hours:yes"
	    " -provider_kinds:", from, to);
	for (unsigned i = 0; i < ACCESS_CONTENTS; i++)
		buf_addf(out, " ticks:%s", access_contents[i]);
	if (option_int(app->opt, OPT_ACCESS_MIN) > 0)
		buf_addf(out, " -minutes<%ld", option_int(app->opt,
		    OPT_ACCESS_MIN));
}
