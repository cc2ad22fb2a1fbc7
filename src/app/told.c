/* told.c - what an action did to records of every kind, for its preview.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/told.h"

#include <stdlib.h>

#include "app/text.h"
#include "base/buf.h"
#include "base/mem.h"

static struct told_part *
part_of(struct told *t, const struct entity *ent, const char *did)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->part[i].ent == ent && str_eq(t->part[i].did, did))
			return &t->part[i];
	t->part = xreallocarray(t->part, t->n + 1, sizeof *t->part);
	t->part[t->n] = (struct told_part){ .ent = ent, .did = did };
	return &t->part[t->n++];
}

void
told_add(struct app *app, struct told *t, const char *did,
    const struct row *r, const char *more)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	ref_text(app, r->ent, r->id, &b);
	buf_add(&b, " ");
	title_text(app, r->ent, r->id, &b);
	if (!str_empty(more))
		buf_addf(&b, " (%s)", more);
	strs_take(&part_of(t, r->ent, did)->lines, buf_take(&b));
}

void
told_clear(struct told *t)
{
	for (size_t i = 0; i < t->n; i++)
		strs_clear(&t->part[i].lines);
	free(t->part);
	strs_clear(&t->notes);
	*t = (struct told){ 0 };
}
