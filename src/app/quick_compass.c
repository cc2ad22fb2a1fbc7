/* quick_compass.c - the verb compass: eight percentages of an official result.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One result a school and day: a second line changes the first.
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"

#define NOT_KNOWN	(-1)

struct compass {
	int		 day;
	bool		 day_said, framework_said;
	const char	*framework;
	int		 percent[BENCHMARKS];
	size_t		 n;		/* how many were written */
};

/* 64, 64%, and - or ? for one that is not known. */
static bool
read_percent(const char *word, int *out)
{
	size_t n = strlen(word);
	char *digits;
	int64_t v;
	bool good;

	*out = NOT_KNOWN;
	if (str_eq(word, "-") || str_eq(word, "?"))
		return true;
	digits = xstrndup(word, n > 0 && word[n - 1] == '%' ? n - 1 : n);
	good = str_int(digits, 0, 100, &v);
	free(digits);
	if (good)
		*out = (int)v;
	return good;
}

/* "64 100 72", also "64, 100, 72" and "64,100,72" as a sheet gives them. */
static void
figure_words(const char *text, struct strs *out)
{
	char *bare = xstrdup(text), *p = bare;

	while ((p = strchr(p, ',')) != NULL)
		*p++ = ' ';
	str_words(out, bare);
	free(bare);
}

static bool
is_figure(const char *word)
{
	return str_eq(word, "-") || str_eq(word, "?") ||
	    (*word >= '0' && *word <= '9');
}

/* "G2014" among the words or as a part of its own. */
static enum status
read_framework(struct reading *r, const char *word, struct compass *c,
    bool *is_one, struct err *e)
{
	const char *id;
	enum status st = r->look->framework(r->look->arg, word, 0, &id, e);

	*is_one = st == ST_OK && *id != '\0';
	if (!*is_one)
		return st;
	if (c->framework_said && !str_eq(c->framework, id))
		read_fault(r, "%s or %s? One framework a line",
		    c->framework, id);
	c->framework = id;
	c->framework_said = true;
	return ST_OK;
}

static enum status
take_framework(struct reading *r, struct strs *words, struct compass *c,
    struct err *e)
{
	enum status st = ST_OK;
	size_t kept = 0;

	for (size_t i = 0; i < words->n; i++) {
		bool is_one = false;

		if (st == ST_OK)
			st = read_framework(r, words->v[i], c, &is_one, e);
		if (is_one)
			free(words->v[i]);
		else
			words->v[kept++] = words->v[i];
	}
	words->n = kept;
	return st;
}

/* note: and summary: are those of the result; -1 for another field. */
static int
own_field(const struct part *p)
{
	if (p->kind != PK_FIELD)
		return -1;
	return p->field == F_encounter_note ? F_assessment_note :
	    p->field == F_encounter_summary ? F_assessment_summary : -1;
}

/* The other parts of the line: a day, a framework, the school. */
static enum status
read_parts(struct reading *r, struct compass *c, struct err *e)
{
	for (size_t i = 0; i < r->parts.n; i++) {
		struct part *p = &r->parts.v[i];
		bool is_one = false;
		enum status st;

		if (p->kind == PK_NAME) {
			st = read_framework(r, p->text, c, &is_one, e);
			if (st != ST_OK)
				return st;
			if (is_one)
				p->kind = PK_TEXT;
		} else if (p->kind == PK_WHEN && p->day != DAY_NONE) {
			c->day = p->day;
			c->day_said = true;
		} else if (p->kind != PK_VERB && p->kind != PK_TEXT &&
		    own_field(p) < 0 && p->fault == NULL) {
			read_fault(r, "\"%s\" is no part of a result: write "
			    "%s", p->text, r->verb->told.example);
		}
	}
	return ST_OK;
}

static void
read_figures(struct reading *r, const struct strs *words, struct compass *c)
{
	size_t known = 0;

	c->n = words->n;
	if (c->n != BENCHMARKS) {
		read_fault(r, "%zu figures, but there are eight benchmarks: "
		    "write - for one that is not known", c->n);
		return;
	}
	for (size_t i = 0; i < BENCHMARKS; i++) {
		if (!read_percent(words->v[i], &c->percent[i]))
			read_fault(r, "BM%zu: \"%s\" is not a per cent from 0 "
			    "to 100", i + 1, words->v[i]);
		known += c->percent[i] != NOT_KNOWN;
	}
	if (known == 0 && r->faults.n == 0)
		read_fault(r, "no figure at all: write at least one of the "
		    "eight");
}

/* "64 100 72 ? 75 50 79 50" as ROW holds them. */
static char *
shown_figures(const struct row *row)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (int bm = 0; bm < BENCHMARKS; bm++) {
		const char *v = row_get(row, F_assessment_bm1 + bm);

		buf_addf(&b, "%s%s", bm > 0 ? " " : "", *v != '\0' ? v : "?");
	}
	return buf_take(&b);
}

static void
put_figures(struct row *row, const struct compass *c)
{
	char text[12], day[11];

	day_iso(c->day, day);
	row_set(row, F_assessment_date, day);
	row_set(row, F_assessment_source, "compass");
	row_set(row, F_assessment_framework, c->framework);
	for (int bm = 0; bm < BENCHMARKS; bm++) {
		snprintf(text, sizeof text, "%d", c->percent[bm]);
		row_set(row, F_assessment_bm1 + bm,
		    c->percent[bm] == NOT_KNOWN ? "" : text);
	}
}

/* The result of that day, of this framework when there are two; NULL none. */
static enum status
find_first(struct reading *r, int64_t school, const struct compass *c,
    struct row **out, struct err *e)
{
	struct ids ids = { 0 };
	enum status st = r->look->ids(r->look->arg, LOOK_COMPASS, school,
	    c->day, 0, &ids, e);

	*out = NULL;
	for (size_t i = 0; st == ST_OK && i < ids.n; i++) {
		struct row *row;

		st = r->look->load(r->look->arg, entities[ENT_assessment],
		    ids.v[i], &row, e);
		if (st != ST_OK)
			break;
		if (*out == NULL || (!row_is(*out, F_assessment_framework,
		    c->framework) && row_is(row, F_assessment_framework,
		    c->framework))) {
			row_free(*out);
			*out = row;
		} else {
			row_free(row);
		}
	}
	ids_clear(&ids);
	if (st != ST_OK) {
		row_free(*out);
		*out = NULL;
	}
	return st;
}

static void
tell_compass(struct reading *r, const struct compass *c, const struct row *row,
    const struct row *first, const struct part *said)
{
	char day[24];

	tell_school(r);
	read_tell(r, "source", xstrdup("Compass"), NULL);
	read_tell(r, "framework", c->framework_said ? xstrdup(c->framework) :
	    xasprintf("%s by its date", c->framework), NULL)->assumed =
	    !c->framework_said;
	read_tell(r, "percent", shown_figures(row), said);
	if (first != NULL) {
		char *old = shown_figures(first);

		read_tell(r, "before", xasprintf("in place of %s", old), NULL);
		free(old);
	}
	day_long(c->day, day);
	read_tell(r, "date", xstrdup(day), NULL)->assumed = !c->day_said;
}

/* Words beside the figures: kept, and shown. */
static void
put_words(struct reading *r, struct row *row)
{
	for (size_t i = 0; i < r->parts.n; i++) {
		const struct part *p = &r->parts.v[i];
		int f = own_field(p);
		struct err why = { 0 };

		if (f < 0 || p->fault != NULL)
			continue;
		if (r->look->field(r->look->arg, row, f, p->value, &why) !=
		    ST_OK)
			read_fault(r, "%s", why.text);
		read_tell(r, row->ent->fields[f].id, xasprintf("%s: %s",
		    row->ent->fields[f].id, p->value), p);
	}
}

static enum status
plan_result(struct reading *r, int64_t school, struct compass *c,
    const struct part *said, struct err *e)
{
	struct row *first, *row;
	enum status st = ST_OK;

	if (!c->framework_said)
		st = r->look->framework(r->look->arg, NULL, c->day,
		    &c->framework, e);
	if (st == ST_OK)
		st = find_first(r, school, c, &first, e);
	if (st != ST_OK)
		return st;
	if (first != NULL && !c->framework_said) {
		c->framework = row_get(first, F_assessment_framework);
		c->framework_said = true;
	}
	row = first != NULL ? row_copy(first) : fresh_row(r, ENT_assessment);
	row_set_ref(row, F_assessment_school, "school", school);
	put_figures(row, c);
	tell_compass(r, c, row, first, said);
	put_words(r, row);
	if (first != NULL)
		plan_change(r->q->plan, first, row);
	else
		(void)plan_add(r->q->plan, row);
	r->q->plan->did = first != NULL ? "Changed" : "Saved";
	return ST_OK;
}

enum status
plan_compass(struct reading *r, struct err *e)
{
	const struct part *said = verb_text(r);
	struct compass c = { .day = r->look->today };
	struct strs words = { 0 };
	int64_t school;
	enum status st;

	if (said == NULL)
		return ST_OK;
	figure_words(said->text, &words);
	if ((st = read_parts(r, &c, e)) == ST_OK &&
	    (st = take_framework(r, &words, &c, e)) == ST_OK &&
	    (st = names_find(r, KIND(NK_SCHOOL), e)) == ST_OK &&
	    (st = verb_school(r, &words, is_figure, e)) == ST_OK &&
	    (st = names_settle(r, false, 0, e)) == ST_OK)
		st = apply_schools(r, e);
	if (st == ST_OK) {
		read_figures(r, &words, &c);
		if (c.day > r->look->today)
			read_fault(r, "a result of a day to come? Write the "
			    "day of the result");
		school = verb_one_school(r);
		if (school != 0 && r->faults.n == 0)
			st = plan_result(r, school, &c, said, e);
	}
	strs_clear(&words);
	return st;
}
