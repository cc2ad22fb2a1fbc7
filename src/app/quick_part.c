/* quick_part.c - what kind of thing each part of a line is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table, tried from the top: the first recogniser that says yes has it.
 * A new kind of part is a row here and a case in quick_plan.c.
 */
#include "app/quick_part.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "model/tables.h"

struct how {
	int		 today;
	enum date_dir	 dir;
	const struct entity *ent;
};

/* --- key: text ----------------------------------------------------------- */

static int
field_of(const struct entity *ent, const char *key)
{
	int f;

	if (ent == &encounter_entity && str_ieq(key, "group"))
		return F_encounter_groups;
	f = entity_field(ent, key);
	if (f >= 0 && (ent->fields[f].flags &
	    (FF_DERIVED | FF_HIDDEN | FF_SYSTEM | FF_READONLY)) != 0)
		return -1;
	return f;
}

static bool
read_field(struct part *p, const struct how *how)
{
	size_t n = strcspn(p->text, ":");
	char *key;
	int f;

	if (p->text[n] != ':' || n == 0)
		return false;
	key = xstrndup(p->text, n);
	for (char *c = key; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c + ('a' - 'A'));
	f = field_of(how->ent, str_trim(key));
	free(key);
	if (f < 0)
		return false;
	p->field = f;
	p->value = str_trimmed(p->text + n + 1);
	if (*p->value == '\0')
		p->fault = xasprintf("nothing after \"%s\"", p->text);
	return true;
}

/* --- role = person ------------------------------------------------------- */

static const char *
last_from(const char *s)
{
	const char *found = NULL, *at = s;

	while ((at = strstr(at, " from ")) != NULL)
		found = at++;
	return found;
}

static bool
read_role(struct part *p, const struct how *how)
{
	const char *equals = strchr(p->text, '='), *from;
	struct part when = { .day = DAY_NONE, .last_day = DAY_NONE };
	char *key;

	if (equals == NULL || equals == p->text)
		return false;
	key = xstrndup(p->text, (size_t)(equals - p->text));
	p->made = xstrdup(str_trim(key));
	free(key);
	p->word = p->made;
	for (size_t i = 0; roles[i].word != NULL; i++) {
		struct choice one[] = { roles[i], { 0 } };
		struct field f = { .choices = one };

		if (field_choice(&f, p->made) != NULL)
			p->word = roles[i].word;
	}
	if ((from = last_from(equals)) != NULL &&
	    when_read(from + 6, how->today, how->dir, &when)) {
		p->day = when.day;
		p->no_year = when.no_year;
		p->fault = when.fault;
		if (p->fault == NULL && p->day == DAY_NONE)
			p->fault = xasprintf("cannot read \"%s\" as a day",
			    from + 6);
	} else {
		from = p->text + strlen(p->text);
	}
	key = xstrndup(equals + 1, (size_t)(from - equals - 1));
	p->value = str_trimmed(key);
	free(key);
	if (*p->value == '\0' && p->fault == NULL)
		p->fault = xasprintf("who is %s? Write %s = NAME, or %s = "
		    "nobody", p->word, p->word, p->word);
	return true;
}

/* --- days, times, numbers ------------------------------------------------ */

static bool
read_when(struct part *p, const struct how *how)
{
	return when_read(p->text, how->today, how->dir, p);
}

static bool
read_years(struct part *p, const struct how *how)
{
	(void)how;
	return nums_read(p->text, &p->nums, &p->fault);
}

static bool
read_minutes(struct part *p, const struct how *how)
{
	int minutes = span_parse(p->text);

	(void)how;
	if (minutes < 0)
		return false;
	p->number = minutes;
	if (minutes == 0 || minutes > 20000)
		p->fault = xasprintf("\"%s\" is not how long it lasts: 60m, "
		    "1h30, 2d", p->text);
	return true;
}

/* 2d, 1.5 days; in hundredths. */
static bool
read_days(struct part *p, const struct how *how)
{
	char *end;
	double days;

	(void)how;
	if (p->text[0] < '0' || p->text[0] > '9')
		return false;
	if (strspn(p->text, "0123456789.") > 6)
		return false;
	days = strtod(p->text, &end);
	end += strspn(end, " ");
	if (!str_ieq(end, "d") && !str_ieq(end, "day") && !str_ieq(end, "days"))
		return false;
	p->number = (long)(days * 100 + 0.5);
	if (p->number < 1 || p->number > 40000)
		p->fault = xasprintf("\"%s\" is not a number of days: 0.5d to "
		    "400d", p->text);
	return true;
}

static bool
read_period(struct part *p, const struct how *how)
{
	const char *s = p->text;

	(void)how;
	if (str_istarts(s, "period"))
		s += 6;
	else if (*s == 'p' || *s == 'P')
		s++;
	else
		return false;
	s += strspn(s, "s ");
	if (*s == '\0' || strspn(s, "0123456789-, &") != strlen(s))
		return false;
	p->value = xasprintf("period %s", s);
	return true;
}

/* bm 5 6, bm5, bm5,6, bm5 bm6 */
static bool
read_benchmarks(struct part *p, const struct how *how)
{
	const char *s = p->text;
	unsigned set = 0;
	bool good = true;

	(void)how;
	if (!str_istarts(s, "bm"))
		return false;
	for (s += 2; *s != '\0'; s++) {
		if (str_istarts(s, "bm") && s[-1] == ' ') {
			s++;
		} else if (*s >= '0' && *s <= '9') {
			good = good && *s != '0' && *s != '9' &&
			    !(s[1] >= '0' && s[1] <= '9');
			set |= 1u << (*s - '0');
		} else if (strchr(" ,&+", *s) == NULL) {
			return false;	/* BMW */
		}
	}
	p->benchmarks = set;
	if (!good)
		p->fault = xasprintf("\"%s\": benchmarks are 1 to 8",
		    p->text);
	else if (set == 0)
		p->fault = xstrdup("which benchmarks? bm 5 6");
	return true;
}

static bool
read_number(struct part *p, const struct how *how)
{
	(void)how;
	if (!str_digits(p->text) || strlen(p->text) > 5)
		return false;
	p->fault = xasprintf("%s what? y10 %s, or %sm", p->text, p->text,
	    p->text);
	return true;
}

/* --- words --------------------------------------------------------------- */

static const char *
choice_word(int field, const char *text)
{
	const struct choice *c;

	c = field_choice(&encounter_entity.fields[field], text);
	return c != NULL ? c->word : NULL;
}

static bool
read_status(struct part *p, const struct how *how)
{
	(void)how;
	p->word = choice_word(F_encounter_status, p->text);
	return p->word != NULL;
}

/* "virtual" may be a type as well: a name, decided there (quick_name.c). */
static bool
read_mode(struct part *p, const struct how *how)
{
	(void)how;
	if (str_ieq(p->text, "virtual"))
		return false;
	p->word = choice_word(F_encounter_mode, p->text);
	return p->word != NULL;
}

static bool
read_access(struct part *p, const struct how *how)
{
	(void)how;
	return str_ieq(p->text, "access");
}

static bool
read_sign(struct part *p, char sign, const char *what)
{
	if (p->text[0] != sign)
		return false;
	p->value = str_trimmed(p->text + 1);
	if (*p->value == '\0')
		p->fault = xasprintf("%s after \"%c\"?", what, sign);
	return true;
}

static bool
read_cluster(struct part *p, const struct how *how)
{
	(void)how;
	return read_sign(p, '#', "which cluster");
}

static bool
read_person(struct part *p, const struct how *how)
{
	(void)how;
	return read_sign(p, '@', "who");
}

static bool
read_new(struct part *p, const struct how *how)
{
	struct err e;

	(void)how;
	if (!read_sign(p, '+', "which name"))
		return false;
	if (p->fault == NULL && utf8_check(p->value, false, 500, &e) != ST_OK)
		p->fault = xstrdup(e.text);
	return true;
}

static bool
read_name(struct part *p, const struct how *how)
{
	(void)p;
	(void)how;
	return true;
}

/* The order is the rule (quick-entry, "How a line is read"). */
static const struct {
	enum part_kind	 kind;
	bool		(*read)(struct part *, const struct how *);
} table[] = {
	{ PK_FIELD,	 read_field },
	{ PK_ROLE,	 read_role },
	{ PK_WHEN,	 read_when },
	{ PK_YEARS,	 read_years },
	{ PK_MINUTES,	 read_minutes },
	{ PK_DAYS,	 read_days },
	{ PK_PERIOD,	 read_period },
	{ PK_BENCHMARKS, read_benchmarks },
	{ PK_STATUS,	 read_status },
	{ PK_MODE,	 read_mode },
	{ PK_ACCESS,	 read_access },
	{ PK_CLUSTER,	 read_cluster },
	{ PK_PERSON,	 read_person },
	{ PK_NEW,	 read_new },
	{ PK_NUMBER,	 read_number },
	{ PK_NAME,	 read_name },
};

void
part_read(struct part *p, int today, enum date_dir dir,
    const struct entity *ent)
{
	const struct how how = { today, dir, ent };

	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
		if (table[i].read(p, &how)) {
			p->kind = table[i].kind;
			return;
		}
}
