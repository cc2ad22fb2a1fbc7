/* eligible_rules.c - rules of eligibility read from CSV.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/eligible_impl.h"

#define REASON_MAX	300	/* characters */
#define CODE_MAX	9999

const char *const rule_words[RW_MAX] = {
	[RW_TYPE] = "{type}", [RW_TYPE_CAPITAL] = "{Type}",
	[RW_PHASE] = "{phase}", [RW_AUTHORITY] = "{authority}",
	[RW_AGE] = "{highest_age}", [RW_OPENED] = "{opened}",
	[RW_CLOSED] = "{closed}", [RW_DATE] = "{date}",
};

enum rule_word
rule_word(const char *text)
{
	int i = 0;

	while (i < RW_MAX && !str_starts(text, rule_words[i]))
		i++;
	return (enum rule_word)i;
}

/* --- lists of codes ------------------------------------------------------ */

static void
add_span(struct code_list *l, int lo, int hi)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof *l->v);
	l->v[l->n++] = (struct code_span){ lo, hi };
}

/* "12" or "7-8". */
static enum status
read_span(struct code_list *l, char *word, struct err *e)
{
	char *dash = strchr(word, '-');
	int64_t lo, hi;

	if (dash != NULL)
		*dash = '\0';
	if (!str_int(word, 0, CODE_MAX, &lo) ||
	    !str_int(dash != NULL ? dash + 1 : word, 0, CODE_MAX, &hi)) {
		if (dash != NULL)
			*dash = '-';
		return err_set(e, ST_INVALID, "\"%s\" is no code: codes and"
		    " ranges are written 7-8 12", word);
	}
	if (hi < lo)
		return err_set(e, ST_INVALID, "a range begins with the lower"
		    " code: %d-%d", (int)hi, (int)lo);
	add_span(l, (int)lo, (int)hi);
	return ST_OK;
}

enum status
code_list_read(struct code_list *l, const char *text, bool outside,
    struct err *e)
{
	struct strs words = { 0 };
	enum status st = ST_OK;

	str_words(&words, text);
	for (size_t i = 0; st == ST_OK && i < words.n; i++) {
		if (str_eq(words.v[i], "unknown"))
			l->unknown = true;
		else if (outside && str_eq(words.v[i], "outside"))
			l->outside = true;
		else
			st = read_span(l, words.v[i], e);
	}
	strs_clear(&words);
	return st;
}

bool
code_list_has(const struct code_list *l, int code)
{
	for (size_t i = 0; i < l->n; i++)
		if (code >= l->v[i].lo && code <= l->v[i].hi)
			return true;
	return false;
}

void
code_list_clear(struct code_list *l)
{
	free(l->v);
	*l = (struct code_list){ NULL, 0, false, false };
}

void
rule_clear(struct rule *r)
{
	for (int i = 0; i < RL_MAX; i++)
		code_list_clear(&r->list[i]);
	free(r->reason);
	r->reason = NULL;
}

/* --- cells --------------------------------------------------------------- */

static enum status
read_name(struct rule *r, int which, const char *text, struct err *e)
{
	(void)r;
	(void)which;
	return utf8_check(text, false, REASON_MAX, e);
}

static enum status
read_list(struct rule *r, int which, const char *text, struct err *e)
{
	return code_list_read(&r->list[which], text, which == RL_AUTHORITIES,
	    e);
}

static enum status
read_when(struct rule *r, int which, const char *text, struct err *e)
{
	static const struct { const char *word; unsigned bit; } table[] = {
		{ "before-opening", WHEN_BEFORE_OPENING },
		{ "after-closing", WHEN_AFTER_CLOSING },
		{ "no-opening-day", WHEN_NO_OPENING_DAY },
		{ "no-closing-day", WHEN_NO_CLOSING_DAY },
		{ "place", WHEN_PLACE },
	};
	struct strs words = { 0 };
	enum status st = ST_OK;
	size_t k;

	(void)which;
	str_words(&words, text);
	for (size_t i = 0; st == ST_OK && i < words.n; i++) {
		for (k = 0; k < sizeof table / sizeof table[0]; k++)
			if (str_eq(words.v[i], table[k].word))
				break;
		if (k == sizeof table / sizeof table[0])
			st = err_set(e, ST_INVALID, "\"%s\" is none of"
			    " before-opening, after-closing, no-opening-day,"
			    " no-closing-day, place", words.v[i]);
		else
			r->when |= table[k].bit;
	}
	strs_clear(&words);
	return st;
}

enum { DAY_FROM, DAY_BEFORE };

static enum status
read_day(struct rule *r, int which, const char *text, struct err *e)
{
	int day = day_from_iso(text);

	if (text[0] != '\0' && day == DAY_NONE)
		return err_set(e, ST_INVALID, "\"%s\" is no day: write"
		    " YYYY-MM-DD", text);
	*(which == DAY_FROM ? &r->from : &r->before) = day;
	return ST_OK;
}

static enum status
read_verdict(struct rule *r, int which, const char *text, struct err *e)
{
	int v = verdict_of(text);

	(void)which;
	if (v < 0 && !str_eq(text, "ask"))
		return err_set(e, ST_INVALID, "\"%s\" is none of yes, no,"
		    " limited, never, ask", text);
	r->verdict = v < 0 ? VERDICT_MAX : (enum verdict)v;
	return ST_OK;
}

static enum status
read_reason(struct rule *r, int which, const char *text, struct err *e)
{
	enum status st = utf8_check(text, false, REASON_MAX, e);
	const char *p;

	(void)which;
	if (st != ST_OK)
		return st;
	if (text[0] == '\0')
		return err_set(e, ST_INVALID, "say why, in a few words");
	for (p = strchr(text, '{'); p != NULL; p = strchr(p + 1, '{'))
		if (rule_word(p) == RW_MAX)
			return err_set(e, ST_INVALID, "\"%.20s\" is none of"
			    " {type}, {Type}, {phase}, {authority},"
			    " {highest_age}, {opened}, {closed}, {date}", p);
	r->reason = xstrdup(text);
	return ST_OK;
}

/* --- the file ------------------------------------------------------------ */

static const struct column {
	const char	*head;
	enum status	(*read)(struct rule *, int which, const char *text,
			    struct err *);
	int		 which;
	bool		 must;
} columns[] = {
	{ "rule", read_name, 0, false },
	{ "types", read_list, RL_TYPES, false },
	{ "phases", read_list, RL_PHASES, false },
	{ "highest_age", read_list, RL_AGES, false },
	{ "authorities", read_list, RL_AUTHORITIES, false },
	{ "statuses", read_list, RL_STATUSES, false },
	{ "when", read_when, 0, false },
	{ "from", read_day, DAY_FROM, false },
	{ "before", read_day, DAY_BEFORE, false },
	{ "verdict", read_verdict, 0, true },
	{ "reason", read_reason, 0, true },
};
#define NCOLUMNS	(sizeof columns / sizeof columns[0])

struct reading {
	const char	*name;			/* of the file */
	const struct column *col[NCOLUMNS];	/* of each of its cells */
	size_t		 n;
};

static const struct column *
column_called(const char *head)
{
	for (size_t i = 0; i < NCOLUMNS; i++)
		if (str_eq(columns[i].head, head))
			return &columns[i];
	return NULL;
}

static enum status
read_head(struct reading *r, const char *cell, unsigned line, struct err *e)
{
	const struct column *c = column_called(cell);

	if (c == NULL)
		return err_set(e, ST_INVALID, "%s:%u: there is no column"
		    " \"%.60s\"; there are: rule, types, phases, highest_age,"
		    " authorities, statuses, when, from, before, verdict,"
		    " reason.", r->name, line, cell);
	for (size_t i = 0; i < r->n; i++)
		if (r->col[i] == c)
			return err_set(e, ST_INVALID, "%s:%u: the column %s"
			    " stands there twice.", r->name, line, cell);
	r->col[r->n++] = c;
	return ST_OK;
}

static enum status
read_heads(struct reading *r, const struct csv_row *row, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; st == ST_OK && i < row->n; i++)
		st = read_head(r, str_trim(row->cell[i]), (unsigned)row->line,
		    e);
	for (size_t i = 0; st == ST_OK && i < NCOLUMNS; i++) {
		size_t k = 0;

		while (k < r->n && r->col[k] != &columns[i])
			k++;
		if (columns[i].must && k == r->n)
			st = err_set(e, ST_INVALID, "%s:%u: the column %s is"
			    " missing.", r->name, (unsigned)row->line,
			    columns[i].head);
	}
	return st;
}

static enum status
read_rule(const struct reading *r, const struct csv_row *row,
    struct rule *rule, struct err *e)
{
	enum status st;

	if (row->n != r->n)
		return err_set(e, ST_INVALID, "%s:%u: %zu cells, and %zu"
		    " headings.", r->name, (unsigned)row->line, row->n, r->n);
	for (size_t i = 0; i < row->n; i++) {
		st = r->col[i]->read(rule, r->col[i]->which,
		    str_trim(row->cell[i]), e);
		if (st != ST_OK)
			return err_prefix(e, "%s:%u: %s: ", r->name,
			    (unsigned)row->line, r->col[i]->head);
	}
	return ST_OK;
}

static enum status
read_rows(struct eligible *rules, struct reading *r, struct csv_file *f,
    struct err *e)
{
	struct csv_row row;
	enum status st = ST_OK;
	bool more;

	while (st == ST_OK && (st = csv_next(f, &row, &more, e)) == ST_OK &&
	    more) {
		struct rule rule = { .from = DAY_NONE, .before = DAY_NONE };

		if (r->n == 0) {
			st = read_heads(r, &row, e);
			continue;
		}
		st = read_rule(r, &row, &rule, e);
		if (st != ST_OK) {
			rule_clear(&rule);
			break;
		}
		rules->rule = xreallocarray(rules->rule, rules->n + 1,
		    sizeof *rules->rule);
		rules->rule[rules->n++] = rule;
	}
	return st;
}

enum status
eligible_add(struct eligible *rules, const char *name, const char *text,
    size_t n, struct err *e)
{
	struct reading r = { .name = name };
	const size_t before = rules->n;
	struct csv_file *f;
	enum status st;

	if ((st = csv_open_text(name, text, n, &f, e)) != ST_OK)
		return st;
	st = read_rows(rules, &r, f, e);
	csv_close(f);
	while (st != ST_OK && rules->n > before)
		rule_clear(&rules->rule[--rules->n]);
	return st;
}
