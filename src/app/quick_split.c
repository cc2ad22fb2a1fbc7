/* quick_split.c - a line of quick entry cut into parts and lists.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_part.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static struct part
part_make(const char *line, size_t from, size_t end)
{
	while (from < end && is_blank(line[from]))
		from++;
	while (end > from && is_blank(line[end - 1]))
		end--;
	return (struct part){
		.from = from, .len = end - from,
		.text = xstrndup(line + from, end - from),
		.field = -1, .day = DAY_NONE, .last_day = DAY_NONE,
		.start = -1, .finish = -1,
	};
}

static void
push_at(struct parts *ps, size_t at, struct part take_p)
{
	ps->v = xreallocarray(ps->v, ps->n + 1, sizeof *ps->v);
	memmove(ps->v + at + 1, ps->v + at, (ps->n - at) * sizeof *ps->v);
	ps->v[at] = take_p;
	ps->n++;
}

void
parts_push(struct parts *ps, struct part take_p)
{
	push_at(ps, ps->n, take_p);
}

void
parts_split(struct parts *ps, const char *line)
{
	size_t from = 0, end, all = strlen(line);
	struct part p;

	while (from <= all) {
		size_t start = from + strspn(line + from, " \t");

		if (str_istarts(line + start, "note:"))
			end = all;
		else
			end = from + strcspn(line + from, ";");
		p = part_make(line, from, end);
		if (p.len > 0)
			parts_push(ps, p);
		else
			free(p.text);
		from = end + 1;
	}
}

struct part *
parts_insert(struct parts *ps, size_t i, size_t from)
{
	const struct part *p = &ps->v[i];
	struct part q = part_make(p->text, from, p->len);

	q.from += p->from;
	push_at(ps, i + 1, q);
	return &ps->v[i + 1];
}

struct part
parts_remove(struct parts *ps, size_t i)
{
	struct part p = ps->v[i];

	memmove(ps->v + i, ps->v + i + 1, (--ps->n - i) * sizeof *ps->v);
	return p;
}

void
nums_clear(struct nums *ns)
{
	free(ns->v);
	strs_clear(&ns->names);
	*ns = (struct nums){ 0 };
}

void
parts_clear(struct parts *ps)
{
	for (size_t i = 0; i < ps->n; i++) {
		struct part *p = &ps->v[i];

		free(p->text);
		free(p->value);
		free(p->made);
		free(p->fault);
		nums_clear(&p->nums);
	}
	free(ps->v);
	*ps = (struct parts){ 0 };
}

/* The separator at S: its length, 0 when there is none. */
static size_t
separator(const char *s)
{
	static const char *const seps[] = { " & ", " + ", ", ", " and " };

	for (size_t i = 0; i < sizeof seps / sizeof seps[0]; i++)
		if (str_istarts(s, seps[i]))
			return strlen(seps[i]);
	return *s == ',' ? 1 : 0;
}

size_t
list_pieces(const char *text, struct piece *out, size_t max)
{
	size_t n = 0, from = 0, at = 0, sep;

	for (;;) {
		sep = text[at] != '\0' ? separator(text + at) : 0;
		if (text[at] != '\0' && (sep == 0 || n + 1 >= max)) {
			at++;
			continue;
		}
		while (from < at && is_blank(text[from]))
			from++;
		if (at > from && n < max)
			out[n++] = (struct piece){ from, at - from };
		if (text[at] == '\0')
			return n;
		from = at += sep;
	}
}
