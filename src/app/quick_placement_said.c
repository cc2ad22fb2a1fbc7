/* quick_placement_said.c - what a line says of a placement: days, places,
 * checks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_placement.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"
#include "model/tables.h"

/* --- checks -------------------------------------------------------------- */

enum how {
	SEEN,		/* the day it was seen, today when none is said */
	AHEAD,		/* the day on which it runs out, or is to be */
	AGREED,		/* there, unless "no" follows */
	STANDS		/* one of the field's words */
};

/* A longer wording before the shorter one it begins with. */
static const struct check {
	const char	*word;
	int		 field;
	enum how	 how;
} checks[] = {
	{ "risk assessment", F_placement_risk, SEEN },
	{ "risk", F_placement_risk, SEEN },
	{ "safety check", F_placement_safety, SEEN },
	{ "safety", F_placement_safety, SEEN },
	{ "public liability", F_placement_public_liability, AHEAD },
	{ "employers' liability", F_placement_liability, AHEAD },
	{ "liability", F_placement_liability, AHEAD },
	{ "insurance", F_placement_liability, AHEAD },
	{ "visit midway", F_placement_mid_visit, AHEAD },
	{ "consent", F_placement_consent, AGREED },
	{ "agreement", F_placement_agreement, AGREED },
	{ "emergency contact", F_placement_emergency, AGREED },
	{ "emergency", F_placement_emergency, AGREED },
	{ "early years", F_placement_early_years, AGREED },
	{ "send", F_placement_send, AGREED },
	{ "dbs", F_placement_dbs_status, STANDS },
};

static const struct check *
check_of(const char *text, const char **rest)
{
	for (size_t i = 0; i < COUNT_OF(checks); i++) {
		size_t n = strlen(checks[i].word);

		if (!str_istarts(text, checks[i].word) ||
		    (text[n] != '\0' && text[n] != ' '))
			continue;
		*rest = text + n + strspn(text + n, " ");
		return &checks[i];
	}
	return NULL;
}

static void
put_seen(struct reading *r, struct row *said, const struct check *c,
    const char *rest)
{
	int day = r->look->today;
	char shown[24];
	struct err e;

	if (*rest != '\0' && !str_ieq(rest, "ok") && !str_ieq(rest, "seen") &&
	    date_parse(rest, day, DATE_LAST, &day, &e) != ST_OK) {
		read_fault(r, "\"%s %s\": write ok, or the day it was seen",
		    c->word, rest);
		return;
	}
	if (day > r->look->today) {
		day_long(day, shown);
		read_fault(r, "%s: %s is still to come", c->word, shown);
		return;
	}
	put_date(said, c->field, day);
}

static void
put_ahead(struct reading *r, struct row *said, const struct check *c,
    const char *rest)
{
	static const char *const words[] = { "until ", "to ", "on " };
	const char *day_text = rest;
	struct err e;
	int day;

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_istarts(rest, words[i]))
			day_text = rest + strlen(words[i]);
	if (date_parse(day_text, r->look->today, DATE_FORWARD, &day, &e) !=
	    ST_OK)
		read_fault(r, "\"%s %s\": write its day, as %s 31/8/2027",
		    c->word, rest, c->word);
	else
		put_date(said, c->field, day);
}

static void
put_check(struct reading *r, struct row *said, const struct check *c,
    const char *rest)
{
	switch (c->how) {
	case SEEN:
		put_seen(r, said, c, rest);
		break;
	case AHEAD:
		put_ahead(r, said, c, rest);
		break;
	case AGREED:
		put_text(r, said, c->field, *rest == '\0' ||
		    str_ieq(rest, "ok") ? "yes" : rest);
		break;
	case STANDS:
		put_text(r, said, c->field, rest);
		break;
	}
}

/* --- words --------------------------------------------------------------- */

/* "6 places", "4 filled" */
static bool
read_places(struct row *said, const char *text)
{
	size_t n = strspn(text, "0123456789");
	const char *word = text + n + strspn(text + n, " ");
	char *number;
	bool places = str_ieq(word, "places") || str_ieq(word, "place");

	if (n == 0 || n > 4 || (!places && !str_ieq(word, "filled") &&
	    !str_ieq(word, "taken")))
		return false;
	number = xstrndup(text, n);
	row_set(said, places ? F_placement_places : F_placement_filled,
	    number);
	free(number);
	return true;
}

static bool
read_choice(struct row *said, int field, const char *text)
{
	const struct choice *c = field_choice(&said->ent->fields[field], text);

	if (c == NULL || !row_is_empty(said, field))
		return false;
	row_set(said, field, c->word);
	return true;
}

static bool
read_word(struct reading *r, struct row *said, const char *text)
{
	const char *rest;
	const struct check *c = check_of(text, &rest);

	if (c != NULL)
		put_check(r, said, c, rest);
	return c != NULL || read_places(said, text) ||
	    read_choice(said, F_placement_kind, text) ||
	    read_choice(said, F_placement_status, text) ||
	    read_choice(said, F_placement_mode, text);
}

void
placement_words(struct reading *r, struct row *said)
{
	for (size_t i = 0; i < r->parts.n; i++) {
		struct part *p = &r->parts.v[i];

		if ((p->kind == PK_NAME || p->kind == PK_STATUS) &&
		    read_word(r, said, p->text))
			p->kind = PK_TEXT;
	}
}

/* --- parts --------------------------------------------------------------- */

static void
put_number(struct row *said, int field, long n)
{
	char text[24];

	snprintf(text, sizeof text, "%ld", n);
	row_set(said, field, text);
}

static void
put_days(struct reading *r, struct row *said, const struct part *p)
{
	if (p->day == DAY_NONE || p->start >= 0) {
		read_fault(r, "\"%s\": a placement has its first and last "
		    "day", p->text);
		return;
	}
	put_date(said, F_placement_from, p->day);
	if (p->last_day != DAY_NONE)
		put_date(said, F_placement_to, p->last_day);
}

/* "y10 6": places; "y10 4 of 6": 4 of them filled. */
static void
put_years(struct reading *r, struct row *said, const struct part *p)
{
	const struct years_item *it = &p->nums.v[0].it;

	if (p->nums.n > 1 || it->first != it->last ||
	    !row_is_empty(said, F_placement_group)) {
		read_fault(r, "\"%s\": one year group a placement: write two "
		    "lines", p->text);
		return;
	}
	row_set(said, F_placement_group, year_groups[it->first].word);
	if (it->value == YV_COUNT && it->has_of && it->of >= 0) {
		put_number(said, F_placement_filled, it->count);
		put_number(said, F_placement_places, it->of);
	} else if (it->value == YV_COUNT) {
		put_number(said, F_placement_places, it->count);
	}
}

/* "25h", "5d": hours for each pupil. */
static void
put_hours(struct row *said, long minutes)
{
	char text[24];

	if (minutes % 60 == 0)
		snprintf(text, sizeof text, "%ld", minutes / 60);
	else
		snprintf(text, sizeof text, "%.1f", (double)minutes / 60);
	row_set(said, F_placement_hours, text);
}

static void
put_part(struct reading *r, struct row *said, const struct part *p)
{
	switch (p->kind) {
	case PK_WHEN:
		put_days(r, said, p);
		break;
	case PK_YEARS:
		put_years(r, said, p);
		break;
	case PK_MINUTES:
		put_hours(said, p->number);
		break;
	case PK_DAYS:
		put_hours(said, p->number * r->look->hours_per_day * 60 / 100);
		break;
	case PK_MODE:
		row_set(said, F_placement_mode, p->word);
		break;
	case PK_FIELD:
		put_text(r, said, p->field, p->value);
		break;
	case PK_NAME:
	case PK_NEW:
	case PK_VERB:
	case PK_TEXT:
	case PK_CLUSTER:
		break;
	default:
		read_fault(r, "\"%s\" is no part of a placement: write %s",
		    p->text, r->verb->told.example);
	}
}

void
placement_parts(struct reading *r, struct row *said)
{
	for (size_t i = 0; i < r->parts.n; i++)
		if (r->parts.v[i].fault == NULL)
			put_part(r, said, &r->parts.v[i]);
}

void
placement_put(struct row *row, const struct row *said)
{
	for (int f = 0; (size_t)f < row->ent->nfields; f++)
		if (row->ent->fields[f].type != FT_SET &&
		    !row_is_empty(said, f))
			row_set(row, f, row_get(said, f));
}

/* --- the echo ------------------------------------------------------------ */

/* "Mon 12 Jul 2027 to Fri 16 Jul 2027" */
static void
tell_days(struct reading *r, const struct row *row)
{
	int from = row_day(row, F_placement_from);
	int to = row_day(row, F_placement_to);
	char a[24], z[24] = "";

	if (from == DAY_NONE)
		return;
	day_long(from, a);
	if (to != DAY_NONE)
		day_long(to, z);
	read_tell(r, "date", xasprintf("%s%s%s", a, *z != '\0' ? " to " : "",
	    z), NULL);
}

static void
tell_group(struct reading *r, const struct row *row)
{
	struct buf b;

	if (row_is_empty(row, F_placement_group))
		return;
	buf_init(&b, BUF_LINE);
	year_group_shown(row_get(row, F_placement_group), &b);
	read_tell(r, "years", buf_take(&b), NULL);
}

void
placement_tell(struct reading *r, const struct row *row)
{
	static const struct {
		int field;
		const char *lead;
	} shown[] = {
		{ F_placement_places, "places " },
		{ F_placement_filled, "filled " },
		{ F_placement_hours, "hours each " },
		{ F_placement_mode, "" },
		{ F_placement_risk, "risk assessment " },
		{ F_placement_safety, "safety check " },
		{ F_placement_liability, "employers' liability to " },
		{ F_placement_public_liability, "public liability to " },
		{ F_placement_mid_visit, "visit midway " },
		{ F_placement_consent, "consent " },
		{ F_placement_agreement, "agreement " },
		{ F_placement_emergency, "emergency contact " },
		{ F_placement_early_years, "early years " },
		{ F_placement_send, "SEND " },
		{ F_placement_dbs_status, "DBS " },
		{ F_placement_reason, "reason: " },
		{ F_placement_summary, "summary: " },
		{ F_placement_note, "note: " },
		{ F_placement_status, "" },
	};

	tell_field(r, row, F_placement_kind, "");
	tell_days(r, row);
	tell_group(r, row);
	for (size_t i = 0; i < COUNT_OF(shown); i++)
		if (!row_is(row, shown[i].field, "in person"))
			tell_field(r, row, shown[i].field, shown[i].lead);
}
