/* filter_value.c - the values of a filter's term, read by the field's kind.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter may hold values no record may: pupils>0 where 1 is the least, an
 * authority nobody has. So ranges and checks of the field do not apply, only
 * the form of its type, and the words of its choices.
 */
#include "model/filter_impl.h"

#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"

enum filter_kind
filter_kind(const struct field *f)
{
	switch (f->type) {
	case FT_TEXT:
		return f->flags & (FF_CODE | FF_KEY) ? FK_CODE : FK_CONTAINS;
	case FT_NOTE:
		return FK_CONTAINS;
	case FT_OPEN:
		return FK_CODE;
	case FT_INT:
	case FT_NUM:
		return FK_NUMBER;
	case FT_DATE:
	case FT_TIME:
	case FT_YEAR:
	case FT_BOOL:
	case FT_CHOICE:
		return FK_EXACT;
	case FT_REF:
	case FT_ANY:
		return FK_REF;
	case FT_SET:
		break;
	case FT_MAX:
		return FK_EXACT;
	}
	switch (f->set->shape) {
	case SET_REFS:
		return FK_REF;
	case SET_INTS:
		return FK_NUMBER;
	case SET_YEARS:
		return FK_YEARS;
	case SET_MAP:
		return FK_MAP;
	case SET_WORDS:
		return f->set->cols[0].type == FT_CHOICE ? FK_EXACT : FK_CODE;
	case SET_COUNTS:
	case SET_ANSWERS:
		break;
	}
	return FK_CODE;
}

bool
filter_may_compare(const struct field *f)
{
	switch (f->type) {
	case FT_INT:
	case FT_NUM:
	case FT_DATE:
	case FT_TIME:
	case FT_YEAR:
		return true;
	case FT_SET:
		return f->set->shape == SET_INTS;
	default:
		return false;
	}
}

/* Folded, with the '*' that ends it. "" when nothing is left to compare. */
static char *
fold_value(const char *text)
{
	size_t n = strlen(text);
	bool star = n > 0 && text[n - 1] == '*';
	char *cut = xstrndup(text, star ? n - 1 : n);
	char *folded = utf8_fold(cut);
	char *out = star ? xasprintf("%s*", folded) : xstrdup(folded);

	free(folded);
	free(cut);
	return out;
}

/* "one of: planned, confirmed, …", as many as a line takes. */
static void
add_choices(const struct choice *c, struct buf *b)
{
	bool first = true;

	for (; c->word != NULL; c++) {
		if (c->word[0] == '\0')
			continue;
		if (b->n > 600) {
			buf_add(b, ", …");
			return;
		}
		buf_addf(b, "%s%s", first ? "" : ", ", c->word);
		first = false;
	}
}

static void
add_once(struct strs *out, const char *word)
{
	if (!strs_has(out, word))
		strs_add(out, word);
}

/* Every choice whose word or label begins with PREFIX, folded. */
static bool
choices_beginning(const struct field *f, const char *prefix, struct strs *out)
{
	const struct choice *c;
	bool any = false;

	for (c = f->choices; c->word != NULL; c++) {
		char *word = utf8_fold(c->word);
		char *label = c->label != NULL ? utf8_fold(c->label) : xstrdup("");

		if (str_starts(word, prefix) ||
		    (*label != '\0' && str_starts(label, prefix))) {
			add_once(out, c->word);
			any = true;
		}
		free(label);
		free(word);
	}
	return any;
}

static enum status
choice_value(const struct field *f, const char *id, const char *text,
    struct strs *out, struct err *e)
{
	const struct choice *c = field_choice(f, text);
	size_t n = strlen(text);
	struct buf words;
	enum status st;

	if (c != NULL) {
		add_once(out, c->word);
		return ST_OK;
	}
	if (n > 0 && text[n - 1] == '*') {
		char *cut = xstrndup(text, n - 1);
		char *folded = utf8_fold(cut);
		bool any = choices_beginning(f, folded, out);

		free(folded);
		free(cut);
		if (any)
			return ST_OK;
	}
	buf_init(&words, BUF_LINE);
	add_choices(f->choices, &words);
	st = err_field(e, ST_INVALID, id, "%s: no “%.60s”; one of: %s",
	    id, text, words.p);
	buf_clear(&words);
	return st;
}

/* A suggestion is stored by its word, whatever it is called when typed. */
static void
add_suggestion(const struct field *f, const char *text, struct strs *out)
{
	const struct choice *c = field_choice(f, text);
	char *folded;

	if (c == NULL)
		return;
	folded = utf8_fold(c->word);
	add_once(out, folded);
	free(folded);
}

/* An optional sign, digits, at most two places: NUM's canonical form. */
static bool
number_value(const char *text, bool places, struct buf *out)
{
	const char *s = text;
	size_t whole, frac = 0;

	buf_reset(out);
	if (*s == '-' || *s == '+')
		s++;
	whole = strspn(s, "0123456789");
	if (s[whole] == '.') {
		frac = strspn(s + whole + 1, "0123456789");
		if (!places || frac == 0 || frac > 6)
			return false;
		if (s[whole + 1 + frac] != '\0')
			return false;
	} else if (s[whole] != '\0') {
		return false;
	}
	if (whole == 0 || whole > 15)
		return false;
	for (; whole > 1 && *s == '0'; whole--)
		s++;
	while (frac > 0 && s[whole + frac] == '0')
		frac--;
	if (text[0] == '-')
		buf_addc(out, '-');
	buf_addn(out, s, frac > 0 ? whole + 1 + frac : whole);
	if (str_eq(out->p, "-0"))
		buf_cut(out, 0), buf_addc(out, '0');
	return true;
}

static enum status
date_value(const struct field *f, const char *text, int today,
    struct buf *out, struct err *e)
{
	char iso[11];
	int day;
	enum status st;

	if ((st = date_parse(text, today, DATE_BACK, &day, e)) != ST_OK) {
		field_blame(e, f->id);
		return st;
	}
	day_iso(day, iso);
	buf_add(out, iso);
	return ST_OK;
}

static enum status
time_value(const struct field *f, const char *text, struct buf *out,
    struct err *e)
{
	char hhmm[6];
	int minutes = time_parse(text);

	if (minutes < 0)
		return err_field(e, ST_INVALID, f->id,
		    "%s: “%.60s” is not a time; write 9:30", f->id, text);
	time_format(minutes, hhmm);
	buf_add(out, hhmm);
	return ST_OK;
}

static enum status
year_value(const struct field *f, const char *text, struct buf *out,
    struct err *e)
{
	char name[8];
	int64_t first;
	int year;

	if (!year_parse(text, &year)) {
		if (!str_int(text, 1800, 2199, &first))
			return err_field(e, ST_INVALID, f->id,
			    "%s: “%.60s” is not an academic year; write 2026/27",
			    f->id, text);
		year = (int)first;
	}
	year_format(year, name);
	buf_add(out, name);
	return ST_OK;
}

static enum status
bool_value(const struct field *f, const char *text, struct buf *out,
    struct err *e)
{
	char *folded = utf8_fold(text);
	bool yes = str_in(folded, "yes y true 1");
	bool no = str_in(folded, "no n false 0");

	free(folded);
	if (!yes && !no)
		return err_field(e, ST_INVALID, f->id,
		    "%s: “%.60s” is neither yes nor no", f->id, text);
	buf_add(out, yes ? "yes" : "no");
	return ST_OK;
}

static enum status
exact_value(const struct field *f, const char *text, int today,
    struct buf *out, struct err *e)
{
	switch (f->type) {
	case FT_DATE:
		return date_value(f, text, today, out, e);
	case FT_TIME:
		return time_value(f, text, out, e);
	case FT_YEAR:
		return year_value(f, text, out, e);
	default:
		return bool_value(f, text, out, e);
	}
}

/* The form in which a text or a reference is compared; NULL: nothing is. */
char *
filter_text_value(const struct field *f, const char *text)
{
	enum filter_kind kind = filter_kind(f);
	char *s;

	if (kind == FK_REF || kind == FK_YEARS)
		return xstrdup(text);
	s = fold_value(text);
	if (kind == FK_CONTAINS && strlen(s) > 0 && s[strlen(s) - 1] == '*')
		s[strlen(s) - 1] = '\0';
	if (*s == '\0') {
		free(s);
		return NULL;
	}
	return s;
}

enum status
filter_value(const struct field *f, const char *text, int today,
    struct strs *out, struct err *e)
{
	enum status st = ST_OK;
	struct buf b;
	char *s;

	if (f->type == FT_CHOICE)
		return choice_value(f, f->id, text, out, e);
	if (filter_kind(f) == FK_EXACT && f->type == FT_SET)
		return choice_value(&f->set->cols[0], f->id, text, out, e);
	buf_init(&b, BUF_LINE);
	switch (filter_kind(f)) {
	case FK_NUMBER:
		if (!number_value(text, f->type == FT_NUM, &b))
			st = err_field(e, ST_INVALID, f->id,
			    "%s: “%.60s” is not a number", f->id, text);
		break;
	case FK_EXACT:
		st = exact_value(f, text, today, &b, e);
		break;
	default:
		s = filter_text_value(f, text);
		if (s == NULL)
			st = err_field(e, ST_INVALID, f->id,
			    "%s: “%.60s” holds no letter or digit to look for",
			    f->id, text);
		else
			buf_add(&b, s);
		if (st == ST_OK && f->type == FT_OPEN)
			add_suggestion(f, text, out);
		free(s);
		break;
	}
	if (st == ST_OK)
		add_once(out, b.p);
	buf_clear(&b);
	return st;
}

void
filter_line(const struct field *f, const char *value, struct filter_line *out)
{
	const char *at = strrchr(value, '@');
	const char *line = at != NULL ? at + 1 : value;
	const struct choice *c = field_choice(&f->set->cols[1], line);
	char *cut;
	int year;

	memset(out, 0, sizeof *out);
	if (c != NULL)
		out->group = c->word;
	else if (year_parse(line, &year))
		year_format(year, out->cohort);
	else
		at = value + strlen(value);	/* all of it is a school */
	cut = xstrndup(value, at != NULL ? (size_t)(at - value) : 0);
	out->school = str_trimmed(cut);
	free(cut);
}
