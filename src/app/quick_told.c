/* quick_told.c - an encounter line: what is told of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/encounter.h"
#include "model/fields.h"

static void
tell_kind(struct reading *r, enum name_kind kind)
{
	for (size_t i = 0; i < r->items.n; i++)
		if (r->items.v[i].kind == kind && (r->items.v[i].done ||
		    r->items.v[i].new_id != 0))
			read_tell_item(r, &r->items.v[i], NULL);
}

/* Schools, with their numbers behind them when there are several. */
static void
tell_schools(struct reading *r, const struct row *row)
{
	for (size_t i = 0; i < r->schools.n; i++) {
		const struct school *s = &r->schools.v[i];
		bool guessed = false;
		char *years = r->schools.n > 1 && row != NULL ?
		    years_shown(row, s->id, &guessed) : NULL;

		if (guessed) {
			char *why = xasprintf("(%s by roll)", years);

			free(years);
			years = why;
		}
		if (s->item != NULL) {
			read_tell_item(r, s->item, years);
			continue;
		}
		read_tell(r, "school", xasprintf("%s%s%s", s->title,
		    years != NULL && *years != '\0' ? " " : "",
		    years != NULL ? years : ""), NULL)->assumed = !r->stored;
		free(years);
	}
}

/* "Mock interview BM5" */
static void
tell_type(struct reading *r, const struct row *row)
{
	const struct field *f = &row->ent->fields[F_encounter_type];
	const struct choice *c = field_choice(f,
	    row_get(row, F_encounter_type));
	const struct set *bms = row_members(row, F_encounter_benchmarks);
	struct quick_part *told;
	struct buf b;

	if (c == NULL)
		return;
	buf_init(&b, BUF_LINE);
	buf_add(&b, c->label != NULL ? c->label : c->word);
	for (size_t i = 0; i < bms->n; i++)
		buf_addf(&b, "%s%s", i == 0 ? " BM" : ",", bms->m[i].v[0]);
	told = read_tell(r, "type", buf_take(&b), NULL);
	for (size_t i = 0; i < r->items.n; i++)
		if (r->items.v[i].kind == NK_TYPE && r->items.v[i].done) {
			told->from = r->items.v[i].from;
			told->len = r->items.v[i].len;
			told->assumed = r->items.v[i].assumed;
		}
}

static const struct part *
part_of(const struct reading *r, enum part_kind kind)
{
	for (size_t i = 0; i < r->parts.n; i++)
		if (r->parts.v[i].kind == kind)
			return &r->parts.v[i];
	return NULL;
}

static void
tell_years(struct reading *r, const struct row *row)
{
	const struct part *p = part_of(r, PK_YEARS);
	bool guessed;
	char *shown;

	if (r->schools.n != 1)
		return;
	shown = years_shown(row, r->schools.v[0].id, &guessed);
	if (*shown == '\0') {
		free(shown);
		return;
	}
	if (p != NULL)
		for (size_t i = 0; i < p->nums.n; i++)
			if (p->nums.v[i].it.value == YV_ALL)
				guessed = true;
	if (guessed) {
		char *why = xasprintf("%s by roll", shown);

		free(shown);
		shown = why;
	}
	read_tell(r, "years", shown, p)->assumed = guessed;
}

static void
tell_long(struct reading *r, const struct row *row)
{
	const struct part *p = part_of(r, PK_DAYS);

	if (p != NULL)
		read_tell(r, "days", xasprintf("%s days",
		    row_get(row, F_encounter_days)), p);
	if (row_is_empty(row, F_encounter_minutes))
		return;
	read_tell(r, "minutes", xasprintf("%s min",
	    row_get(row, F_encounter_minutes)), part_of(r, PK_MINUTES))
	    ->assumed = p != NULL && part_of(r, PK_MINUTES) == NULL;
}

/* "Thu 19 Nov 2026 09:30" */
static void
tell_when(struct reading *r, const struct row *row)
{
	const struct part *p = NULL;
	int day = row_day(row, F_encounter_date);
	int last = row_day(row, F_encounter_end);
	char text[24], end[24] = "";

	if (day == DAY_NONE)
		return;
	for (size_t i = 0; i < r->parts.n; i++)
		if (r->parts.v[i].kind == PK_WHEN &&
		    r->parts.v[i].day != DAY_NONE)
			p = &r->parts.v[i];
	day_long(day, text);
	if (last != DAY_NONE)
		day_long(last, end);
	read_tell(r, "date", xasprintf("%s%s%s%s%s", text,
	    *end != '\0' ? " to " : "", end,
	    row_is_empty(row, F_encounter_start) ? "" : " ",
	    row_get(row, F_encounter_start)), p)->assumed =
	    p == NULL && !r->stored;
}

/* Everything else that was said, as words. */
static void
tell_rest(struct reading *r, const struct row *row)
{
	for (size_t i = 0; i < r->parts.n; i++) {
		const struct part *p = &r->parts.v[i];

		if (p->fault != NULL)
			continue;
		if (p->kind == PK_FIELD)
			read_tell(r, row->ent->fields[p->field].id,
			    xasprintf("%s: %s", row->ent->fields[p->field].id,
			    p->value), p);
		else if (p->kind == PK_PERIOD)
			read_tell(r, "period", xasprintf("%s (in the note)",
			    p->value), p);
		else if (p->kind == PK_ACCESS)
			read_tell(r, "access",
			    xstrdup("access: in school hours, four contents"),
			    p);
	}
	if (!row_is_empty(row, F_encounter_mode) &&
	    !row_is(row, F_encounter_mode, "in person"))
		read_tell(r, "mode", xstrdup(row_get(row, F_encounter_mode)),
		    part_of(r, PK_MODE));
}

static void
tell_status(struct reading *r, const struct row *row)
{
	const struct part *p = part_of(r, PK_STATUS);
	bool guessed = p == NULL && !r->plan_word &&
	    row_is(row, F_encounter_status, "planned");

	read_tell(r, "status", xstrdup(row_get(row, F_encounter_status)), p)
	    ->assumed = guessed;
}

/* Of one school: of several it would not be plain whose cohort it is. */
static void
tell_access(struct reading *r, const struct row *row)
{
	struct err e = { 0 };
	struct buf b;

	if (r->look->access == NULL || r->schools.n != 1 || !read_is_fine(r))
		return;
	buf_init(&b, BUF_LINE);
	if (r->look->access(r->look->arg, row, r->schools.v[0].id, &b,
	    &e) == ST_OK && b.n > 0)
		read_tell(r, "cohorts", buf_take(&b), NULL);
	else
		buf_clear(&b);
}

void
tell_encounter(struct reading *r, const struct row *row)
{
	tell_schools(r, row);
	tell_kind(r, NK_EMPLOYER);
	tell_kind(r, NK_PROVIDER);
	tell_type(r, row);
	tell_years(r, row);
	tell_long(r, row);
	tell_when(r, row);
	tell_kind(r, NK_CLUSTER);
	tell_rest(r, row);
	tell_access(r, row);
	tell_status(r, row);
}
