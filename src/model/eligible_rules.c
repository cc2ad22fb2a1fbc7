/* eligible_rules.c - rules of eligibility read from CSV.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/eligible_impl.h"

#define REASON_MAX	300	/* characters */

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
} columns[] = {
	{ "types", read_list, RL_TYPES },
	{ "phases", read_list, RL_PHASES },
	{ "highest_age", read_list, RL_AGES },
	{ "authorities", read_list, RL_AUTHORITIES },
	{ "statuses", read_list, RL_STATUSES },
	{ "when", read_when, 0 },
	{ "from", read_day, DAY_FROM },
	{ "before", read_day, DAY_BEFORE },
	{ "verdict", read_verdict, 0 },
	{ "reason", read_reason, 0 },
};
#define HEADS "verdict reason | rule types phases highest_age authorities" \
	" statuses when from before"

static enum status
read_rule(const struct csv_table *t, size_t row, struct rule *rule,
    struct err *e)
{
	for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
		const struct column *c = &columns[i];
		struct err why = { 0 };

		if (c->read(rule, c->which, csv_table_cell(t, row, c->head),
		    &why) != ST_OK)
			return csv_table_refuse(t, row, c->head, e, "%s",
			    why.text);
	}
	return ST_OK;
}

static enum status
add_rules(struct eligible *rules, const struct csv_table *t, struct err *e)
{
	for (size_t i = 0; i < t->n; i++) {
		struct rule rule = { .from = DAY_NONE, .before = DAY_NONE };
		enum status st = read_rule(t, i, &rule, e);

		if (st != ST_OK) {
			rule_clear(&rule);
			return st;
		}
		rules->rule = xreallocarray(rules->rule, rules->n + 1,
		    sizeof *rules->rule);
		rules->rule[rules->n++] = rule;
	}
	return ST_OK;
}

enum status
eligible_add(struct eligible *rules, const struct csv_source *src,
    struct err *e)
{
	const size_t before = rules->n;
	struct csv_table t;
	enum status st;

	if ((st = csv_table_read(src, HEADS, &t, e)) != ST_OK)
		return st;
	st = add_rules(rules, &t, e);
	csv_table_clear(&t);
	while (st != ST_OK && rules->n > before)
		rule_clear(&rules->rule[--rules->n]);
	return st;
}
