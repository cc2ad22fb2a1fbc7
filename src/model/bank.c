/* bank.c - bank holidays of England and Wales, by rule and from a file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/bank.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

#define FILE_NAME	"bank-holidays.csv"
#define HEADS		"day title | replaces"
#define TITLE_MAX	100		/* characters */
#define SATURDAY	5
#define SUNDAY		6

enum rule {
	FIXED,			/* day AT of the month, or a substitute */
	EASTER,			/* AT days after Easter Sunday */
	FIRST_MONDAY, LAST_MONDAY	/* of the month */
};

/* Boxing Day is always on the day after Christmas Day, so that whichever of
 * them is on a weekend moves by two days: past the other, or past Sunday. */
static const struct {
	const char	*title;
	enum rule	 rule;
	int		 month, at;
	int		 from_saturday, from_sunday;	/* days to the substitute */
} rules[] = {
	{ "New Year's Day", FIXED, 1, 1, 2, 1 },
	{ "Good Friday", EASTER, 0, -2, 0, 0 },
	{ "Easter Monday", EASTER, 0, 1, 0, 0 },
	{ "Early May bank holiday", FIRST_MONDAY, 5, 0, 0, 0 },
	{ "Spring bank holiday", LAST_MONDAY, 5, 0, 0, 0 },
	{ "Summer bank holiday", LAST_MONDAY, 8, 0, 0, 0 },
	{ "Christmas Day", FIXED, 12, 25, 2, 2 },
	{ "Boxing Day", FIXED, 12, 26, 2, 2 },
};
enum { RULES = sizeof rules / sizeof rules[0] };

/* Anonymous Gregorian algorithm (Nature, 20 April 1876). */
int
easter_sunday(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30;
	int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;

	return day_from_ymd(year, n / 31, n % 31 + 1);
}

static int
first_monday(int year, int month)
{
	int day = day_from_ymd(year, month, 1);

	return day + (7 - day_weekday(day)) % 7;
}

static int
last_monday(int year, int month)
{
	int day = day_from_ymd(year, month, 31);	/* May and August */

	return day - day_weekday(day);
}

/* The day by rule R; *MOVED when it is a substitute day. */
static int
by_rule(int r, int year, bool *moved)
{
	int day, by = 0;

	*moved = false;
	switch (rules[r].rule) {
	case EASTER:
		return easter_sunday(year) + rules[r].at;
	case FIRST_MONDAY:
		return first_monday(year, rules[r].month);
	case LAST_MONDAY:
		return last_monday(year, rules[r].month);
	case FIXED:
		break;
	}
	day = day_from_ymd(year, rules[r].month, rules[r].at);
	if (day_weekday(day) == SATURDAY)
		by = rules[r].from_saturday;
	else if (day_weekday(day) == SUNDAY)
		by = rules[r].from_sunday;
	*moved = by != 0;
	return day + by;
}

/* Index of the first that is not before DAY. */
static size_t
find(const struct bank_days *bs, int day)
{
	size_t lo = 0, hi = bs->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (bs->v[mid].day < day)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static bool
has(const struct bank_days *bs, int day)
{
	size_t i = find(bs, day);

	return i < bs->n && bs->v[i].day == day;
}

static void
put(struct bank_days *bs, int day, char *take_title)
{
	size_t i = find(bs, day);

	if (has(bs, day)) {
		free(bs->v[i].title);
		bs->v[i].title = take_title;
		return;
	}
	bs->v = xreallocarray(bs->v, bs->n + 1, sizeof *bs->v);
	memmove(bs->v + i + 1, bs->v + i, (bs->n - i) * sizeof *bs->v);
	bs->v[i] = (struct bank_day){ day, take_title };
	bs->n++;
}

static void
take_away(struct bank_days *bs, int day)
{
	size_t i = find(bs, day);

	free(bs->v[i].title);
	bs->n--;
	memmove(bs->v + i, bs->v + i + 1, (bs->n - i) * sizeof *bs->v);
}

static void
add_year(struct bank_days *bs, int year)
{
	for (int r = 0; r < RULES; r++) {
		bool moved;
		int day = by_rule(r, year, &moved);

		put(bs, day, xasprintf("%s%s", rules[r].title,
		    moved ? " (substitute day)" : ""));
	}
}

static enum status
read_day(const struct csv_table *t, size_t row, const char *head, int *out,
    struct err *e)
{
	const char *text = csv_table_cell(t, row, head);

	*out = day_from_iso(text);
	if (*out == DAY_NONE)
		return csv_table_refuse(t, row, head, e, "\"%.20s\" is no day: "
		    "write YYYY-MM-DD", text);
	return ST_OK;
}

static enum status
read_row(const struct csv_table *t, size_t row, int first, int last,
    struct bank_days *out, struct err *e)
{
	const char *title = csv_table_cell(t, row, "title");
	bool replaces = csv_table_cell(t, row, "replaces")[0] != '\0';
	struct err why = { 0 };
	int day, old = DAY_NONE;
	enum status st;

	if ((st = read_day(t, row, "day", &day, e)) != ST_OK)
		return st;
	if (replaces && (st = read_day(t, row, "replaces", &old, e)) != ST_OK)
		return st;
	if (title[0] == '\0')
		return csv_table_refuse(t, row, "title", e, "say what day it "
		    "is");
	if (utf8_check(title, false, TITLE_MAX, &why) != ST_OK)
		return csv_table_refuse(t, row, "title", e, "%s", why.text);
	if (day < day_from_ymd(first, 1, 1) || day > day_from_ymd(last, 12, 31))
		return ST_OK;
	if (replaces && !has(out, old) && !has(out, day))
		return csv_table_refuse(t, row, "replaces", e, "%s is no bank "
		    "holiday", csv_table_cell(t, row, "replaces"));
	if (replaces && has(out, old))
		take_away(out, old);
	put(out, day, xstrdup(title));
	return ST_OK;
}

static enum status
read_file(const struct csv_source *src, int first, int last,
    struct bank_days *out, struct err *e)
{
	struct csv_table t;
	enum status st = csv_table_read(src, HEADS, &t, e);

	if (st != ST_OK)
		return st;
	for (size_t i = 0; i < t.n && st == ST_OK; i++)
		st = read_row(&t, i, first, last, out, e);
	csv_table_clear(&t);
	return st;
}

enum status
bank_days_load(const struct csv_source *hub, int first, int last,
    struct bank_days *out, struct err *e)
{
	struct csv_source shipped = csv_shipped(FILE_NAME);
	enum status st;

	*out = (struct bank_days){ 0 };
	for (int year = first; year <= last; year++)
		add_year(out, year);
	st = read_file(&shipped, first, last, out, e);
	if (st == ST_OK && hub != NULL && hub->text != NULL)
		st = read_file(hub, first, last, out, e);
	if (st != ST_OK)
		bank_days_clear(out);
	return st;
}

void
bank_days_clear(struct bank_days *bs)
{
	for (size_t i = 0; i < bs->n; i++)
		free(bs->v[i].title);
	free(bs->v);
	*bs = (struct bank_days){ 0 };
}

const char *
bank_day(const struct bank_days *bs, int day)
{
	size_t i = find(bs, day);

	return i < bs->n && bs->v[i].day == day ? bs->v[i].title : NULL;
}
