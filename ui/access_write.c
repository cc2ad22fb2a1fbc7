/* access_write.c - provider access: cohorts are marked; m writes to their schools,
 * or to a provider.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/tables.h"
#include "ui/access_inner.h"
#include "ui/dialog.h"
#include "ui/letters.h"
#include "ui/pick_screen.h"

/* --- marks --------------------------------------------------------------- */

static size_t
mark_at(const struct access_screen *a, const struct access_line *l)
{
	size_t i = 0;

	while (i < a->nmarks && (a->mark[i].school != l->school ||
	    a->mark[i].group != l->p.group))
		i++;
	return i;
}

bool
access_marked(const struct access_screen *a, const struct access_line *l)
{
	return !*l->why && mark_at(a, l) < a->nmarks;
}

void
access_mark(struct access_screen *a, const struct access_line *l, bool on)
{
	size_t i = mark_at(a, l);

	if (on && i == a->nmarks && !*l->why) {
		a->mark = xreallocarray(a->mark, a->nmarks + 1,
		    sizeof *a->mark);
		a->mark[a->nmarks++] = (struct access_mark){ l->school,
		    l->p.group };
	} else if (!on && i < a->nmarks) {
		a->mark[i] = a->mark[--a->nmarks];
	}
}

void
access_mark_all(struct access_screen *a)
{
	for (size_t i = 0; i < a->ls.n; i++)
		access_mark(a, &a->ls.v[i], true);
}

void
access_unmark(struct access_screen *a)
{
	free(a->mark);
	a->mark = NULL;
	a->nmarks = 0;
}

size_t
access_nmarked(const struct access_screen *a)
{
	size_t n = 0;

	for (size_t i = 0; i < a->ls.n; i++)
		n += access_marked(a, &a->ls.v[i]);
	return n;
}

/* --- m ------------------------------------------------------------------- */

static bool
has(const int64_t *id, size_t n, int64_t school)
{
	for (size_t i = 0; i < n; i++)
		if (id[i] == school)
			return true;
	return false;
}

/* Each school once, however many of its cohorts are marked. */
static void
write_marked(struct access_screen *a)
{
	int64_t *id = xcalloc(a->ls.n + 1, sizeof *id);
	size_t n = 0;

	for (size_t i = 0; i < a->ls.n; i++) {
		const struct access_line *l = &a->ls.v[i];

		if (access_marked(a, l) && !has(id, n, l->school))
			id[n++] = l->school;
	}
	letters_write(a->s.ui, &school_entity, id, n);
	free(id);
}

static void
on_provider(struct ui *ui, void *arg, const struct pick *chosen)
{
	(void)arg;
	if (chosen)
		letters_write(ui, entities[ENT_partner], &chosen->id, 1);
}

static const struct field a_provider = { .id = "provider", .type = FT_REF,
	.label = "Provider", .ref = "partner",
	.help = "Its words, or its other names." };

static void
on_whom(struct ui *ui, void *arg, int n)
{
	struct access_screen *a = arg;
	const struct access_line *l = access_here(a);

	if (n == 0 && l)
		letters_write(ui, &school_entity, &l->school, 1);
	else if (n == 1)
		pick_open(ui, "Which provider?", &a_provider, on_provider,
		    NULL);
}

void
access_write(struct access_screen *a)
{
	const struct access_line *l = access_here(a);
	struct strs whom = {0};

	if (access_nmarked(a) > 0) {
		write_marked(a);
		return;
	}
	strs_add(&whom, l->name);
	strs_add(&whom, "A provider");
	dialog_choose(a->s.ui, "Write to", "", &whom, 0, on_whom, a);
	strs_clear(&whom);
}
