/* report_html.c - a report's document as one page of HTML.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page stands by itself: its style inside, no script, nothing loaded. It
 * is dark on white, prints on A4, and reads in a text browser. Every tag is
 * closed, so that it is XML too.
 */
#include "app/report_out.h"

#include <stdlib.h>

#include "base/date.h"

#define STYLE \
	"@page{size:A4 portrait;margin:10mm}" \
	"body{font:8.5pt/1.2 sans-serif;color:#000;background:#fff;" \
	"max-width:190mm;margin:8mm auto}" \
	"@media print{body{margin:0}a{color:#000}}" \
	"h1{font-size:14pt;margin:0}h2{font-size:9.5pt;margin:1.8mm 0 .4mm;" \
	"border-bottom:.3pt solid #777}" \
	"p,ul{margin:.2mm 0}ul{padding-left:5mm}" \
	".m{color:#444;font-size:7.5pt}" \
	"table{border-collapse:collapse;page-break-inside:avoid}" \
	"th,td{text-align:left;vertical-align:top;padding:0 4mm .1mm 0;" \
	"font-weight:normal}thead th{color:#444;font-size:7.5pt}" \
	".n{text-align:right}.row{display:flex;gap:9mm}"

static void
escaped(struct buf *out, const char *s)
{
	for (; *s != '\0'; s++)
		switch (*s) {
		case '&':
			buf_add(out, "&amp;");
			break;
		case '<':
			buf_add(out, "&lt;");
			break;
		case '>':
			buf_add(out, "&gt;");
			break;
		case '"':
			buf_add(out, "&quot;");
			break;
		default:
			buf_addc(out, *s);
		}
}

static void
element(struct buf *out, const char *tag, const char *more, const char *text)
{
	buf_addf(out, "<%s%s>", tag, more);
	escaped(out, text);
	buf_addf(out, "</%s>", tag);
}

static void
put_over(struct buf *out, const struct report_block *b)
{
	bool any = false;

	for (size_t c = 0; c < b->ncols; c++)
		any = any || b->col[c].over[0] != '\0';
	if (!any)
		return;
	buf_add(out, "<tr>");
	for (size_t c = 0; c < b->ncols; c += report_span(b, c)) {
		buf_addf(out, "<th colspan=\"%zu\">", report_span(b, c));
		escaped(out, b->col[c].over);
		buf_add(out, "</th>");
	}
	buf_add(out, "</tr>\n");
}

static void
put_table(struct buf *out, const struct report_block *b)
{
	bool table = b->kind == REPORT_TABLE;

	buf_add(out, "<table>\n");
	if (table) {
		buf_add(out, "<thead>\n");
		put_over(out, b);
		buf_add(out, "<tr>");
		for (size_t c = 0; c < b->ncols; c++)
			if (!b->col[c].data)
				element(out, "th", b->col[c].right ?
				    " scope=\"col\" class=\"n\"" :
				    " scope=\"col\"", b->col[c].head);
		buf_add(out, "</tr>\n</thead>\n");
	}
	buf_add(out, "<tbody>\n");
	for (size_t i = 0; i < report_rows(b); i++) {
		buf_add(out, "<tr>");
		for (size_t c = 0; c < b->ncols; c++)
			if (!b->col[c].data)
				element(out, c == 0 ? "th" : "td",
				    c == 0 ? " scope=\"row\"" :
				    b->col[c].right ? " class=\"n\"" : "",
				    b->cell[i * b->ncols + c].text);
		buf_add(out, "</tr>\n");
	}
	buf_add(out, "</tbody>\n</table>\n");
}

static void
put_block(struct buf *out, const struct report_block *b)
{
	if (b->title[0] != '\0') {
		element(out, "h2", "", b->title);
		buf_addc(out, '\n');
	}
	if (b->kind == REPORT_PAIRS || b->kind == REPORT_TABLE) {
		put_table(out, b);
		return;
	}
	if (b->kind == REPORT_ITEMS)
		buf_add(out, "<ul>\n");
	for (size_t i = 0; i < b->ncells; i++) {
		element(out, b->kind == REPORT_ITEMS ? "li" : "p", "",
		    b->cell[i].text);
		buf_addc(out, '\n');
	}
	if (b->kind == REPORT_ITEMS)
		buf_add(out, "</ul>\n");
}

/* Blocks from I on that stand side by side: several of pairs do. */
static size_t
run_of(const struct report *r, size_t i)
{
	size_t n = 1;

	while (!r->beside && r->block[i].kind == REPORT_PAIRS && i + n < r->n &&
	    r->block[i + n].kind == REPORT_PAIRS)
		n++;
	return n;
}

static void
put_run(struct buf *out, const struct report *r, size_t i)
{
	size_t n = run_of(r, i), k;

	if (n > 1)
		buf_add(out, "<div class=\"row\">\n");
	for (k = i; k < i + n; k++) {
		if (r->block[k].ncells == 0 || r->block[k].ours ||
		    r->block[k].data)
			continue;
		if (n > 1)
			buf_add(out, "<div>\n");
		put_block(out, &r->block[k]);
		if (n > 1)
			buf_add(out, "</div>\n");
	}
	if (n > 1)
		buf_add(out, "</div>\n");
}

static void
put_notes(struct buf *out, const struct report *r)
{
	char *notes = strs_join(&r->notes, " ");
	struct buf b;

	buf_init(&b, BUF_ROW);
	buf_addf(&b, "%s%s", notes, *notes != '\0' ? " " : "");
	report_left_out(r, &b);
	if (b.n > 0) {
		buf_cut(&b, b.n - (b.p[b.n - 1] == ' '));
		element(out, "p", " class=\"m\"", b.p);
		buf_addc(out, '\n');
	}
	buf_clear(&b);
	free(notes);
}

void
report_to_html(const struct report *r, struct buf *out)
{
	char day[24];
	size_t i;

	day_long(r->day, day);
	buf_add(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n"
	    "<meta charset=\"utf-8\"/>\n"
	    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src"
	    " 'none'; style-src 'unsafe-inline'\"/>\n");
	element(out, "title", "", r->title);
	buf_add(out, "\n<style>" STYLE "</style>\n</head>\n<body>\n");
	element(out, "h1", "", r->title);
	buf_addc(out, '\n');
	element(out, "p", "", day);
	buf_addc(out, '\n');
	for (i = 0; i < r->source.n; i++) {
		element(out, "p", " class=\"m\"", r->source.v[i]);
		buf_addc(out, '\n');
	}
	for (i = 0; i < r->n; i += run_of(r, i))
		put_run(out, r, i);
	put_notes(out, r);
	buf_add(out, "</body>\n</html>\n");
}
