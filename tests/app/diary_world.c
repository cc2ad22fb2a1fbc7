/* diary_world.c - a diary's schools and people, and its week as text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/app/diary_world.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"

static void
coordinates(struct app *app, const char *user, const char *school)
{
	char *u = xasprintf("user=user/%s", user);
	char *s = xasprintf("school=school/%s", school);

	world_add(app, "coordinator", u, s, "from=2025-09-01", NULL);
	free(u);
	free(s);
}

void
here_open(struct here *h)
{
	memset(h, 0, sizeof *h);
	world_open(&h->app);
	world_add(&h->app, "school", "urn=900001", "name=North", "la=Newham",
	    "status=Open", NULL);
	world_add(&h->app, "school", "urn=900002", "name=Quay", "la=Havering",
	    "status=Open", NULL);
	world_add(&h->app, "school", "urn=900003", "name=Far", "la=Barnet",
	    "status=Open", NULL);
	world_add(&h->app, "user", "name=dan", NULL);
}

void
here_shared(struct here *h)
{
	here_open(h);
	coordinates(&h->app, "tester", "900001");
	coordinates(&h->app, "tester", "900002");
	coordinates(&h->app, "dan", "900002");
	coordinates(&h->app, "dan", "900003");
}

void
here_close(struct here *h)
{
	diary_clear(&h->d);
	world_close(&h->app);
}

void
look(struct here *h, const char *day, enum diary_layer layer)
{
	struct err e = { 0 };

	diary_clear(&h->d);
	must(diary_read(&h->app, day_from_iso(day), layer, &h->d, &e), &e);
}

/* "Mon 09:30 Visit|North|Ms Bell|dan" a line. */
static char *
lines(const struct here *h)
{
	struct buf b;
	char day[24];

	buf_init(&b, BUF_ROW);
	for (size_t i = 0; i < h->d.n; i++) {
		const struct diary_item *it = &h->d.v[i];

		day_long(it->day, day);
		buf_addf(&b, "%.3s %s %s|%s|%s|%s\n", day, *diary_time(it,
		    true) ? diary_time(it, true) : "-", it->kind, it->title,
		    it->who, it->state);
	}
	return buf_take(&b);
}

void
shows_at(struct here *h, const char *day, enum diary_layer layer,
    const char *text, const char *file, int line)
{
	char *got;

	look(h, day, layer);
	got = lines(h);
	if (!str_eq(got, text))
		print_error("%s:%d: not\n%sbut\n%s", file, line, text, got);
	assert_string_equal(got, text);
	free(got);
}
