/* access_law.c - whom provider access applies to, and a hub's settings of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/access_impl.h"

#define HEADS		"types applies reason"
#define REASON_MAX	100	/* characters */

struct access_law *
access_law_new(void)
{
	struct access_law *l = xcalloc(1, sizeof *l);

	l->month = 2;
	l->last = 28;
	l->type = code_table("gias-types.csv");
	return l;
}

static void
rule_clear(struct access_rule *r)
{
	code_list_clear(&r->types);
	free(r->reason);
}

void
access_law_free(struct access_law *l)
{
	if (l == NULL)
		return;
	for (size_t i = 0; i < l->n; i++)
		rule_clear(&l->rule[i]);
	free(l->rule);
	free(l);
}

/* --- the table ----------------------------------------------------------- */

static enum status
read_applies(const char *text, struct access_rule *r, struct err *e)
{
	static const struct { const char *word; int is; } words[] = {
		{ "yes", ACCESS_YES }, { "no", ACCESS_NO },
		{ "unknown", ACCESS_UNKNOWN }, { "ask", ACCESS_ASK },
	};

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_eq(text, words[i].word)) {
			r->applies = words[i].is;
			return ST_OK;
		}
	return err_set(e, ST_INVALID, "\"%.20s\" is none of yes, no, unknown,"
	    " ask", text);
}

static enum status
read_reason(const char *text, struct access_rule *r, struct err *e)
{
	enum status st = utf8_check(text, false, REASON_MAX, e);

	if (st == ST_OK && *text == '\0')
		st = err_set(e, ST_INVALID, "say why, in a few words");
	if (st == ST_OK)
		r->reason = xstrdup(text);
	return st;
}

static enum status
read_rule(const struct csv_table *t, size_t row, struct access_rule *r,
    struct err *e)
{
	const char *types = csv_table_cell(t, row, "types");
	struct err why = { 0 };

	if (code_list_read(&r->types, types, false, &why) != ST_OK)
		return csv_table_refuse(t, row, "types", e, "%s", why.text);
	if (*types == '\0')
		return csv_table_refuse(t, row, "types", e, "which types: 7-8"
		    " 12");
	if (read_applies(csv_table_cell(t, row, "applies"), r, &why) != ST_OK)
		return csv_table_refuse(t, row, "applies", e, "%s", why.text);
	if (read_reason(csv_table_cell(t, row, "reason"), r, &why) != ST_OK)
		return csv_table_refuse(t, row, "reason", e, "%s", why.text);
	return ST_OK;
}

enum status
access_law_add(struct access_law *l, const struct csv_source *src,
    struct err *e)
{
	const size_t before = l->n;
	struct csv_table t;
	enum status st = csv_table_read(src, HEADS, &t, e);

	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < t.n && st == ST_OK; i++) {
		struct access_rule r = { 0 };

		st = read_rule(&t, i, &r, e);
		l->rule = xreallocarray(l->rule, l->n + 1, sizeof *l->rule);
		l->rule[l->n++] = r;
	}
	csv_table_clear(&t);
	while (st != ST_OK && l->n > before)
		rule_clear(&l->rule[--l->n]);
	return st;
}

/* --- the settings -------------------------------------------------------- */

void
access_law_ask(struct access_law *l, bool yes)
{
	l->ask = yes;
}

void
access_law_minutes(struct access_law *l, long minutes)
{
	l->minutes = minutes;
}

enum status
access_law_last(struct access_law *l, const char *day, struct err *e)
{
	static const char names[12][4] = { "jan", "feb", "mar", "apr", "may",
		"jun", "jul", "aug", "sep", "oct", "nov", "dec" };
	struct strs w = { 0 };
	int64_t d = 0;
	int m = 12;

	str_words(&w, day);
	if (w.n == 2 && str_int(w.v[0], 1, 31, &d))
		for (m = 0; m < 12 && !str_ieq(w.v[1], names[m]); m++)
			continue;
	strs_clear(&w);
	/* of a leap year */
	if (m == 12 || day_from_ymd(2024, m + 1, (int)d) == DAY_NONE)
		return err_set(e, ST_INVALID, "\"%.40s\" is no day of a year,"
		    " such as 28 feb", day);
	l->month = m + 1;
	l->last = (int)d;
	return ST_OK;
}

int
access_last_day(const struct access_law *l, int year)
{
	int y = l->month >= 9 ? year : year + 1;
	int day = day_from_ymd(y, l->month, l->last);

	return day != DAY_NONE ? day : day_from_ymd(y, l->month, l->last - 1);
}

/* --- to whom it applies -------------------------------------------------- */

static void
put_reason(const char *reason, const char *type, struct buf *out)
{
	const char *at = strstr(reason, "{type}");

	if (at == NULL) {
		buf_add(out, reason);
		return;
	}
	buf_addn(out, reason, (size_t)(at - reason));
	buf_addc(out, (char)tolower((unsigned char)*type));
	buf_add(out, *type != '\0' ? type + 1 : "");
	buf_add(out, at + strlen("{type}"));
}

enum access_applies
access_applies(const struct access_law *l, const struct access_school *s,
    struct buf *why)
{
	const struct code_row *row;
	int64_t n;

	row = str_int(s->type_code, 0, 9999, &n) ?
	    code_by_number(l->type, (int)n) : code_by_name(l->type, s->type);
	for (size_t i = 0; i < l->n; i++) {
		const struct access_rule *r = &l->rule[i];

		if (row == NULL ? !r->types.unknown :
		    !code_list_has(&r->types, row->code))
			continue;
		put_reason(r->reason, row != NULL ? row->name : s->type, why);
		if (r->applies == ACCESS_ASK)
			return l->ask ? ACCESS_YES : ACCESS_NO;
		return (enum access_applies)r->applies;
	}
	buf_add(why, "no rule names its type");
	return ACCESS_UNKNOWN;
}
