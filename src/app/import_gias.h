/* import_gias.h - one row of the official school data; private to the import
 * of schools.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_IMPORT_GIAS_H
#define APP_IMPORT_GIAS_H

#include "app/importer.h"
#include "model/code_table.h"
#include "model/fields.h"

#define F_NONE	-1

/* A row of map_gias.def with the columns found for it, -1 none. */
struct gias_column {
	int		 field, code_field;
	int		 col, second;	/* second: of the code, or what is joined */
	bool		 coded;
	const struct code_table *table;
};

/* What the file says of every school, from the first pass: enough to know a
 * URN that came before and to propose a successor. */
struct gias_seen;
struct gias_seen *seen_new(void);
void		seen_free(struct gias_seen *);
void		seen_add(struct gias_seen *, int urn, const char *name,
		    const char *postcode, bool closed);
/* The row of school URN says that BEFORE was its predecessor. */
void		seen_follow(struct gias_seen *, int urn, int before);
/* After the last of both. */
void		seen_ready(struct gias_seen *);
/* The schools that name URN their predecessor, one a call from *AT = 0; 0 when
 * there are no more. */
int		seen_next(const struct gias_seen *, int urn, size_t *at);
bool		seen_take(struct gias_seen *, int urn);	/* false: came before */
const char	*seen_name(const struct gias_seen *, int urn);	/* NULL: not there */
/* The open school of that name and postcode other than URN; 0 none. */
int		seen_open(const struct gias_seen *, int urn, const char *name,
		    const char *postcode);

/* One row as read: values in ROW, and which fields the file has. */
struct gias_row {
	struct row	*row;
	bool		 has[F_school_MAX];
	int		 urn;
	bool		 has_links, has_head;
	struct buf	 links;		/* cells of Linked establishments, LF between */
	struct buf	 head;		/* "Ms A Nwosu", "" when nobody is named */
};

/* Remember the predecessors the links of school URN name. */
void		gias_predecessors(struct gias_seen *, int urn,
		    const struct gias_row *);
/* Recompute the proposals of school R (stored as BASE, NULL when new) into
 * its field proposed. */
enum status	gias_propose(struct importer *, const struct gias_seen *,
		    const struct gias_row *, const struct row *base,
		    struct row *r, struct err *) MUST_CHECK;
/* Write the row over what is stored. */
enum status	gias_save(struct importer *, const struct gias_seen *,
		    const struct gias_row *, enum import_verdict *,
		    struct err *) MUST_CHECK;

/* The lines of the field proposed but for the successor URN, which somebody has
 * decided on; appended. */
void		gias_decided(const char *proposed, const char *urn, struct buf *out);

#endif
