/* record_paint.c - the bar of a record's tabs, and its title line.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "model/fields.h"
#include "ui/record_inner.h"
#include "ui/years.h"

size_t
record_shown_tabs(const struct record *r)
{
	return r->ntabs > KEYED ? KEYED - 1 : r->ntabs;
}

/* What stands at place I of the bar: the open tab stands for "More". */
static const char *
tab_name(const struct record *r, size_t i, bool *open)
{
	bool more = r->ntabs > KEYED && i == record_shown_tabs(r);

	*open = i == r->at || (more && r->at >= i);
	return *open ? r->info[r->at]->title : more ? "More" :
	    r->info[i]->title;
}

/* The names shorten until all fit; the open one stays whole. */
static void
draw_tabs(const struct record *r)
{
	size_t shown = record_shown_tabs(r) + (r->ntabs > KEYED), i;
	const struct paint *p = &r->s.p;
	int longest = 20, width, x, n, gap = 2;
	const char *title;
	char name[32];
	bool open;

	do {
		width = 0;
		for (i = 0; i < shown; i++) {
			n = (int)strlen(tab_name(r, i, &open));
			width += 2 + gap + (open || n < longest ? n :
			    longest);
		}
		if (gap > 1 && width > r->s.cols)
			gap = 1;
		else
			longest--;
	} while (width - gap > r->s.cols && longest > 1);
	longest++;
	for (i = 0, x = 0; i < shown; i++) {
		title = tab_name(r, i, &open);
		snprintf(name, sizeof name, "%zu", i + 1);
		draw_text(p, 0, x, 1, ROLE_ACCENT, name);
		snprintf(name, sizeof name, "%.*s", open ? 30 : longest,
		    title);
		x += 2 + gap + draw_text(p, 0, x + 2, 30, open ? ROLE_TITLE :
		    ROLE_MUTED, name);
	}
}

void
record_draw(struct screen *s)
{
	struct record *r = (struct record *)s;

	draw_tabs(r);
	r->tab->info->ops->draw(r->tab, 1);
}

void
record_where(const struct screen *s, struct buf *out)
{
	const struct record *r = (const struct record *)s;
	struct buf below;

	buf_init(&below, BUF_LINE);
	if (s->below && s->below->ops->where)
		s->below->ops->where(s->below, &below);
	if ((!r->from || s->below != r->from) &&
	    !str_starts(below.p, r->ent->plural))
		buf_addf(out, "%s > ", r->ent->plural);
	buf_add(out, r->title);
	buf_clear(&below);
}

static void
add_part(struct buf *out, const char *text)
{
	buf_addf(out, "%s%s", out->n && *text ? "  " : "", text);
}

void
record_right(const struct screen *s, struct buf *out)
{
	const struct record *r = (const struct record *)s;
	int archived = entity_field(r->ent, "archived");
	struct buf tab;

	years_mark(s->ui, out);
	if (archived >= 0 && !row_is_empty(r->row, archived))
		add_part(out, "archived");
	buf_init(&tab, BUF_LINE);
	if (r->tab->info->ops->right)
		r->tab->info->ops->right(r->tab, &tab);
	add_part(out, tab.p);
	buf_clear(&tab);
	if (r->ent->no == ENT_school) {
		add_part(out, "URN ");
		buf_add(out, row_get(r->row, F_school_urn));
		if (s->cols >= 80)	/* else the name needs the room */
			add_part(out, row_get(r->row, F_school_la));
	} else if (r->ent->key >= 0) {
		add_part(out, row_get(r->row, r->ent->key));
	}
	if (r->from)
		add_part(out, "[ ]");
}
