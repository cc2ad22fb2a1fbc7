/* attend_draft.c - people ticked and not saved: kept, offered, taken up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/draft.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/id.h"
#include "ui/attend_inner.h"
#include "ui/dialog.h"
#include "ui/statusbar.h"

void
attend_draft_keep(struct attend_screen *as)
{
	struct draft d = {.kind = "attendance", .ent = entities[ENT_cpd],
	    .id = as->a.base->id, .base = row_copy(as->a.base)};
	struct err e = {0};
	char code[ID_CODE], *text;
	size_t i;

	for (i = 0; i < as->a.n; i++) {
		const struct attendee *v = &as->a.v[i];

		if (v->base)
			id_code(v->base->id, code);
		text = v->base ? xasprintf("%s|%s|%s", attend_status(&as->a,
		    i), row_get(v->row, F_booking_hours),
		    row_get(v->row, F_booking_replaced_by)) :
		    xasprintf("%s|%s", row_get(v->row, F_booking_contact),
		    v->made ? v->made : "");
		draft_add(&d, v->base ? code : "+", text);
		free(text);
	}
	draft_add(&d, "feedback", row_get(as->a.cpd, F_cpd_feedback));
	if (draft_save(as->s.app, &d, &e))
		say_err(as->s.ui, &e);
	draft_clear(&d);
	as->dirty = false;
	as->kept_at = clock_monotonic_ms();
}

static void
take_line(struct attend *a, const char *name, const char *text)
{
	struct strs part = {0};
	char code[ID_CODE];
	int64_t id = 0;
	size_t i;

	str_split(&part, text, '|');
	if (strcmp(name, "feedback") == 0) {
		row_set(a->cpd, F_cpd_feedback, text);
	} else if (strcmp(name, "+") == 0 && part.n >= 2) {
		if (id_parse(part.v[0], &id) || *part.v[1])
			attend_walk_in(a, id, part.v[1]);
	} else if (part.n >= 3) {
		for (i = 0; i < a->n; i++) {
			if (!a->v[i].base)
				continue;
			id_code(a->v[i].base->id, code);
			if (strcmp(code, name) != 0)
				continue;
			row_set(a->v[i].row, F_booking_status, part.v[0]);
			row_set(a->v[i].row, F_booking_hours, part.v[1]);
			row_set(a->v[i].row, F_booking_replaced_by,
			    part.v[2]);
			attend_name_instead(a, i);
		}
	}
	strs_clear(&part);
}

static void
on_draft(struct ui *ui, void *arg, int n)
{
	struct attend_screen *as = arg;
	const struct entity *ent = entities[ENT_cpd];
	struct draft d = {0};
	size_t i;

	if (n == 0 && draft_load(ui->app, "attendance", ent, as->a.base->id,
	    0, &d)) {
		for (i = 0; i < d.name.n; i++)
			take_line(&as->a, d.name.v[i], d.text.v[i]);
		say(ui, "Here is what you had typed; it is not saved yet.");
	}
	if (n == 1)
		draft_drop(ui->app, "attendance", ent, as->a.base->id, 0);
	draft_clear(&d);
}

void
attend_draft_offer(struct attend_screen *as)
{
	struct strs choices = {0};
	struct draft d = {0};

	if (!draft_load(as->s.app, "attendance", entities[ENT_cpd],
	    as->a.base->id, 0, &d))
		return;
	strs_add(&choices, "go on with it");
	strs_add(&choices, "throw it away");
	strs_add(&choices, "leave it for later");
	dialog_choose(as->s.ui, "A draft", "You ticked people here and did "
	    "not save it.", &choices, 0, on_draft, as);
	strs_clear(&choices);
	draft_clear(&d);
}
