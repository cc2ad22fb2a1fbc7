/* told.c - what an action did to records of every kind, for its preview.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/told.h"

#include <stdlib.h>
#include <string.h>

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
told_named(const char *line, struct strs *lines)
{
	const char *name = strchr(line, ' ');

	strs_take(lines, xasprintf("  %s", name != NULL ? name + 1 : line));
}

void
told_lines(const struct told *t, const char *brief, struct strs *lines)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct told_part *p = &t->part[i];

		strs_take(lines, xasprintf("%s: %zu %s", p->ent->plural,
		    p->lines.n, p->did));
		for (size_t k = 0; k < p->lines.n; k++)
			if (brief == NULL || !str_eq(p->did, brief))
				told_named(p->lines.v[k], lines);
	}
	for (size_t i = 0; i < t->notes.n; i++)
		strs_add(lines, t->notes.v[i]);
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
