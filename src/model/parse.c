/* parse.c - text as people write it to the canonical form, one parser a type.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/field.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/id.h"

/* TEXT is trimmed, has no line break unless a note's, and is not empty. */
typedef enum status (*parser)(const struct field *, const char *text,
    const struct parse *, struct buf *out, struct err *);

static enum status
parse_text(const struct field *f, const char *text, const struct parse *p,
    struct buf *out, struct err *e)
{
	(void)f, (void)p, (void)e;
	buf_add(out, text);
	return ST_OK;
}

/* What F allows: both bounds 0 mean no bounds were given. */
static void
bounds(const struct field *f, long *lo, long *hi)
{
	*lo = f->lo;
	*hi = f->hi != 0 || f->lo < 0 ? f->hi : 1000000000L;
}

static enum status
refuse_number(const struct field *f, const char *text, const char *what,
    struct err *e)
{
	long lo, hi;

	bounds(f, &lo, &hi);
	return field_refuse(e, f->id, "\"%.60s\" is not %s from %ld to %ld",
	    text, what, lo, hi);
}

/* Copy TEXT without the commas that part thousands ("4,210"); false when a
 * comma stands elsewhere or the number is too long to be one. */
static bool
plain_number(const char *text, char *out, size_t size)
{
	bool grouped = false;
	size_t run = 0, n = 0;

	if (*text == '-') {
		out[n++] = '-';
		text++;
	}
	for (; *text != '\0' && *text != '.'; text++) {
		if (*text == ',') {
			if (run == 0 || run > 3 || (grouped && run != 3))
				return false;
			grouped = true;
			run = 0;
			continue;
		}
		if (*text < '0' || *text > '9' || n + 2 > size)
			return false;
		out[n++] = *text;
		run++;
	}
	if (grouped && run != 3)
		return false;
	for (; *text != '\0'; text++) {
		if (n + 2 > size)
			return false;
		out[n++] = *text;
	}
	out[n] = '\0';
	return n > 0;
}

static enum status
parse_int(const struct field *f, const char *text, const struct parse *p,
    struct buf *out, struct err *e)
{
	char plain[24];
	int64_t v;
	long lo, hi;

	(void)p;
	bounds(f, &lo, &hi);
	if ((f->flags & FF_SPAN) != 0 && (v = span_parse(text)) >= lo &&
	    v <= hi) {
		buf_addf(out, "%lld", (long long)v);
		return ST_OK;
	}
	if (!plain_number(text, plain, sizeof plain) ||
	    !str_int(plain, lo, hi, &v))
		return refuse_number(f, text, "a whole number", e);
	buf_addf(out, "%lld", (long long)v);
	return ST_OK;
}

static enum status
parse_num(const struct field *f, const char *text, const struct parse *p,
    struct buf *out, struct err *e)
{
	char plain[24], *dot, *frac = NULL;
	long lo, hi;
	int64_t whole = 0, cents;
	bool minus;

	(void)p;
	bounds(f, &lo, &hi);
	if (!plain_number(text, plain, sizeof plain))
		return refuse_number(f, text, "a number", e);
	minus = plain[0] == '-';
	if ((dot = strchr(plain, '.')) != NULL) {
		size_t n;

		*dot = '\0';
		frac = dot + 1;
		if (!str_digits(frac))
			return refuse_number(f, text, "a number", e);
		for (n = strlen(frac); n > 0 && frac[n - 1] == '0'; n--)
			frac[n - 1] = '\0';
		if (n > 2)
			return field_refuse(e, f->id, "\"%.60s\" has more "
			    "than two places", text);
	}
	if (plain[minus] == '\0' ? dot == NULL :
	    !str_int(plain + minus, 0, 1000000000000, &whole))
		return refuse_number(f, text, "a number", e);
	cents = whole * 100;
	if (frac != NULL && frac[0] != '\0')
		cents += (frac[0] - '0') * 10 +
		    (frac[1] != '\0' ? frac[1] - '0' : 0);
	if (minus)
		cents = -cents;
	if (cents < (int64_t)lo * 100 || cents > (int64_t)hi * 100)
		return refuse_number(f, text, "a number", e);
	buf_addf(out, "%s%lld", cents < 0 ? "-" : "", (long long)whole);
	if (frac != NULL && frac[0] != '\0')
		buf_addf(out, ".%s", frac);
	return ST_OK;
}

static enum status
parse_date(const struct field *f, const char *text, const struct parse *p,
    struct buf *out, struct err *e)
{
	enum date_dir dir = DATE_FORWARD;
	char iso[11];
	int day;

	if (p->dir == DATE_LAST)
		dir = DATE_LAST;
	else if ((f->flags & FF_DONE) != 0)
		dir = DATE_BACK;
	if (date_parse(text, p->today, dir, &day, e) != ST_OK)
		return field_blame(e, f->id);
	day_iso(day, iso);
	buf_add(out, iso);
	return ST_OK;
}

static enum status
parse_time(const struct field *f, const char *text, const struct parse *p,
    struct buf *out, struct err *e)
{
	int minutes = time_parse(text);
	char hhmm[6];
	int64_t hour;

	(void)p;
	/* A bare hour of the working day; before 7 it may be meant as pm. */
	if (minutes < 0 && strlen(text) <= 2 && str_int(text, 7, 23, &hour))
		minutes = (int)hour * 60;
	if (minutes < 0)
		return field_refuse(e, f->id, "\"%.60s\" is not a time of "
		    "day: 9:30, 930, 2pm", text);
	time_format(minutes, hhmm);
	buf_add(out, hhmm);
	return ST_OK;
}

static enum status
parse_year(const struct field *f, const char *text, const struct parse *p,
    struct buf *out, struct err *e)
{
	char shown[8];
	int year;

	if (str_ieq(text, "today"))
		year = year_of_day(p->today);
	else if (!year_parse(text, &year))
		return field_refuse(e, f->id, "\"%.60s\" is not an academic "
		    "year: 2026/27", text);
	year_format(year, shown);
	buf_add(out, shown);
	return ST_OK;
}

static enum status
parse_bool(const struct field *f, const char *text, const struct parse *p,
    struct buf *out, struct err *e)
{
	static const char *const words[] = {
		"yes", "no", "y", "n", "true", "false", "1", "0"
	};

	(void)p;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (str_ieq(text, words[i])) {
			buf_add(out, words[i % 2]);
			return ST_OK;
		}
	return field_refuse(e, f->id, "\"%.60s\" is neither yes nor no", text);
}

#define LISTED	500	/* bytes of a list of choices that a sentence bears */

/* 'no "tlak"; did you mean "talk"? One of: talk, careers fair, ...' */
static enum status
refuse_choice(const struct field *f, const char *text, struct err *e)
{
	const char *cand[128], *near;
	struct buf list;
	size_t n = 0;
	bool cut = false;
	enum status st;

	buf_init(&list, BUF_LINE);
	for (const struct choice *c = f->choices; c->word != NULL; c++) {
		if (n < sizeof cand / sizeof cand[0])
			cand[n++] = c->word;
		if (cut)
			continue;
		buf_addf(&list, "%s%s", list.n > 0 ? ", " : "", c->word);
		cut = list.n > LISTED && c[1].word != NULL;
		if (cut)
			buf_add(&list, ", …");
	}
	near = str_nearest(text, cand, n);
	if (near != NULL)
		st = field_refuse(e, f->id, "no \"%.60s\"; did you mean "
		    "\"%s\"? One of: %s", text, near, list.p);
	else
		st = field_refuse(e, f->id, "no \"%.60s\". One of: %s", text,
		    list.p);
	buf_clear(&list);
	return st;
}

static enum status
parse_choice(const struct field *f, const char *text, const struct parse *p,
    struct buf *out, struct err *e)
{
	const struct choice *c = field_choice(f, text);

	(void)p;
	if (c == NULL)
		return refuse_choice(f, text, e);
	buf_add(out, c->word);
	return ST_OK;
}

/* A suggestion in any case becomes the suggestion, so that one thing does not
 * get two names; anything else stays as typed. */
static enum status
parse_open(const struct field *f, const char *text, const struct parse *p,
    struct buf *out, struct err *e)
{
	const struct choice *c = field_choice(f, text);

	(void)p, (void)e;
	buf_add(out, c != NULL ? c->word : text);
	return ST_OK;
}

/* The record's code, with or without its entity; for callers that cannot look
 * records up. */
static bool
bare_code(const struct field *f, const char *text, const char **ent,
    int64_t *id)
{
	const char *slash = strchr(text, '/');
	const char *refs = f->ref;

	while (*refs != '\0') {
		size_t n = strcspn(refs, " ");

		if (slash != NULL && (size_t)(slash - text) == n &&
		    strncmp(text, refs, n) == 0) {
			*ent = refs;
			return id_parse(slash + 1, id);
		}
		refs += n + strspn(refs + n, " ");
	}
	*ent = f->ref;
	return slash == NULL && f->type == FT_REF && id_parse(text, id);
}

static enum status
parse_ref(const struct field *f, const char *text, const struct parse *p,
    struct buf *out, struct err *e)
{
	const char *ent = NULL;
	char code[ID_CODE];
	int64_t id = 0;

	if (p->resolve != NULL) {
		enum status st = p->resolve(p->arg, f->ref, text, &ent, &id, e);

		if (st != ST_OK) {
			(void)field_blame(e, f->id);
			return st;
		}
	} else if (!bare_code(f, text, &ent, &id)) {
		return field_refuse(e, f->id, "\"%.60s\" is not a reference",
		    text);
	}
	id_code(id, code);
	if (f->type == FT_ANY)
		buf_addf(out, "%.*s/", (int)strcspn(ent, " "), ent);
	buf_add(out, code);
	return ST_OK;
}

/* A row for each type; a new type also needs one in db and ui. */
static const parser parsers[FT_MAX] = {
	[FT_TEXT] = parse_text,
	[FT_NOTE] = parse_text,
	[FT_INT] = parse_int,
	[FT_NUM] = parse_num,
	[FT_DATE] = parse_date,
	[FT_TIME] = parse_time,
	[FT_YEAR] = parse_year,
	[FT_BOOL] = parse_bool,
	[FT_CHOICE] = parse_choice,
	[FT_OPEN] = parse_open,
	[FT_REF] = parse_ref,
	[FT_ANY] = parse_ref,
};

enum status
field_parse(const struct field *f, const char *text, const struct parse *p,
    struct buf *out, struct err *e)
{
	enum status st = ST_OK;
	char *clean = utf8_clean(text);

	assert(f->type != FT_SET && parsers[f->type] != NULL);
	buf_reset(out);
	if (*clean == '\0')
		goto out;
	st = utf8_check(clean, f->type == FT_NOTE, (size_t)field_max(f), e);
	if (st != ST_OK) {
		(void)field_blame(e, f->id);
		goto out;
	}
	st = parsers[f->type](f, clean, p, out, e);
	if (st == ST_OK && f->check != NULL && out->n > 0)
		st = f->check(f, out->p, e);
	if (st == ST_OK && buf_over(out))
		st = field_refuse(e, f->id, "the text is too long");
out:
	if (st != ST_OK)
		buf_reset(out);
	free(clean);
	return st;
}
