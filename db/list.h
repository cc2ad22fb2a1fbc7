/* list.h - pages of records by filter and order, made from the field tables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keyset paging: a page is what follows (or comes before) a row, never an
 * offset. No count is made to paint. The plan test walks every (entity,
 * field, operator) and (entity, sort, direction, next or previous page).
 */
#ifndef DB_LIST_H
#define DB_LIST_H

#include "db/db.h"
#include "model/filter.h"

#define LIST_SORTS	4	/* further keys after the first */

struct list_spec {
	const struct entity *ent;
	const struct filter *filter;	/* NULL: all that are not archived */
	int		 sort;		/* field index; -1: the entity's own order
					 * (main date newest first, else name) */
	bool		 desc;
	struct {			/* further keys, for list_each alone */
		int	 field;
		bool	 desc;
	}		 more[LIST_SORTS];
	int		 nmore;
	const int	*cols;		/* fields shown, as display text */
	size_t		 ncols;
	int		 today;
	int		 slice_ms;	/* list_read stops short after so long; 0 never */
};

struct list_row {
	int64_t		 id;
	char		*key;		/* value sorted by, "" for NULL */
	char		**cell;		/* ncols, display text: names for references,
					 * "4 schools" for several, YYYY-MM-DD dates */
	bool		 archived;
};
struct list_page {
	struct list_row	*row;
	size_t		 n, ncols;
	bool		 more;		/* others follow in this direction */
	bool		 stopped;	/* … or may: its time was over */
	struct list_row	 reached;	/* … here, to read on from; no cells */
};

/* At most LIMIT rows after (FORWARD) or before the row AT (NULL: from the
 * start or the end), always in the list's order. PAGE must be zeroed or an
 * earlier page; it is replaced. ST_DENIED when the order is not indexed and
 * more than 5,000 rows match. With slice_ms a page may be short, and even
 * empty, when few of many rows fit: it is then STOPPED. */
enum status	list_read(struct db *, const struct list_spec *, const struct list_row *at,
		    bool forward, size_t limit, struct list_page *page, struct err *) MUST_CHECK;
/* Those of the N records IDS that match, in the list's order. */
enum status	list_these(struct db *, const struct list_spec *, const int64_t *ids,
		    size_t n, struct list_page *page, struct err *) MUST_CHECK;
/* One row again (another's change); *FOUND false when it no longer matches. */
enum status	list_one(struct db *, const struct list_spec *, int64_t id,
		    struct list_page *page, bool *found, struct err *) MUST_CHECK;
void		list_clear(struct list_page *);
/* How many match, counting no further than LIMIT + 1. */
enum status	list_count(struct db *, const struct list_spec *, int64_t limit, int64_t *out,
		    struct err *) MUST_CHECK;
/* The ids of all that match, in order, for bulk actions and exports: FN is
 * called for each; a status other than ST_OK stops and is returned. Paged
 * inside, so that FN may use the database; a record whose place in the order FN
 * changes may be met again. Orders without an index are read whole. */
enum status	list_each(struct db *, const struct list_spec *,
		    enum status (*fn)(void *arg, int64_t id, struct err *), void *arg,
		    struct err *) MUST_CHECK;
/* May the list be sorted by this field whatever its size? */
bool		list_sort_indexed(const struct entity *, int field);

#endif
