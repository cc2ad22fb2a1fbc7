/* placement_checks.c - what is to be minded of a placement.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/placement_checks.h"

#include <string.h>

#include "base/date.h"
#include "base/str.h"

/* Planned or going on; without a last day, until somebody finishes it. */
static bool
is_open(const struct placement_facts *f, int today)
{
	return str_in(f->status, "planned confirmed") ?
	    f->to == DAY_NONE || f->to >= today :
	    str_eq(f->status, "under way");
}

enum { ENDS = 3 };

/* What runs out, and when; the day of a DBS check only to renew it. */
static void
ends(const struct placement_facts *f, const char *word[ENDS], int day[ENDS])
{
	word[0] = "employers' liability";
	day[0] = f->liability;
	word[1] = "public liability";
	day[1] = f->public_liability;
	word[2] = "DBS";
	day[2] = str_eq(f->dbs_status, "renew by") ? f->dbs_date : DAY_NONE;
}

int
placement_expires(const struct placement_facts *f, int today)
{
	const char *word[ENDS];
	int day[ENDS], first = DAY_NONE;

	if (!is_open(f, today))
		return DAY_NONE;
	ends(f, word, day);
	for (int i = 0; i < ENDS; i++)
		if (day[i] != DAY_NONE && (first == DAY_NONE || day[i] < first))
			first = day[i];
	return first;
}

void
placement_expiring(const struct placement_facts *f, int today, int days,
    struct buf *out)
{
	const char *word[ENDS];
	size_t start = out->n;
	char text[24];
	int day[ENDS];

	if (!is_open(f, today))
		return;
	ends(f, word, day);
	for (int i = 0; i < ENDS; i++) {
		if (day[i] == DAY_NONE || day[i] > today + days)
			continue;
		day_long(day[i], text);
		buf_addf(out, "%s%s%s %s", out->n > start ? "; " : "", word[i],
		    day[i] < today ? " ran out" : "",
		    text + strlen("Mon "));
	}
}

void
placement_unchecked(const struct placement_facts *f, int today,
    struct buf *out)
{
	const struct { const char *word; bool missing; } check[] = {
		{ "employers' liability", f->liability == DAY_NONE },
		{ "public liability", f->public_liability == DAY_NONE },
		{ "risk assessment", f->risk == DAY_NONE },
		{ "safety check", f->safety == DAY_NONE },
		{ "consent", !str_eq(f->consent, "yes") },
		{ "agreement", !str_eq(f->agreement, "yes") },
		{ "emergency contact", !str_eq(f->emergency, "yes") },
		{ "DBS", str_eq(f->dbs_status, "asked") },
	};
	size_t start = out->n;

	if (!is_open(f, today))
		return;
	for (size_t i = 0; i < sizeof check / sizeof check[0]; i++)
		if (check[i].missing)
			buf_addf(out, "%s%s", out->n > start ? ", " : "",
			    check[i].word);
}

int
placement_hours(const char *kind, const char *early_years)
{
	if (!str_eq(kind, "t level placement"))
		return 0;
	return str_eq(early_years, "yes") ? T_LEVEL_EARLY_YEARS :
	    T_LEVEL_HOURS;
}
