/* week.h - what tests of the working week share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_APP_WEEK_H
#define TESTS_APP_WEEK_H

#include "tests/app/world.h"

/* Fail, naming the line, unless the field has this text. */
void	 week_expect(struct app *, const char *ent, int64_t id, const char *field,
	    const char *want, int line);
#define expect(app, ent, id, field, want) \
	week_expect(app, ent, id, field, want, __LINE__)
void	 week_give(struct app *, const char *ent, int64_t id, const char *field,
	    const char *value, int line);
#define give(app, ent, id, field, value) \
	week_give(app, ent, id, field, value, __LINE__)
/* Take back the step SEQ, or the newest. */
void	 week_undo_seq(struct app *, int64_t seq);
void	 week_undo(struct app *);
/* "FIELD=ref", as the tests name a record; the caller frees it. */
char	*week_code(const char *field, struct app *, const char *ent, int64_t id);
/* Two schools, 900001 and 900002. */
void	 week_schools(struct app *);
/* How many records of the kind there are. */
size_t	 week_count(struct app *, const char *entity);

#endif
