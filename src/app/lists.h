/* lists.h - one list as screens hold it: entity, filter as typed, order,
 * columns; a door to db/list.h.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_LISTS_H
#define APP_LISTS_H

#include "app/app.h"
#include "base/waiting.h"
#include "db/list.h"

struct lister {
	struct app	*app;
	struct list_spec spec;		/* spec.cols is cols */
	struct filter	*filter;
	char		*text;		/* the filter as typed */
	int		*cols;		/* fields shown, the caller may reorder */
	size_t		 ncols;
	bool		 other_day;	/* as at spec.today, whatever today is */
};

/* The entity's own order and columns, with the filter TEXT, ST_USAGE when that is
 * wrong. On failure nothing is left to free. */
enum status	lister_open(struct lister *, struct app *, const struct entity *,
		    const char *text, struct err *) MUST_CHECK;
void		lister_close(struct lister *);
/* Another filter; a wrong one is refused and the old one stays. */
enum status	lister_filter(struct lister *, const char *text, struct err *) MUST_CHECK;
/* The same from arguments of a command (filter_parse_args). */
enum status	lister_args(struct lister *, const struct strs *, struct err *) MUST_CHECK;
/* As at the end of DAY, instead of the real today; the filter is read again with
 * the next lister_filter. */
void		lister_day(struct lister *, int day);
/* FIELD -1 is the entity's own order. */
void		lister_sort(struct lister *, int field, bool desc);
void		lister_columns(struct lister *, const int *cols, size_t n);
/* Reading pages stops short after so long: for screens. 0: never. */
void		lister_slice(struct lister *, int ms);
/* As list_read; what it reads can be stopped (lists_stop). */
enum status	lister_page(struct lister *, const struct list_row *at, bool forward,
		    size_t limit, struct list_page *, struct err *) MUST_CHECK;
/* As list_these, list_one. */
enum status	lister_these(struct lister *, const int64_t *ids, size_t n,
		    struct list_page *, struct err *) MUST_CHECK;
enum status	lister_one(struct lister *, int64_t id, struct list_page *, bool *found,
		    struct err *) MUST_CHECK;
/* How many match, at most LIMIT + 1 are counted. */
enum status	lister_count(struct lister *, int64_t limit, int64_t *out,
		    struct err *) MUST_CHECK;
enum status	lister_each(struct lister *,
		    enum status (*fn)(void *arg, int64_t id, struct err *), void *arg,
		    struct err *) MUST_CHECK;

/* The filter a list of ENT opens with, appended: "is:open mine", without mine
 * for a user who coordinates no school and owns no task. */
void		lists_begin(struct app *, const struct entity *, struct buf *out);

/* While FN is set and returns true, long reads end with ST_INTERRUPTED. */
void		lists_stop(struct app *, bool (*fn)(void *arg), void *arg);
/* Called while waiting for another's save with the time waited
 * (db_on_wait). */
void		lists_wait(struct app *, waiting_fn fn, void *arg);
/* A number that changes when somebody else saves. Waits for nothing. */
int64_t		lists_version(struct app *);
/* Are there any records at all? For the welcome. */
bool		lists_empty(struct app *);
/* Is there a record of ENT in use? */
bool		lists_used(struct app *, const struct entity *);

#endif
