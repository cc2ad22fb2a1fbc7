/* tabs.h - what stands in a tab of a record: fields, a list, days, steps.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_TABS_H
#define UI_TABS_H

#include "model/row.h"
#include "ui/screen.h"

struct tab;
struct list_view;

struct tab_ops {
	size_t		 size;		/* of the struct that starts with struct tab */
	unsigned	 groups;	/* of the record's groups it answers */
	bool		 filters;	/* also the filter, without all of G_LIST */
	enum status	(*open)(struct tab *, struct err *);
	void		(*close)(struct tab *);
	void		(*layout)(struct tab *);	/* tab->rows, cols are set */
	void		(*draw)(struct tab *, int y);
	bool		(*has_row)(const struct tab *);
	enum request	(*request)(struct tab *, enum request);
	/* What Enter does here, for the bar, where it does not open. */
	const char	*enter;
	void		(*refresh)(struct tab *, bool own);
	bool		(*idle)(struct tab *);
	void		(*hint)(const struct tab *, struct buf *);
	void		(*right)(const struct tab *, struct buf *);
	/* The record under the cursor, of info->list: what e, x, t and their like
	 * mean. NULL: the record whose tab it is. */
	bool		(*here)(const struct tab *, const struct entity **, int64_t *id);
};

struct tab_info {
	enum entity_no	 ent;
	const char	*title;
	const struct tab_ops *ops;
	int		 list;		/* entity_no of its rows, -1 none */
	const char	*field, *extra, *opens;
};

struct tab {
	const struct tab_info *info;
	struct screen	*s;		/* the record's screen */
	struct ui	*ui;
	const struct row *row;		/* the record; another after refresh */
	int		 rows, cols;
};

extern const struct tab_ops tab_chasing, tab_fields, tab_list, tab_timeline,
	tab_history, tab_overview, tab_benchmarks, tab_page, tab_plan,
	tab_return, tab_suggest, tab_fits;

/* A refresh that opens once more and lays out; where it cannot be read, what is
 * shown stays. For tabs whose open may be called again. */
void	tab_read_again(struct tab *, bool own);
/* A new record of list tab INFO with the link to OWNER filled in. */
void	tab_add(struct ui *, const struct tab_info *, const struct row *owner);
/* The tabs of ENT, at most MAX; those without a row have Overview, History. */
size_t	tabs_of(const struct entity *, const struct tab_info **out, size_t max);

#endif
