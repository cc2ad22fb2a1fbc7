/* report.c - building a report's document.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/report.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"

/* Everything that enters the document is printable and one line: control
 * characters get no further, whatever renders it. */
static char *
clean(const char *s)
{
	return utf8_printable(s, true);
}

static char *clean_words(const char *fmt, va_list ap) PRINTF(1, 0);

static char *
clean_words(const char *fmt, va_list ap)
{
	struct buf b;
	char *text;

	buf_init(&b, BUF_ROW);
	buf_addv(&b, fmt, ap);
	text = clean(b.p);
	buf_clear(&b);
	return text;
}

void
report_begin(struct report *r, const char *title, int day)
{
	r->title = clean(title);
	r->day = day;
}

void
report_source(struct report *r, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	strs_take(&r->source, clean_words(fmt, ap));
	va_end(ap);
}

static struct report_block *
add_block(struct report *r, enum report_kind kind, const char *title,
    size_t ncols)
{
	struct report_block *b;

	r->block = xreallocarray(r->block, r->n + 1, sizeof *r->block);
	b = &r->block[r->n++];
	memset(b, 0, sizeof *b);
	b->kind = kind;
	b->title = clean(title);
	b->ncols = ncols;
	b->col = xcalloc(ncols, sizeof *b->col);
	return b;
}

static void
plain_block(struct report *r, enum report_kind kind, const char *title,
    size_t ncols)
{
	struct report_block *b = add_block(r, kind, title, ncols);

	for (size_t i = 0; i < ncols; i++) {
		b->col[i].head = xstrdup("");
		b->col[i].over = xstrdup("");
	}
}

void
report_text(struct report *r, const char *title)
{
	plain_block(r, REPORT_TEXT, title, 1);
}

void
report_items(struct report *r, const char *title)
{
	plain_block(r, REPORT_ITEMS, title, 1);
}

void
report_pairs(struct report *r, const char *title)
{
	plain_block(r, REPORT_PAIRS, title, 2);
}

void
report_ours(struct report *r)
{
	r->block[r->n - 1].ours = true;
}

void
report_for_page(struct report *r)
{
	r->block[r->n - 1].page = true;
}

void
report_for_data(struct report *r)
{
	r->block[r->n - 1].data = true;
}

void
report_left_out(const struct report *r, struct buf *out)
{
	const char *gap = "Left out, for us alone: ";

	for (size_t i = 0; i < r->n; i++) {
		if (!r->block[i].ours || r->block[i].ncells == 0)
			continue;
		buf_addf(out, "%s%s", gap, r->block[i].title);
		gap = ", ";
	}
	if (*gap == ',')
		buf_addc(out, '.');
}

/* "2026/27:>Pupils": over, right, head. */
static void
set_head(struct report_col *c, char *word)
{
	char *colon = strchr(word, ':');

	if (colon != NULL)
		*colon++ = '\0';
	c->over = clean(colon != NULL ? word : "");
	word = colon != NULL ? colon : word;
	c->page = *word == '#';
	c->data = *word == '@';
	word += c->page || c->data;
	c->right = *word == '>';
	c->head = clean(word + (c->right ? 1 : 0));
}

void
report_table(struct report *r, const char *title, const char *heads)
{
	struct strs words = { 0 };
	struct report_block *b;

	str_split(&words, heads, '|');
	b = add_block(r, REPORT_TABLE, title, words.n);
	for (size_t i = 0; i < words.n; i++)
		set_head(&b->col[i], words.v[i]);
	strs_clear(&words);
}

static void
take_cell(struct report *r, char *take_text)
{
	struct report_block *b = &r->block[r->n - 1];

	b->cell = xreallocarray(b->cell, b->ncells + 1, sizeof *b->cell);
	b->cell[b->ncells++] = (struct report_cell){ .text = take_text };
}

void
report_cell(struct report *r, const char *text)
{
	take_cell(r, clean(text));
}

void
report_cellf(struct report *r, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	take_cell(r, clean_words(fmt, ap));
	va_end(ap);
}

static struct report_cell *
last_cell(struct report *r)
{
	struct report_block *b = &r->block[r->n - 1];

	return &b->cell[b->ncells - 1];
}

void
report_opens(struct report *r, const struct entity *ent, int64_t id)
{
	struct report_cell *c = last_cell(r);

	c->ent = id != 0 ? ent : NULL;
	c->id = id;
}

void
report_mends(struct report *r, const struct entity *ent, int64_t id, int field)
{
	report_opens(r, ent, id);
	if (id != 0)
		last_cell(r)->field = &ent->fields[field];
}

void
report_lists(struct report *r, const struct entity *ent, const char *filter)
{
	struct report_cell *c = last_cell(r);

	free(c->filter);
	c->ent = ent;
	c->id = 0;
	c->filter = clean(filter);
}

void
report_note(struct report *r, const char *text)
{
	char *safe = clean(text);

	if (strs_has(&r->notes, safe))
		free(safe);
	else
		strs_take(&r->notes, safe);
}

void
report_names(const struct report *r, const struct report_cell *cell,
    struct buf *out)
{
	for (size_t i = 0; i < r->n; i++) {
		const struct report_block *b = &r->block[i];
		size_t at = b->ncells;

		for (size_t k = 0; k < b->ncells; k++)
			if (&b->cell[k] == cell)
				at = k;
		if (at == b->ncells)
			continue;
		buf_add(out, b->cell[at - at % b->ncols].text);
		if (at % b->ncols > 0 && b->col[at % b->ncols].head[0] != '\0')
			buf_addf(out, ", %s %s", b->col[at % b->ncols].over,
			    b->col[at % b->ncols].head);
	}
}

size_t
report_span(const struct report_block *b, size_t c)
{
	size_t n = 1;

	while (c + n < b->ncols &&
	    str_eq(b->col[c].over, b->col[c + n].over))
		n++;
	return n;
}

size_t
report_rows(const struct report_block *b)
{
	return b->ncols > 0 ? b->ncells / b->ncols : 0;
}

static void
clear_block(struct report_block *b)
{
	for (size_t i = 0; i < b->ncols; i++) {
		free(b->col[i].head);
		free(b->col[i].over);
	}
	for (size_t i = 0; i < b->ncells; i++) {
		free(b->cell[i].text);
		free(b->cell[i].filter);
	}
	free(b->col);
	free(b->cell);
	free(b->title);
}

void
report_clear(struct report *r)
{
	for (size_t i = 0; i < r->n; i++)
		clear_block(&r->block[i]);
	free(r->block);
	free(r->title);
	strs_clear(&r->source);
	strs_clear(&r->notes);
	memset(r, 0, sizeof *r);
}
