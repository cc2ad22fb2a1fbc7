/* diary_who.c - whose a diary is: users, schools and their authorities.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/diary_impl.h"
#include "base/date.h"
#include "base/mem.h"

void
who_add(void *who, int64_t id)
{
	struct who *l = who;

	if (l->n == l->cap) {
		l->cap = l->cap ? 2 * l->cap : 32;
		l->v = xreallocarray(l->v, l->cap, sizeof *l->v);
	}
	l->v[l->n++] = id;
}

static int
by_id(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

void
who_sort(struct who *l)
{
	size_t n = 0;

	if (l->n)
		qsort(l->v, l->n, sizeof *l->v, by_id);
	for (size_t i = 0; i < l->n; i++)
		if (n == 0 || l->v[n - 1] != l->v[i])
			l->v[n++] = l->v[i];
	l->n = n;
}

bool
who_has(const struct who *l, int64_t id)
{
	return l->n > 0 && bsearch(&id, l->v, l->n, sizeof *l->v, by_id);
}

void
who_clear(struct who *l)
{
	free(l->v);
	memset(l, 0, sizeof *l);
}

/* All who coordinate one of the schools so far, and the schools of those. */
static enum status
add_team(struct reading *rd, const char *day, struct err *e)
{
	enum status st = ST_OK;
	size_t i;

	for (i = 0; i < rd->schools.n && !st; i++)
		st = diary_ids(rd->app->db, DIARY_TEAM_OF, NULL,
		    rd->schools.v[i], day, who_add, &rd->users, e);
	who_sort(&rd->users);
	for (i = 0; i < rd->users.n && !st; i++)
		st = diary_ids(rd->app->db, DIARY_SCHOOLS_OF, NULL,
		    rd->users.v[i], day, who_add, &rd->schools, e);
	who_sort(&rd->schools);
	return st;
}

static enum status
find_las(struct reading *rd, struct err *e)
{
	enum status st = ST_OK;

	for (size_t i = 0; i < rd->schools.n && !st; i++) {
		char *la = NULL;

		st = diary_authority(rd->app->db, rd->schools.v[i], &la, e);
		if (!st && !str_empty(la) && !strs_has(&rd->las, la))
			strs_add(&rd->las, la);
		free(la);
	}
	return st;
}

/* "priya + dan": whoever looks first. */
static enum status
name_it(struct reading *rd, struct err *e)
{
	struct strs names = { 0 };
	enum status st = ST_OK;

	strs_add(&names, rd->app->user);
	for (size_t i = 0; i < rd->users.n && !st; i++) {
		char *name = NULL;

		st = diary_user(rd->app->db, rd->users.v[i], &name, e);
		if (!st && !str_eq(name, rd->app->user))
			strs_add(&names, name);
		free(name);
	}
	rd->d->whose = strs_join(&names, " + ");
	strs_clear(&names);
	return st;
}

enum status
diary_find_who(struct reading *rd, struct err *e)
{
	struct db *db = rd->app->db;
	char day[11];
	enum status st;

	day_iso(rd->app->today, day);
	if ((st = diary_ids(db, DIARY_MY_USERS, rd->app->user, 0, day,
	    who_add, &rd->users, e)) != ST_OK ||
	    (st = diary_ids(db, DIARY_MY_SCHOOLS, rd->app->user, 0, day,
	    who_add, &rd->schools, e)) != ST_OK)
		return st;
	who_sort(&rd->users);
	who_sort(&rd->schools);
	rd->all = rd->schools.n == 0;
	if (rd->all) {
		rd->d->whose = xstrdup("everybody");
		return ST_OK;
	}
	if (rd->d->layer != DIARY_MINE)
		st = add_team(rd, day, e);
	if (!st)
		st = find_las(rd, e);
	return st ? st : name_it(rd, e);
}
