/* access.c - one school's meetings with providers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/access.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/inner.h"

/* Parts of a line of ACCESS_MEETINGS. */
enum {
	AM_ID, AM_DAY, AM_PLANNED, AM_GROUP, AM_HOURS, AM_MINUTES,
	AM_ATTENDED, AM_SPLIT, AM_TICKS, AM_PROVIDERS, AM_PARTS
};

static long
number(const char *text)
{
	int64_t n;

	return text != NULL && str_int(text, 0, INT32_MAX, &n) ? (long)n : -1;
}

static unsigned
contents(const char *ticks)
{
	struct strs have = { 0 };
	unsigned bits = 0;

	str_split(&have, ticks, ',');
	for (unsigned i = 0; i < ACCESS_CONTENTS; i++)
		if (strs_has(&have, access_contents[i]))
			bits |= 1u << i;
	strs_clear(&have);
	return bits;
}

/* "123 yes,456 not known": those that are not unapproved. */
static void
read_providers(const char *text, struct access_meeting *m)
{
	struct strs each = { 0 };

	str_split(&each, text, ',');
	m->provider = xcalloc(each.n + 1, sizeof *m->provider);
	for (size_t i = 0; i < each.n; i++) {
		char *blank = strchr(each.v[i], ' ');

		if (blank == NULL)
			continue;
		*blank = '\0';
		if (str_eq(blank + 1, "no"))
			m->refused = true;
		else
			m->nproviders += str_int(each.v[i], 1, INT64_MAX,
			    &m->provider[m->nproviders]);
	}
	strs_clear(&each);
}

static void
read_meeting(const char *line, struct access_school *out)
{
	struct access_meeting *m = &out->meeting[out->n];
	struct strs part = { 0 };

	str_split(&part, line, '|');
	if (part.n == AM_PARTS) {
		char *const *v = part.v;

		*m = (struct access_meeting){
			.day = day_from_iso(v[AM_DAY]),
			.group = year_group(v[AM_GROUP]),
			.planned = v[AM_PLANNED][0] == '1',
			.in_hours = v[AM_HOURS][0] == '\0' ? -1 :
			    str_eq(v[AM_HOURS], "yes"),
			.minutes = number(v[AM_MINUTES]),
			.attended = number(v[AM_ATTENDED]),
			.shared = v[AM_SPLIT][0] == '1',
			.covered = contents(v[AM_TICKS]),
		};
		(void)str_int(v[AM_ID], 1, INT64_MAX, &m->id);
		read_providers(v[AM_PROVIDERS], m);
		out->n++;
	}
	strs_clear(&part);
}

static void
read_rolls(const char *text, struct access_school *out)
{
	struct strs each = { 0 };

	str_split(&each, text, ',');
	for (size_t i = 0; i < each.n; i++) {
		char *blank = strchr(each.v[i], ' ');
		int g;

		if (blank == NULL)
			continue;
		*blank = '\0';
		if ((g = year_group(each.v[i])) >= 0)
			out->roll[g] = number(blank + 1);
	}
	strs_clear(&each);
}

void
access_unpack(const char *type_code, const char *type, const char *low,
    const char *high, const char *rolls, const char *meetings,
    struct access_school *out)
{
	struct access_school s = {
		.type_code = type_code != NULL ? type_code : "",
		.type = type != NULL ? type : "",
		.low = number(low), .high = number(high),
	};
	struct strs line = { 0 };

	for (int i = 0; i < YG_MAX; i++)
		s.roll[i] = -1;
	if (rolls != NULL)
		read_rolls(rolls, &s);
	if (meetings != NULL)
		str_split(&line, meetings, '\n');
	s.meeting = xcalloc(line.n + 1, sizeof *s.meeting);
	for (size_t i = 0; i < line.n; i++)
		read_meeting(line.v[i], &s);
	strs_clear(&line);
	*out = s;
}

static const char *
text_or_null(struct stmt *s, int col)
{
	return db_null(s, col) ? NULL : db_text(s, col);
}

static void
add_more(struct access_school *s, const struct access_meeting *more, size_t n)
{
	s->meeting = xreallocarray(s->meeting, s->n + n + 1,
	    sizeof *s->meeting);
	for (size_t i = 0; i < n; i++) {
		struct access_meeting *m = &s->meeting[s->n++];

		*m = more[i];
		m->provider = xcalloc(m->nproviders + 1, sizeof *m->provider);
		for (size_t k = 0; k < m->nproviders; k++)
			m->provider[k] = more[i].provider[k];
	}
}

enum status
access_read(struct db *db, int64_t school, int today,
    struct access_school *out, struct access *all, struct err *e)
{
	return access_read_with(db, school, today, NULL, 0, out, all, e);
}

enum status
access_read_with(struct db *db, int64_t school, int today,
    const struct access_meeting *more_meetings, size_t n,
    struct access_school *out, struct access *all, struct err *e)
{
	struct access_school r = { .type_code = "", .type = "" };
	struct access a = { .applies = ACCESS_UNKNOWN };
	struct stmt *s;
	enum status st;
	char iso[11];
	bool more;

	day_iso(today, iso);
	if ((st = db_stmt(db, Q_ACCESS_SCHOOL, &s, e)) ||
	    (st = db_bindf(s, e, "sl", iso, school)) ||
	    (st = db_step(s, &more, e)))
		return st;
	if (more) {
		access_unpack(db_text(s, 0), db_text(s, 1),
		    text_or_null(s, 2), text_or_null(s, 3), db_text(s, 4),
		    db_text(s, 5), &r);
		add_more(&r, more_meetings, n);
		if (db->access != NULL)
			access_of(db->access, &r, today, &a);
		db_done(s);
	}
	r.type_code = r.type = "";
	*out = r;
	*all = a;
	return ST_OK;
}
