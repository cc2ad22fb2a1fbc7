/* eligible.c - may a school join the network on a day: asking the rules.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/eligible.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/eligible_impl.h"

const struct choice verdicts[] = {
	[VERDICT_YES] = { .word = "yes" },
	[VERDICT_NO] = { .word = "no" },
	[VERDICT_LIMITED] = { .word = "limited" },
	[VERDICT_NEVER] = { .word = "never" },
	[VERDICT_MAX] = { 0 }
};

int
verdict_of(const char *word)
{
	for (int i = 0; i < VERDICT_MAX; i++)
		if (strcmp(verdicts[i].word, word) == 0)
			return i;
	return -1;
}

struct eligible *
eligible_new(void)
{
	struct eligible *r = xcalloc(1, sizeof *r);

	r->ask = VERDICT_NO;
	r->type = code_table("gias-types.csv");
	r->phase = code_table("gias-phases.csv");
	r->status = code_table("gias-statuses.csv");
	r->authority = code_table("las.csv");
	return r;
}

void
eligible_free(struct eligible *r)
{
	if (r == NULL)
		return;
	for (size_t i = 0; i < r->n; i++)
		rule_clear(&r->rule[i]);
	free(r->rule);
	code_list_clear(&r->area);
	free(r);
}

static enum status
read_area(const char *codes, struct code_list *out, struct err *e)
{
	char *text = xstrdup(codes), *p;
	enum status st;

	for (p = text; *p != '\0'; p++)
		if (*p == ',')
			*p = ' ';
	st = code_list_read(out, text, false, e);
	free(text);
	if (st == ST_OK && out->unknown)
		st = err_set(e, ST_INVALID, "\"unknown\" is no authority's"
		    " code: codes and ranges are written 201-213 301");
	if (st != ST_OK)
		code_list_clear(out);
	return st;
}

enum status
eligible_check_area(const char *codes, struct err *e)
{
	struct code_list area = { NULL, 0, false, false };
	enum status st = read_area(codes, &area, e);

	code_list_clear(&area);
	return st;
}

enum status
eligible_set_area(struct eligible *r, const char *codes, struct err *e)
{
	struct code_list area = { NULL, 0, false, false };
	enum status st = read_area(codes, &area, e);

	if (st != ST_OK)
		return st;
	code_list_clear(&r->area);
	r->area = area;
	return ST_OK;
}

void
eligible_set_ask(struct eligible *r, enum verdict v)
{
	r->ask = v;
}

/* --- what is known ------------------------------------------------------- */

struct facts {
	const struct eligible_school *s;
	int	code[RL_MAX];		/* CODE_UNKNOWN */
	int	opened, closed, on;	/* DAY_NONE */
};

static int
number_of(const char *text)
{
	int64_t n;

	return str_int(text, 0, 9999, &n) ? (int)n : CODE_UNKNOWN;
}

/* The code, else that of the register's own words. */
static int
code_of(const struct code_table *t, const char *code, const char *words)
{
	const struct code_row *row;
	int n = number_of(code);

	if (n != CODE_UNKNOWN)
		return n;
	row = code_by_name(t, words);
	return row != NULL ? row->code : CODE_UNKNOWN;
}

static struct facts
facts_of(const struct eligible *r, const struct eligible_school *s, int day)
{
	struct facts f = { .s = s, .on = day };

	f.code[RL_TYPES] = code_of(r->type, s->type_code, s->type);
	f.code[RL_PHASES] = code_of(r->phase, s->phase_code, s->phase);
	f.code[RL_AUTHORITIES] = code_of(r->authority, s->la_code, s->la);
	f.code[RL_STATUSES] = code_of(r->status, "", s->status);
	f.code[RL_AGES] = number_of(s->high_age);
	f.opened = day_from_iso(s->opened);
	f.closed = day_from_iso(s->closed);
	return f;
}

/* --- asking -------------------------------------------------------------- */

static bool
is_outside(const struct eligible *r, int code)
{
	if (code == CODE_UNKNOWN)
		return false;
	return r->area.n > 0 ? !code_list_has(&r->area, code) :
	    code_by_number(r->authority, code) == NULL;
}

/* A type that no table lists is as unknown as one that is not said. */
static bool
is_unknown(const struct eligible *r, enum rule_list which, int code)
{
	return code == CODE_UNKNOWN || (which == RL_TYPES &&
	    code_by_number(r->type, code) == NULL);
}

static bool
list_holds(const struct eligible *r, const struct code_list *l,
    enum rule_list which, int code)
{
	if (l->n == 0 && !l->unknown && !l->outside)
		return true;
	return (l->unknown && is_unknown(r, which, code)) ||
	    (l->outside && is_outside(r, code)) || code_list_has(l, code);
}

static bool
when_holds(unsigned when, const struct facts *f)
{
	if ((when & WHEN_BEFORE_OPENING) &&
	    (f->opened == DAY_NONE || f->on >= f->opened))
		return false;
	if ((when & WHEN_AFTER_CLOSING) &&
	    (f->closed == DAY_NONE || f->on <= f->closed))
		return false;
	if ((when & WHEN_NO_OPENING_DAY) && f->opened != DAY_NONE)
		return false;
	if ((when & WHEN_NO_CLOSING_DAY) && f->closed != DAY_NONE)
		return false;
	return !(when & WHEN_PLACE) || f->s->place;
}

static bool
rule_holds(const struct eligible *r, const struct rule *rule,
    const struct facts *f)
{
	if ((rule->from != DAY_NONE && f->on < rule->from) ||
	    (rule->before != DAY_NONE && f->on >= rule->before) ||
	    !when_holds(rule->when, f))
		return false;
	for (int i = 0; i < RL_MAX; i++)
		if (!list_holds(r, &rule->list[i], (enum rule_list)i,
		    f->code[i]))
			return false;
	return true;
}

/* --- the reason ---------------------------------------------------------- */

static void
add_day(int day, struct buf *out)
{
	char text[24];

	if (day == DAY_NONE) {
		buf_add(out, "a day not known");
		return;
	}
	day_long(day, text);
	buf_add(out, text + 4);		/* without the weekday */
}

/* The table's name, else the register's words, else the code. SMALL: without
 * the capital of its first word, unless that is an abbreviation. */
static void
add_name(const struct code_table *t, int code, const char *words,
    const char *what, bool small, struct buf *out)
{
	const struct code_row *row = code_by_number(t, code);
	const char *name = row != NULL ? row->name : words;

	if (name[0] == '\0' && code == CODE_UNKNOWN) {
		buf_addf(out, "%s not known", what);
		return;
	}
	if (name[0] == '\0') {
		buf_addf(out, "%s %d", what, code);
		return;
	}
	small = small && islower((unsigned char)name[1]);
	buf_addc(out, small ? (char)tolower((unsigned char)name[0]) : name[0]);
	buf_add(out, name + 1);
}

static void
add_word(const struct eligible *r, const struct facts *f, enum rule_word w,
    struct buf *out)
{
	const struct eligible_school *s = f->s;

	switch (w) {
	case RW_TYPE:
	case RW_TYPE_CAPITAL:
		add_name(r->type, f->code[RL_TYPES], s->type, "type",
		    w == RW_TYPE, out);
		return;
	case RW_PHASE:
		add_name(r->phase, f->code[RL_PHASES], s->phase, "phase",
		    true, out);
		return;
	case RW_AUTHORITY:
		add_name(r->authority, f->code[RL_AUTHORITIES], s->la,
		    "authority", false, out);
		return;
	case RW_AGE:
		buf_add(out, s->high_age[0] != '\0' ? s->high_age :
		    "not known");
		return;
	case RW_OPENED:
		add_day(f->opened, out);
		return;
	case RW_CLOSED:
		add_day(f->closed, out);
		return;
	case RW_DATE:
		add_day(f->on, out);
		return;
	case RW_MAX:
		return;
	}
}

static void
add_reason(const struct eligible *r, const struct facts *f, const char *text,
    struct buf *out)
{
	const char *p;

	while ((p = strchr(text, '{')) != NULL) {
		enum rule_word w = rule_word(p);

		buf_addn(out, text, (size_t)(p - text));
		add_word(r, f, w, out);
		text = p + strlen(rule_words[w]);
	}
	buf_add(out, text);
}

enum verdict
eligible_on(const struct eligible *r, const struct eligible_school *s,
    int day, struct buf *reason)
{
	struct facts f = facts_of(r, s, day);
	const struct rule *rule = r->rule, *end = rule + r->n;
	enum verdict v;

	while (rule < end && !rule_holds(r, rule, &f))
		rule++;
	if (rule == end) {
		buf_add(reason, "no rule covers it; ask the hub lead");
		return VERDICT_NO;
	}
	v = rule->verdict == VERDICT_MAX ? r->ask : rule->verdict;
	if (v == VERDICT_LIMITED && s->place) {
		buf_add(reason, "holds one of the limited places");
		return VERDICT_YES;
	}
	if (rule->verdict == VERDICT_MAX && v != VERDICT_NO)
		buf_add(reason, "by this hub's settings, as it is ");
	add_reason(r, &f, rule->reason, reason);
	return v;
}

void
eligible_sentence(enum verdict v, int day, const char *reason,
    struct buf *out)
{
	static const char *const begin[VERDICT_MAX] = {
		[VERDICT_YES] = "Eligible on ",
		[VERDICT_NO] = "Not eligible on ",
		[VERDICT_LIMITED] = "Limited places on ",
		[VERDICT_NEVER] = "Never eligible",
	};

	buf_add(out, begin[v]);
	if (v != VERDICT_NEVER)
		add_day(day, out);
	buf_addf(out, ": %s", reason);
}
