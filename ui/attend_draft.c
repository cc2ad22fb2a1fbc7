/* attend_draft.c - people ticked and not saved: kept, offered, taken up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/draft.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/id.h"
#include "ui/attend_inner.h"
#include "ui/statusbar.h"

/* "attended|1.5|38FRC-...|4" and, in a line of its own since it may hold
 * anything, the certificate: of the row that was named last. */
static void
add_state(struct draft *d, const char *name, const char *certificate,
    const struct row *r)
{
	char *text = xasprintf("%s|%s|%s|%s", row_get(r, F_booking_status),
	    row_get(r, F_booking_hours), row_get(r, F_booking_replaced_by),
	    row_get(r, F_booking_evaluation));

	draft_add(d, name, text);
	draft_add(d, certificate, row_get(r, F_booking_certificate));
	free(text);
}

enum status
attend_draft_keep(struct attend_screen *as, struct err *e)
{
	struct draft d = {.kind = "attendance", .ent = entities[ENT_cpd],
	    .id = as->a.base->id, .base = row_copy(as->a.base)};
	enum status st;
	char code[ID_CODE], *text;
	size_t i;

	for (i = 0; i < as->a.n; i++) {
		const struct attendee *v = &as->a.v[i];

		if (v->base) {
			if (attend_same(v->base, v->row))
				continue;	/* others may tick them */
			id_code(v->base->id, code);
			add_state(&d, code, "certificate", v->row);
			add_state(&d, "was", "certificate was", v->base);
			continue;
		}
		text = xasprintf("%s|%s", row_get(v->row, F_booking_contact),
		    v->made ? v->made : "");
		draft_add(&d, "+", text);
		add_state(&d, "walked in", "certificate", v->row);
		free(text);
	}
	if (!attend_same(as->a.base, as->a.cpd)) {
		draft_add(&d, "feedback", row_get(as->a.cpd, F_cpd_feedback));
		draft_add(&d, "feedback was",
		    row_get(as->a.base, F_cpd_feedback));
	}
	st = draft_save(as->s.app, &d, e);
	draft_clear(&d);
	keep_done(&as->keep);
	return st;
}

void
attend_draft_now(struct attend_screen *as)
{
	struct err e = {0};

	keep_tell(as->s.ui, attend_draft_keep(as, &e), &e);
}

static size_t
find_booking(const struct attend *a, const char *code)
{
	char mine[ID_CODE];
	size_t i;

	for (i = 0; i < a->n; i++) {
		if (!a->v[i].base)
			continue;
		id_code(a->v[i].base->id, mine);
		if (strcmp(mine, code) == 0)
			return i;
	}
	return a->n;
}

/* Drafts of before say nothing of what they thought. */
static void
take_state(struct row *r, const struct strs *part)
{
	static const int field[] = {F_booking_status, F_booking_hours,
	    F_booking_replaced_by, F_booking_evaluation};
	size_t i;

	for (i = 0; i < part->n && i < sizeof field / sizeof field[0]; i++)
		row_set(r, field[i], part->v[i]);
}

/* AT is the row that was named last; what it names is returned. "was": as it
 * was loaded then, so that what others saved since is not overwritten. */
static size_t
take_line(struct attend *a, const char *name, const char *text, size_t at)
{
	struct strs part = {0};
	int64_t id = 0;

	str_split(&part, text, '|');
	if (strcmp(name, "feedback") == 0) {
		row_set(a->cpd, F_cpd_feedback, text);
	} else if (strcmp(name, "feedback was") == 0) {
		row_set(a->base, F_cpd_feedback, text);
	} else if (strcmp(name, "certificate") == 0) {
		if (at < a->n)
			row_set(a->v[at].row, F_booking_certificate, text);
	} else if (strcmp(name, "certificate was") == 0) {
		if (at < a->n && a->v[at].base)
			row_set(a->v[at].base, F_booking_certificate, text);
	} else if (strcmp(name, "was") == 0) {
		if (at < a->n && a->v[at].base && part.n >= 3)
			take_state(a->v[at].base, &part);
	} else if (strcmp(name, "+") == 0) {
		at = SIZE_MAX;
		if (part.n >= 2 && (id_parse(part.v[0], &id) || *part.v[1]))
			at = attend_walk_in(a, id, part.v[1]);
	} else {
		if (strcmp(name, "walked in") != 0)
			at = find_booking(a, name);
		if (at < a->n && part.n >= 3) {
			take_state(a->v[at].row, &part);
			attend_name_instead(a, at);
		}
	}
	strs_clear(&part);
	return at;
}

static void
on_draft(struct ui *ui, void *arg, int n)
{
	struct attend_screen *as = arg;
	const struct entity *ent = entities[ENT_cpd];
	struct draft d = {0};
	size_t i, at = SIZE_MAX;

	if (n == 0 && draft_load(ui->app, "attendance", ent, as->a.base->id,
	    0, &d)) {
		for (i = 0; i < d.name.n; i++)
			at = take_line(&as->a, d.name.v[i], d.text.v[i], at);
		say(ui, "Here is what you had typed; it is not saved yet.");
	}
	if (n == 1)
		draft_drop(ui->app, "attendance", ent, as->a.base->id, 0);
	draft_clear(&d);
}

void
attend_draft_offer(struct attend_screen *as)
{
	struct draft d = {0};

	if (!draft_load(as->s.app, "attendance", entities[ENT_cpd],
	    as->a.base->id, 0, &d))
		return;
	keep_offer(as->s.ui, "You ticked people here and did not save "
	    "it.", on_draft, as);
	draft_clear(&d);
}
