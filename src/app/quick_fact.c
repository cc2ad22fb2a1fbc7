/* quick_fact.c - "sandm; leader hours 6", "sandm; budget 2500", "sandm; website
 * ok": what is known of a school in an academic year.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A fact that is there already has its new value and the day it was checked;
 * the year is that of the day. "ok" of a page keeps the address it has.
 */
#include "app/quick_int.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"
#include "model/tables.h"

#define HOURS_MOST	60	/* in a week */
#define BUDGET_MOST	999999	/* pounds a year */

/* --- values -------------------------------------------------------------- */

static bool
is_number(const char *word)
{
	return word[0] >= '0' && word[0] <= '9';
}

static bool
is_money(const char *word)
{
	return is_number(str_starts(word, "£") ? word + strlen("£") : word);
}

static const char yes_words[] = "ok yes checked there";
static const char no_words[] = "no missing none";

static bool
is_page(const char *word)
{
	char *low = xstrdup(word);
	bool known;

	for (char *c = low; *c != '\0'; c++)
		*c = (char)tolower((unsigned char)*c);
	known = str_in(low, yes_words) || str_in(low, no_words) ||
	    strchr(word, '.') != NULL || strchr(word, '/') != NULL;
	free(low);
	return known;
}

/* "6", "6h", "2.5 hours" as a number; NULL and a fault when it is none. */
static char *
hours_value(struct reading *r, const char *text, const char *old)
{
	char *end, *number;
	double n = strtod(text, &end);

	(void)old;
	number = xstrndup(text, (size_t)(end - text));
	end += strspn(end, " ");
	if (strspn(number, "0123456789.") == strlen(number) &&
	    n <= HOURS_MOST && (*end == '\0' || str_ieq(end, "h") ||
	    str_ieq(end, "hours") || str_ieq(end, "hour")))
		return number;
	free(number);
	read_fault(r, "\"%s\" is no number of hours a week, 0 to %d", text,
	    HOURS_MOST);
	return NULL;
}

/* "£2,500" as 2500 */
static char *
budget_value(struct reading *r, const char *text, const char *old)
{
	const char *s = str_starts(text, "£") ? text + strlen("£") : text;
	int64_t n;
	struct buf b;

	(void)old;
	buf_init(&b, BUF_LINE);
	for (; *s != '\0'; s++)
		if (*s != ',' && *s != ' ')
			buf_addf(&b, "%c", *s);
	if (str_int(b.p, 0, BUDGET_MOST, &n))
		return buf_take(&b);
	buf_clear(&b);
	read_fault(r, "\"%s\" is no budget in pounds, 0 to %d", text,
	    BUDGET_MOST);
	return NULL;
}

/* "ok", "no" or an address */
static char *
page_value(struct reading *r, const char *text, const char *old)
{
	char *low;
	bool yes, no;

	if (!is_page(text) || strchr(text, ' ') != NULL) {
		read_fault(r, "\"%s\": the page is ok, or no, or write its "
		    "address", text);
		return NULL;
	}
	low = xstrdup(text);
	for (char *c = low; *c != '\0'; c++)
		*c = (char)tolower((unsigned char)*c);
	yes = str_in(low, yes_words);
	no = str_in(low, no_words);
	free(low);
	if (yes)
		return xstrdup(*old == '\0' || str_eq(old, "no") ? "yes" :
		    old);
	return xstrdup(no ? "no" : text);
}

static const struct fact_verb {
	const char	*word;		/* of quick.def */
	const char	*second;	/* that may follow, or must */
	bool		 must;
	const char	*fact;
	bool		(*is)(const char *word);	/* where the value begins */
	char		*(*value)(struct reading *, const char *, const char *old);
} facts[] = {
	{ "leader", "hours", true, "leader hours", is_number, hours_value },
	{ "budget", "", false, "budget", is_money, budget_value },
	{ "website", "page", false, "programme page", is_page, page_value },
	{ "policy", "page", false, "provider policy page", is_page,
	    page_value },
};

static const struct fact_verb *
fact_of(const char *word)
{
	size_t i = 0;

	while (i + 1 < COUNT_OF(facts) && !str_eq(facts[i].word, word))
		i++;
	return &facts[i];
}

/* "leader foods" is a name, "leader hours 6" is not. */
bool
is_fact(const struct verb *v, const char *rest)
{
	const struct fact_verb *f = fact_of(v->told.word);
	size_t n = strcspn(rest, " ");
	char *first = xstrndup(rest, n);
	const char *last = strrchr(rest, ' ');
	bool second = *f->second != '\0' && str_ieq(first, f->second);

	free(first);
	return second || (!f->must && (*rest == '\0' ||
	    f->is(last != NULL ? last + 1 : rest)));
}

/* --- what is there ------------------------------------------------------- */

/* The fact of the school in the year, NULL when there is none. */
static enum status
load_fact(struct reading *r, int64_t school, int year, const char *fact,
    struct row **out, struct err *e)
{
	struct ids ids = { 0 };
	enum status st = r->look->ids(r->look->arg, LOOK_FACTS, school, year,
	    0, &ids, e);

	*out = NULL;
	for (size_t i = 0; i < ids.n && st == ST_OK && *out == NULL; i++) {
		st = r->look->load(r->look->arg, entities[ENT_fact],
		    ids.v[i], out, e);
		if (st == ST_OK && !row_is(*out, F_fact_fact, fact)) {
			row_free(*out);
			*out = NULL;
		}
	}
	ids_clear(&ids);
	return st;
}

static struct row *
new_fact(const struct reading *r, int64_t school, int year, const char *fact)
{
	struct row *row = fresh_row(r, ENT_fact);
	char text[8];

	year_format(year, text);
	row_set_ref(row, F_fact_school, "school", school);
	row_set(row, F_fact_year, text);
	row_set(row, F_fact_fact, fact);
	return row;
}

/* --- the line ------------------------------------------------------------ */

/* The day on which it was looked at. */
static int
checked_day(struct reading *r, const struct part **said)
{
	int day = r->look->today;
	char shown[24];

	for (size_t i = 0; i < r->parts.n; i++) {
		const struct part *p = &r->parts.v[i];

		if (p->kind == PK_WHEN && p->day != DAY_NONE &&
		    p->last_day == DAY_NONE) {
			*said = p;
			day = p->day;
		} else if (p->kind != PK_NAME && p->kind != PK_VERB &&
		    p->kind != PK_TEXT && p->kind != PK_FIELD &&
		    p->fault == NULL) {
			read_fault(r, "\"%s\" is no part of it: write %s",
			    p->text, r->verb->told.example);
		}
	}
	if (day > r->look->today) {
		day_long(day, shown);
		read_fault(r, "%s is still to come", shown);
	}
	return day;
}

static void
tell_fact(struct reading *r, const struct row *base, const struct row *mine,
    const struct part *said)
{
	const struct field *f = &mine->ent->fields[F_fact_fact];
	const struct choice *c = field_choice(f, row_get(mine, F_fact_fact));
	char day[24];

	read_tell(r, "fact", xasprintf("%s: %s", c != NULL ? c->label :
	    row_get(mine, F_fact_fact), row_get(mine, F_fact_value)),
	    &r->parts.v[r->verb_part]);
	if (base != NULL && !row_same(base, mine, F_fact_value))
		read_tell(r, "old", xasprintf("in place of %s",
		    row_is_empty(base, F_fact_value) ? "?" :
		    row_get(base, F_fact_value)), NULL);
	tell_field(r, mine, F_fact_source, "source: ");
	tell_field(r, mine, F_fact_note, "note: ");
	read_tell(r, "year", xstrdup(row_get(mine, F_fact_year)), NULL)
	    ->assumed = true;
	day_long(row_day(mine, F_fact_checked), day);
	read_tell(r, "checked", xasprintf("checked %s", day), said)->assumed =
	    said == NULL;
}

/* The value TEXT of the fact F, put on the row there is or on a new one. */
static enum status
put_fact(struct reading *r, const struct fact_verb *f, int64_t school,
    const char *text, struct err *e)
{
	const struct part *said = NULL;
	int day = checked_day(r, &said), year = year_of_day(day);
	struct row *base, *mine;
	char *value;
	enum status st = load_fact(r, school, year, f->fact, &base, e);

	if (st != ST_OK)
		return st;
	mine = base != NULL ? row_copy(base) : new_fact(r, school, year,
	    f->fact);
	value = f->value(r, text, row_get(mine, F_fact_value));
	if (value != NULL)
		row_set(mine, F_fact_value, value);
	put_date(mine, F_fact_checked, day);
	for (size_t i = 0; i < r->parts.n; i++)
		if (r->parts.v[i].kind == PK_FIELD &&
		    r->parts.v[i].fault == NULL)
			put_text(r, mine, r->parts.v[i].field,
			    r->parts.v[i].value);
	if (value != NULL)
		tell_fact(r, base, mine, said);
	free(value);
	if (base != NULL)
		plan_change(r->q->plan, base, mine);
	else
		(void)plan_add(r->q->plan, mine);
	return ST_OK;
}

/* "hours sandm 6": what follows the word, without the second one. */
static void
fact_words(const struct fact_verb *f, const char *text, struct strs *out)
{
	str_words(out, text);
	if (out->n == 0 || !str_ieq(out->v[0], f->second))
		return;
	free(out->v[0]);
	memmove(out->v, out->v + 1, --out->n * sizeof *out->v);
}

enum status
plan_fact(struct reading *r, struct err *e)
{
	const struct fact_verb *f = fact_of(r->verb->told.word);
	const struct part *said = verb_text(r);
	struct strs words = { 0 };
	int64_t school;
	char *text;
	enum status st;

	if (said == NULL)
		return ST_OK;
	fact_words(f, said->text, &words);
	if ((st = names_find(r, KIND(NK_SCHOOL), e)) == ST_OK &&
	    (st = verb_school(r, &words, f->is, e)) == ST_OK &&
	    (st = names_settle(r, false, KIND(NK_SCHOOL), e)) == ST_OK)
		st = apply_schools(r, e);
	text = words_join(&words, 0, words.n);
	if (st == ST_OK && *text == '\0' && read_is_fine(r))
		read_fault(r, "%s what? Write %s", f->fact,
		    r->verb->told.example);
	if (st == ST_OK && (school = verb_one_school(r)) != 0) {
		tell_school(r);
		st = put_fact(r, f, school, text, e);
	}
	r->q->plan->did = "Noted";
	free(text);
	strs_clear(&words);
	return st;
}
