/* quick_visit_said.c - what a line says of a visit, put on it and told.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_int.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/tables.h"

/* --- what is said -------------------------------------------------------- */

static void
put_int(struct row *row, int field, long n)
{
	char text[24];

	snprintf(text, sizeof text, "%ld", n);
	row_set(row, field, text);
}

static void
put_start(struct row *row, const struct part *p)
{
	char text[6];

	time_format(p->start, text);
	row_set(row, F_visit_start, text);
	if (p->finish > p->start && row_is_empty(row, F_visit_minutes))
		put_int(row, F_visit_minutes, p->finish - p->start);
}

static void
put_bms(struct row *row, unsigned bms)
{
	struct set *set = row_members(row, F_visit_benchmarks);
	const struct setdef *def = row->ent->fields[F_visit_benchmarks].set;

	set_clear(set, def);
	for (int n = 1; n <= BENCHMARKS; n++)
		if ((bms & 1u << n) != 0)
			set_put(set, def, (const char *[]){
			    (char[]){ (char)('0' + n), '\0' } });
}

static void
put_people(const struct reading *r, struct row *row)
{
	for (size_t i = 0; i < r->items.n; i++) {
		const struct cand *c = item_cand(&r->items.v[i]);
		char code[ID_CODE];

		if (c == NULL || c->kind != NK_CONTACT)
			continue;
		id_code(c->id, code);
		set_put(row_members(row, F_visit_people),
		    row->ent->fields[F_visit_people].set,
		    (const char *[]){ code });
	}
}

static void
visit_part(struct reading *r, struct row *row, const struct part *p)
{
	switch (p->kind) {
	case PK_FIELD:
		put_text(r, row, p->field, p->value);
		break;
	case PK_WHEN:
		if (p->last_day != DAY_NONE)
			read_fault(r, "\"%s\": a %s has one day", p->text,
			    row_get(row, F_visit_kind));
		if (p->day != DAY_NONE)
			put_date(row, F_visit_date, p->day);
		if (p->start >= 0)
			put_start(row, p);
		break;
	case PK_MINUTES:
		put_int(row, F_visit_minutes, p->number);
		break;
	case PK_BENCHMARKS:
		put_bms(row, p->benchmarks);
		break;
	case PK_PERIOD:
		append_line(row, F_visit_note, p->value);
		break;
	case PK_TEXT:
		if (p->word != NULL)
			row_set(row, F_visit_result, p->word);
		break;
	case PK_NAME:
	case PK_VERB:
	case PK_PERSON:
	case PK_STATUS:
		break;
	default:
		read_fault(r, "\"%s\" is no part of a %s: write %s", p->text,
		    row_get(row, F_visit_kind), r->verb->told.example);
	}
}

/* The word the line says of it: planned, done, cancelled; "" when none. */
static const char *
said_status(struct reading *r)
{
	static const struct {
		const char *word, *is;
	} words[] = {
		{ "planned", "planned" }, { "confirmed", "planned" },
		{ "delivered", "done" }, { "cancelled", "cancelled" },
	};

	for (size_t i = 0; i < r->parts.n; i++) {
		const struct part *p = &r->parts.v[i];

		if (p->kind != PK_STATUS)
			continue;
		for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
			if (str_eq(p->word, words[k].word))
				return words[k].is;
		read_fault(r, "\"%s\": a visit is planned, done or cancelled",
		    p->text);
	}
	return r->plan_word ? "planned" : "";
}

static void
visit_status(struct reading *r, struct row *row)
{
	int day = row_day(row, F_visit_date), today = r->look->today;
	const char *word = said_status(r);
	char shown[24];

	if (*word == '\0')
		word = day > today && !r->stored ? "planned" : "done";
	row_set(row, F_visit_status, word);
	if (day > today && str_eq(word, "done")) {
		day_long(day, shown);
		read_fault(r, "%s is still to come: it cannot be done", shown);
	}
}

enum status
visit_said(struct reading *r, struct row *row, struct err *e)
{
	struct err why = { 0 };
	enum status st;

	apply_twice(r);
	put_people(r, row);
	for (size_t i = 0; i < r->parts.n; i++)
		if (r->parts.v[i].fault == NULL)
			visit_part(r, row, &r->parts.v[i]);
	visit_status(r, row);
	apply_strict(r);
	if ((st = apply_closed(r, row_day(row, F_visit_date), e)) != ST_OK)
		return st;
	if (read_is_fine(r) && row->ent->check(row, &why) != ST_OK)
		read_fault(r, "%s", why.text);
	return ST_OK;
}

/* --- what is told -------------------------------------------------------- */

static const char *
visit_label(const struct row *visit)
{
	const struct choice *c = field_choice(
	    &visit->ent->fields[F_visit_kind], row_get(visit, F_visit_kind));

	return c != NULL ? c->label : row_get(visit, F_visit_kind);
}

static const struct part *
said(const struct reading *r, enum part_kind kind)
{
	for (size_t i = 0; i < r->parts.n; i++)
		if (r->parts.v[i].kind == kind)
			return &r->parts.v[i];
	return NULL;
}

char *
visit_when(const struct row *row)
{
	char day[24] = "";

	if (row_day(row, F_visit_date) != DAY_NONE)
		day_long(row_day(row, F_visit_date), day);
	return xasprintf("%s%s%s", day, row_is_empty(row, F_visit_start) ? "" :
	    " ", row_get(row, F_visit_start));
}

/* "Visit BM3,6" */
static char *
kind_shown(const struct row *row)
{
	const struct set *bms = row_members(row, F_visit_benchmarks);
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, visit_label(row));
	for (size_t i = 0; i < bms->n; i++)
		buf_addf(&b, "%s%s", i == 0 ? " BM" : ",", bms->m[i].v[0]);
	return buf_take(&b);
}

void
tell_visit(struct reading *r, const struct row *row)
{
	const struct part *when = NULL;

	for (size_t i = 0; i < r->items.n; i++)
		if (r->items.v[i].kind == NK_CONTACT && r->items.v[i].done)
			read_tell_item(r, &r->items.v[i], NULL);
	read_tell(r, "kind", kind_shown(row), said(r, PK_BENCHMARKS));
	if (!row_is_empty(row, F_visit_minutes))
		read_tell(r, "minutes", xasprintf("%s min", row_get(row,
		    F_visit_minutes)), said(r, PK_MINUTES));
	for (size_t i = 0; i < r->parts.n; i++)
		if (r->parts.v[i].kind == PK_WHEN &&
		    r->parts.v[i].day != DAY_NONE)
			when = &r->parts.v[i];
	read_tell(r, "date", visit_when(row), when)->assumed = when == NULL &&
	    !r->stored;
	for (size_t i = 0; i < r->parts.n; i++) {
		const struct part *p = &r->parts.v[i];

		if (p->kind == PK_TEXT && p->word != NULL)
			read_tell(r, "result", xstrdup(p->word), p);
		else if (p->kind == PK_FIELD && p->fault == NULL)
			read_tell(r, row->ent->fields[p->field].id, xasprintf(
			    "%s: %s", row->ent->fields[p->field].id,
			    p->value), p);
	}
	read_tell(r, "status", xstrdup(row_get(row, F_visit_status)),
	    said(r, PK_STATUS))->assumed = row_is(row, F_visit_status,
	    "planned") && !r->plan_word && said(r, PK_STATUS) == NULL;
}
