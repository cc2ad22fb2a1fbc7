/* world.h - a session on a new database, and records in one line each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_APP_WORLD_H
#define TESTS_APP_WORLD_H

#include "app/app.h"
#include "model/row.h"
#include "tests/lib/test.h"

/* A new database in a folder of its own; today is 2026-11-20, user "tester". */
void	 world_open(struct app *app);
/* A second session, of USER, on the database of the first. */
void	 world_open_as(struct app *app, const struct app *first, const char *user);
void	 world_close(struct app *app);

/* Fail with the words when ST is not ST_OK. */
#define must(st, e) must_at((st), (e), __FILE__, __LINE__)
void	 must_at(enum status st, const struct err *e, const char *file, int line);

/* Make a record from "field=value" words, ending with NULL, in one step. */
int64_t	 world_add(struct app *, const char *entity, ...);
/* Change it; the status is returned for the caller to check. */
enum status world_set(struct app *, const char *entity, int64_t id,
	    const char *field, const char *value, struct err *);
/* A field's text; the caller frees it. */
char	*world_get(struct app *, const char *entity, int64_t id, const char *field);
/* The whole database as text, journal and the user of the session aside: to
 * compare two states. */
char	*world_dump(struct app *);
/* Fail unless caseload check finds everything in order. */
void	 world_is_whole(struct app *);
/* … or finds only what begins with WORDS. */
void	 world_is_whole_but(struct app *, const char *words);

#endif
