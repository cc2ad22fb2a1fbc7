/* tables.c - choices that several entities share, and rules they share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/tables.h"

#include <stdio.h>
#include <string.h>

const struct choice year_groups[] = {
	{ .word = "r", .label = "Reception", .also = "yr,year r" },
	{ .word = "y1", .label = "Year 1", .also = "1,yr1" },
	{ .word = "y2", .label = "Year 2", .also = "2,yr2" },
	{ .word = "y3", .label = "Year 3", .also = "3,yr3" },
	{ .word = "y4", .label = "Year 4", .also = "4,yr4" },
	{ .word = "y5", .label = "Year 5", .also = "5,yr5" },
	{ .word = "y6", .label = "Year 6", .also = "6,yr6" },
	{ .word = "y7", .label = "Year 7", .also = "7,yr7" },
	{ .word = "y8", .label = "Year 8", .also = "8,yr8" },
	{ .word = "y9", .label = "Year 9", .also = "9,yr9" },
	{ .word = "y10", .label = "Year 10", .also = "10,yr10" },
	{ .word = "y11", .label = "Year 11", .also = "11,yr11" },
	{ .word = "y12", .label = "Year 12", .also = "12,yr12" },
	{ .word = "y13", .label = "Year 13", .also = "13,yr13" },
	{ .word = "y14", .label = "Year 14", .also = "14,yr14" },
	{ .word = "ks3", .label = "Key stage 3" },
	{ .word = "ks4", .label = "Key stage 4" },
	{ .word = "ks5", .label = "Key stage 5" },
	{ .word = "adult", .label = "Adults" },
	{ 0 }
};

_Static_assert(COUNT_OF(year_groups) == YG_MAX + 1, "YG_ names every group");

const struct choice sectors[] = {
	{ .word = "accommodation and food", .also = "hospitality,catering" },
	{ .word = "agriculture" },
	{ .word = "arts and entertainment", .also = "culture" },
	{ .word = "business support" },
	{ .word = "charity", .also = "third sector" },
	{ .word = "construction", .also = "building" },
	{ .word = "creative and media", .also = "creative,media" },
	{ .word = "education" },
	{ .word = "energy and water", .also = "utilities" },
	{ .word = "engineering" },
	{ .word = "finance and insurance", .also = "finance,banking" },
	{ .word = "government", .also = "public administration" },
	{ .word = "health and care", .also = "health,social care" },
	{ .word = "information technology", .also = "tech,digital" },
	{ .word = "law and accountancy", .also = "legal" },
	{ .word = "manufacturing" },
	{ .word = "professional services" },
	{ .word = "property" },
	{ .word = "retail", .also = "retail and wholesale" },
	{ .word = "science and research", .also = "science" },
	{ .word = "sport and leisure", .also = "sport" },
	{ .word = "transport and logistics", .also = "transport" },
	{ .word = "other services" },
	{ 0 }
};

const struct choice roles[] = {
	{ .word = "head", .label = "Head",
	  .also = "headteacher,head teacher,principal" },
	{ .word = "slt sponsor", .label = "SLT sponsor", .also = "slt" },
	{ .word = "careers leader", .label = "Careers leader", .also = "cl" },
	{ .word = "careers adviser", .label = "Careers adviser",
	  .also = "careers advisor" },
	{ .word = "link governor", .label = "Link governor",
	  .also = "careers governor" },
	{ .word = "chair of governors", .label = "Chair of governors",
	  .also = "chair" },
	{ .word = "senco", .label = "SENCO", .also = "sendco" },
	{ .word = "trust lead", .label = "Trust lead" },
	{ .word = "work experience officer",
	  .label = "Work experience officer" },
	{ .word = "office", .label = "Office", .also = "school office" },
	{ .word = "enterprise adviser", .label = "Enterprise Adviser",
	  .also = "ea,enterprise advisor" },
	{ .word = "governor", .label = "Governor" },
	{ .word = "mentor", .label = "Mentor" },
	{ .word = "speaker", .label = "Speaker" },
	{ .word = "contact", .label = "Contact" },
	{ 0 }
};

const char *const required_roles[] = { "head", "careers leader",
    "link governor", NULL };

const struct choice audiences[] = {
	{ .word = "careers leader", .label = "Careers leaders",
	  .also = "leader,leaders" },
	{ .word = "adviser", .label = "Careers advisers",
	  .also = "advisers,careers adviser,advisor" },
	{ .word = "teacher", .label = "Teachers", .also = "staff" },
	{ .word = "governor", .label = "Governors" },
	{ .word = "enterprise adviser", .label = "Enterprise Advisers",
	  .also = "ea,eas" },
	{ 0 }
};

int
year_group(const char *word)
{
	for (int i = 0; i < YG_MAX; i++)
		if (strcmp(year_groups[i].word, word) == 0)
			return i;
	return -1;
}

void
year_group_shown(const char *word, struct buf *out)
{
	bool capital = year_group(word) != YG_ADULT;

	for (; *word != '\0'; word++)
		buf_addc(out, capital && *word >= 'a' && *word <= 'z' ?
		    (char)(*word - 'a' + 'A') : *word);
}

bool
year_group_span(int group, int *first, int *last)
{
	static const struct { int first, last; } bands[] = {
		{ YG_Y7, YG_Y9 }, { YG_Y10, YG_Y11 }, { YG_Y12, YG_Y13 },
	};

	if (group < 0 || group >= YG_ADULT)
		return false;
	*first = group < YG_KS3 ? group : bands[group - YG_KS3].first;
	*last = group < YG_KS3 ? group : bands[group - YG_KS3].last;
	return true;
}

bool
figures_are_ahead(const struct row *r, int today)
{
	int status = entity_field(r->ent, "status");
	int day;

	if (status >= 0 && !row_is_empty(r, status))
		return row_is(r, status, "planned") ||
		    row_is(r, status, "confirmed");
	if (r->ent->main_date < 0)
		return false;
	day = row_day(r, r->ent->main_date);
	return day != DAY_NONE && day > today;
}

enum status
check_order(const struct row *r, int from, int to, struct err *e)
{
	const struct field *f = r->ent->fields;
	int first = row_day(r, from), last = row_day(r, to);
	enum status st;

	if ((st = check_day(r, from, e)) != ST_OK ||
	    (st = check_day(r, to, e)) != ST_OK)
		return st;
	if (first != DAY_NONE && last != DAY_NONE && last < first)
		return field_refuse(e, f[to].id, "%s is before %s, the day "
		    "in \"%s\"", row_get(r, to), row_get(r, from), f[from].id);
	return ST_OK;
}

enum status
check_day(const struct row *r, int field, struct err *e)
{
	int day = row_day(r, field);

	if (day == DAY_NONE || (day >= day_from_ymd(1990, 1, 1) &&
	    day <= day_from_ymd(2100, 12, 31)))
		return ST_OK;
	return field_refuse(e, r->ent->fields[field].id,
	    "%s is not between 1990 and 2100", row_get(r, field));
}

enum status
check_month(const struct field *f, const char *value, struct err *e)
{
	char day[11];

	if (strlen(value) == 7) {
		(void)snprintf(day, sizeof day, "%s-01", value);
		if (day_from_iso(day) >= day_from_ymd(1990, 1, 1) &&
		    day_from_iso(day) <= day_from_ymd(2100, 12, 1))
			return ST_OK;
	}
	return field_refuse(e, f->id, "\"%s\" is not a month: 2026-11",
	    value);
}
