/* naive.c - the filter language by looking at every record there is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/db/naive.h"

#include "base/date.h"
#include "base/utf8.h"
#include "model/cohort.h"
#include "model/fields.h"

static bool
code_fits(const char *text, const char *value)
{
	size_t n = strlen(value);
	char *f = utf8_fold(text);
	bool fits = n > 0 && value[n - 1] == '*' ?
	    strncmp(f, value, n - 1) == 0 : str_eq(f, value);

	free(f);
	return fits;
}

static int
compare(const struct field *f, const char *a, const char *b)
{
	double x, y;

	if (filter_kind(f) != FK_NUMBER)
		return strcmp(a, b);
	x = strtod(a, NULL);
	y = strtod(b, NULL);
	return (x > y) - (x < y);
}

/* One value of the field, or of a member of its set. */
static bool
value_fits(const struct field *f, const struct filter_term *t,
    const char *text, const char *value)
{
	int c;

	switch (filter_kind(f)) {
	case FK_CONTAINS:
		return naive_holds(text, value);
	case FK_CODE:
		return code_fits(text, value);
	case FK_MAP:
		return str_eq(value, "differs") || code_fits(text, value);
	default:
		break;
	}
	if (*text == '\0')
		return false;
	c = compare(f, text, value);
	switch (t->op) {
	case OP_LT:
		return c < 0;
	case OP_LE:
		return c <= 0;
	case OP_GT:
		return c > 0;
	case OP_GE:
		return c >= 0;
	default:
		return c == 0;
	}
}

/* "y10", "2022/23", a school, or a school and one of them. */
static bool
line_fits(const struct sample *s, const struct row *r, const struct field *f,
    const struct member *m, const char *value)
{
	int day = row_day(r, r->ent->main_date), entry;
	struct filter_line line;
	bool fits = true;
	char cohort[8] = "";

	filter_line(f, value, &line);
	if (day != DAY_NONE && cohort_entry(m->v[1], year_of_day(day), &entry))
		year_format(entry, cohort);
	if (line.group != NULL)
		fits = str_eq(m->v[1], line.group);
	else if (line.cohort[0] != '\0')
		fits = str_eq(cohort, line.cohort);
	if (fits && *line.school != '\0')
		fits = naive_ref(s, f, line.school, sample_row(s,
		    ENT_school, member_ref(m, 0)));
	free(line.school);
	return fits;
}

static bool
set_fits(const struct sample *s, const struct row *r, int i,
    const struct filter_term *t, const char *value)
{
	const struct field *f = &r->ent->fields[i];
	const struct set *set = row_members(r, i);

	for (size_t m = 0; m < set->n; m++) {
		const char *text = set->m[m].v[
		    f->set->shape == SET_COUNTS ? 1 : 0];

		if (f->set->shape == SET_YEARS) {
			if (line_fits(s, r, f, &set->m[m], value))
				return true;
		} else if (f->set->shape == SET_REFS) {
			if (naive_ref(s, f, value, sample_row(s,
			    entity_find(f->set->cols[0].ref)->no,
			    member_ref(&set->m[m], 0))))
				return true;
		} else if (value_fits(f, t, text, value)) {
			return true;
		}
	}
	return false;
}

static bool
field_term(const struct sample *s, const struct row *r,
    const struct filter_term *t, const char *value)
{
	const struct field *f = &r->ent->fields[t->field];
	const struct row *to[1];

	if (f->type == FT_SET)
		return set_fits(s, r, t->field, t, value);
	if (filter_kind(f) == FK_REF)
		return naive_referred(s, r, t->field, to) == 1 &&
		    naive_ref(s, f, value, to[0]);
	return value_fits(f, t, row_get(r, t->field), value);
}

/* Does any record have exactly this, commas and all? */
static bool
whole_wins(const struct sample *s, const struct entity *ent,
    const struct filter_term *t)
{
	const struct field *f = &ent->fields[t->field];
	char *folded;
	bool wins = false;

	if (t->all == NULL || (f->flags & FF_DERIVED))
		return false;
	folded = utf8_fold(t->all);
	if (filter_kind(f) == FK_REF) {
		const struct field *col = f->type == FT_SET ?
		    &f->set->cols[0] : f;

		for (int e = 0; e < ENT_MAX; e++)
			for (size_t i = 0; i < s->n[e]; i++)
				wins = wins || (str_in(entities[e]->id,
				    col->ref) && naive_named(s, s->row[e][i],
				    folded));
	} else {
		for (size_t i = 0; i < s->n[ent->no]; i++) {
			const struct row *r = s->row[ent->no][i];

			if (f->type != FT_SET)
				wins = wins || code_fits(
				    row_get(r, t->field), t->all);
			else
				for (size_t m = 0; m <
				    row_members(r, t->field)->n; m++)
					wins = wins || code_fits(row_members(r,
					    t->field)->m[m].v[0], t->all);
		}
	}
	free(folded);
	return wins;
}

static bool	all_terms(const struct sample *, const struct filter *,
		    const struct row *);

static bool
term_fits(const struct sample *s, const struct row *r,
    const struct filter_term *t)
{
	if (t->op == OP_IS)
		return all_terms(s, t->sub, r);
	if (t->op == OP_MINE)
		return naive_mine(s, r);
	if (t->op == OP_OTHERS)
		return naive_others(s, r);
	if (t->op == OP_EMPTY)
		return row_is_empty(r, t->field);
	if (t->op != OP_WORD && whole_wins(s, r->ent, t))
		return field_term(s, r, t, t->all);
	for (size_t i = 0; i < t->values.n; i++)
		if (t->op == OP_WORD ? naive_word(s, r, t->values.v[i]) :
		    field_term(s, r, t, t->values.v[i]))
			return true;
	return false;
}

static bool
all_terms(const struct sample *s, const struct filter *f, const struct row *r)
{
	for (size_t i = 0; i < f->n; i++)
		if (term_fits(s, r, &f->t[i]) == f->t[i].not)
			return false;
	return true;
}

bool
naive_match(const struct sample *s, const struct filter *f,
    const struct row *r)
{
	bool archived = !row_is_empty(r, entity_field(r->ent, "archived"));

	if (f->archived < 2 && archived != (f->archived == 1))
		return false;
	return all_terms(s, f, r);
}
