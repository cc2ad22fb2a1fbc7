/* assess_draft.c - answers that could not be saved: kept, offered, taken up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is answered is saved as one goes; only where that fails there is a draft:
 * of the assessment or, while none is stored, of its school.
 */
#include <stdio.h>
#include <string.h>

#include "app/draft.h"
#include "app/record.h"
#include "base/str.h"
#include "model/fields.h"
#include "ui/assess_inner.h"
#include "ui/keep.h"
#include "ui/statusbar.h"

#define KIND	"assessment"
#define COMMENT	" comment"	/* after the number of its item */

/* Zeroed but for whose it is. */
static struct draft
draft_of(const struct assess_screen *as, bool of_school)
{
	const struct row *base = as->a.base;

	return (struct draft){.kind = KIND, .ent = of_school ?
	    entities[ENT_school] : base->ent, .id = of_school ?
	    row_ref(as->a.mine, F_assessment_school) : base->id};
}

/* What is stored of an item; "" where nothing is. */
static const char *
stored(const struct assess_screen *as, const char *id, int column)
{
	const struct member *m = as->a.base == NULL ? NULL :
	    set_find(row_members(as->a.base, F_assessment_items),
	    as->a.base->ent->fields[F_assessment_items].set, &id);

	return m && m->v[column] ? m->v[column] : "";
}

static void
add_item(const struct assess_screen *as, const struct assess_item *it,
    struct draft *d)
{
	const char *id = it->item->id;
	char name[ITEM_NUMBER + sizeof COMMENT];

	if (!str_eq(it->answer, stored(as, id, AI_ANSWER)))
		draft_add(d, id, it->answer);
	snprintf(name, sizeof name, "%s" COMMENT, id);
	if (!str_eq(it->comment, stored(as, id, AI_COMMENT)))
		draft_add(d, name, it->comment);
}

enum status
ask_draft_keep(struct assess_screen *as, struct err *e)
{
	struct draft d = draft_of(as, !as->a.base);
	enum status st;

	as->kept = d.ent;
	as->kept_id = d.id;
	if (as->a.base)
		d.base = row_copy(as->a.base);
	else if ((st = record_load(as->s.app, d.ent, d.id, &d.base, e)) !=
	    ST_OK)
		return st;
	draft_add(&d, "date", row_get(as->a.mine, F_assessment_date));
	draft_add(&d, "framework", row_get(as->a.mine, F_assessment_framework));
	for (size_t i = 0; i < as->a.n; i++)
		add_item(as, &as->a.item[i], &d);
	st = draft_save(as->s.app, &d, e);
	draft_clear(&d);
	return st;
}

void
ask_draft_drop(struct assess_screen *as)
{
	if (as->kept)
		draft_drop(as->s.app, KIND, as->kept, as->kept_id, 0);
	as->kept = NULL;
}

static bool
load(struct assess_screen *as, struct draft *out)
{
	struct draft d;
	bool any = false;

	for (int of_school = 0; of_school < 2 && !any; of_school++) {
		if (of_school ? !as->begun : !as->a.base)
			continue;
		d = draft_of(as, of_school);
		any = draft_load(as->s.app, KIND, d.ent, d.id, 0, out);
	}
	if (any) {
		as->kept = out->ent;
		as->kept_id = out->id;
	}
	return any;
}

static enum status
take_one(struct assess_screen *as, const char *name, const char *text,
    struct err *e)
{
	size_t n = strlen(name), tail = strlen(COMMENT);
	char id[ITEM_NUMBER];

	if (str_in(name, "date framework"))
		return ST_OK;
	if (n <= tail || !str_eq(name + n - tail, COMMENT))
		return assess_answer(&as->a, name, text, e);
	snprintf(id, sizeof id, "%.*s", (int)(n - tail), name);
	return assess_comment(&as->a, id, text, e);
}

static void
take_draft(struct assess_screen *as, const struct draft *d)
{
	struct err e = {0};

	if (d->ent->no == ENT_school && ask_begin(as, draft_text(d, "date"),
	    draft_text(d, "framework"), &e)) {
		say_err(as->s.ui, &e);
		return;
	}
	for (size_t i = 0; i < d->name.n; i++)
		if (take_one(as, d->name.v[i], d->text.v[i], &e))
			say_err(as->s.ui, &e);
	ask_touched(as);
	ask_stand(as, NULL);
	say(as->s.ui, "Here is what you had answered; it is saved as you go "
	    "on.");
}

static void
on_draft(struct ui *ui, void *arg, int n)
{
	struct assess_screen *as = arg;
	struct draft d = {0};

	(void)ui;
	if (n == 0 && load(as, &d))
		take_draft(as, &d);
	if (n == 1)
		ask_draft_drop(as);
	draft_clear(&d);
}

bool
ask_draft_offer(struct assess_screen *as)
{
	struct draft d = {0};

	if (!load(as, &d))
		return false;
	keep_offer(as->s.ui, "You answered items here that could not be "
	    "saved.", on_draft, as);
	draft_clear(&d);
	return true;
}
