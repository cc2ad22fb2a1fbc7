/* reason.c - what speaks for something and what against, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/reason.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"

void
reasons_begin(struct reasons *r, const struct reason_text *table)
{
	*r = (struct reasons){ .text = table };
}

void
reasons_clear(struct reasons *r)
{
	for (size_t i = 0; i < r->n; i++)
		free(r->v[i].words);
	free(r->v);
	*r = (struct reasons){ 0 };
}

struct reason *
reasons_add(struct reasons *r, int why)
{
	struct reason *one;

	r->v = xreallocarray(r->v, r->n + 1, sizeof *r->v);
	one = &r->v[r->n++];
	*one = (struct reason){ .why = why, .day = DAY_NONE };
	r->barred = r->barred || r->text[why].side == REASON_BAR;
	return one;
}

void
reasons_add_words(struct reasons *r, int why, const char *words)
{
	reasons_add(r, why)->words = xstrdup(words);
}

void
reasons_order(struct reasons *r)
{
	struct reason *v = xcalloc(r->n + 1, sizeof *v);
	size_t n = 0;

	for (int side = REASON_FOR; side <= REASON_BAR; side++)
		for (size_t i = 0; i < r->n; i++)
			if ((int)r->text[r->v[i].why].side == side)
				v[n++] = r->v[i];
	free(r->v);
	r->v = v;
}

bool
reasons_has(const struct reasons *r, int why)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->v[i].why == why)
			return true;
	return false;
}

int
reasons_cmp(const struct reasons *a, const struct reasons *b)
{
	if (a->barred != b->barred)
		return a->barred ? 1 : -1;
	return (a->score < b->score) - (a->score > b->score);
}

/* --- words --------------------------------------------------------------- */

/* Is what stands in brackets from P on known? */
static bool
known(const struct reason *r, const char *p)
{
	for (; *p != '\0' && *p != ']'; p++)
		if ((p[0] == '%' && p[1] == 'w' && r->words == NULL) ||
		    (p[0] == '%' && p[1] == 'd' && r->day == DAY_NONE))
			return false;
	return true;
}

static void
add_value(const struct reason *r, char what, struct buf *out)
{
	char day[24];

	if (what == 'w')
		buf_add(out, r->words != NULL ? r->words : "?");
	else if (what == 'd') {
		day_long(r->day, day);
		buf_add(out, r->day == DAY_NONE ? "?" : day);
	} else
		buf_addf(out, "%d", what == 'f' ? r->figure : r->of);
}

void
reason_said(const struct reasons *all, const struct reason *r, struct buf *out)
{
	const char *p = all->text[r->why].text;

	while (*p != '\0') {
		if (*p == '[' && !known(r, p))
			while (*p != ']')
				p++;
		if (*p == '%')
			add_value(r, *++p, out);
		else if (*p != '[' && *p != ']')
			buf_addc(out, *p);
		p++;
	}
}

static void
add_side(const struct reasons *all, enum reason_side side, size_t from,
    struct buf *out)
{
	for (size_t i = 0; i < all->n; i++) {
		if (all->text[all->v[i].why].side != side)
			continue;
		if (out->n > from)
			buf_add(out, "; ");
		reason_said(all, &all->v[i], out);
	}
}

void
reasons_said(const struct reasons *all, enum reason_side side, struct buf *out)
{
	size_t from = out->n;

	if (side == REASON_AGAINST)
		add_side(all, REASON_BAR, from, out);
	add_side(all, side, from, out);
}
