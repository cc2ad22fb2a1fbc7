/* demo_hands.c - hand-over notes, cover and successions of the demonstration.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"

/* Days count from today; until 0: it stays. */
static const struct {
	short		 school, by;
	int		 date, until;
	const char	*text;
} notes[] = {
	{ SANDMERE, DAN, -2, 0, "New head prefers e-mail." },
	{ BROOKVALE, SAM, -80, 0,
	  "The deputy decides, not the head. Ring before you come: the gate is"
	  " shut from nine." },
	{ HARBOUR, DAN, -48, 60,
	  "No volunteer since the summer; be careful with promises." },
	{ ASHDOWN, PRIYA, -300, -120, "Building work: use the side entrance." },
};

static void
add_notes(struct demo *d)
{
	for (size_t i = 0; i < COUNT_OF(notes) && d->st == ST_OK; i++) {
		struct row *r;

		if (notes[i].school >= d->nschools)
			continue;
		r = row_new(entities[ENT_handover]);
		demo_ref(r, F_handover_school, "school",
		    d->school[notes[i].school].id);
		row_set(r, F_handover_text, notes[i].text);
		demo_day(r, F_handover_date, d->today + notes[i].date);
		if (notes[i].until != 0)
			demo_day(r, F_handover_until,
			    d->today + notes[i].until);
		demo_ref(r, F_handover_by, "user", d->user[notes[i].by]);
		demo_add(d, r);
	}
}

static void
add_cover(struct demo *d, int64_t user, int64_t by, int from, int to,
    const char *note)
{
	struct row *r;

	if (user == by)
		return;
	r = row_new(entities[ENT_cover]);
	demo_ref(r, F_cover_user, "user", user);
	demo_ref(r, F_cover_by, "user", by);
	demo_day(r, F_cover_from, from);
	demo_day(r, F_cover_to, to);
	row_set(r, F_cover_note, note);
	demo_add(d, r);
}

/* Whoever looks does the work of somebody who is away until Friday. */
static void
add_covers(struct demo *d)
{
	int64_t away = d->user[SAM] != d->user[ME] ? d->user[SAM] :
	    d->user[DAN];

	add_cover(d, away, d->user[ME], d->today - 4, demo_when(d, FRI),
	    "On a course; reads mail in the evening.");
	add_cover(d, d->user[DAN], d->user[PRIYA], d->today - 110,
	    d->today - 92, "");
}

static void
add_succession(struct demo *d, const struct demo_heir *h)
{
	struct row *r;

	if (h->old >= d->nschools || h->new >= d->nschools)
		return;
	r = row_new(entities[ENT_succession]);
	demo_ref(r, F_succession_old, "school", d->school[h->old].id);
	demo_ref(r, F_succession_new, "school", d->school[h->new].id);
	demo_day(r, F_succession_date, demo_heir_day(d, h));
	row_set(r, F_succession_kind, h->kind);
	row_set(r, F_succession_note, h->note);
	demo_add(d, r);
}

void
demo_hands(struct demo *d)
{
	add_notes(d);
	add_covers(d);
	for (size_t i = 0; i < DEMO_HEIRS; i++)
		add_succession(d, &demo_heirs[i]);
}
