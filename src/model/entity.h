/* entity.h - the kinds of record, each a table of fields.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_ENTITY_H
#define MODEL_ENTITY_H

#include <stddef.h>

#include "model/field.h"

struct row;

enum { BENCHMARKS = 8 };

enum entity_no {
#define ENTITY(id) ENT_##id,
#include "model/entities.def"
	ENT_MAX
};

struct entity {
	enum entity_no	 no;
	const char	*id;		/* in commands, CSV headings, history */
	const char	*table;		/* in the database, when id is a keyword of
					 * SQL; NULL: id */
	const char	*title;		/* "School" */
	const char	*plural;	/* "Schools" */
	const char	*ids;		/* plural id taken by import: "schools" */
	const char	*also;		/* other words taken for it, blank between; NULL none */
	int		 go;		/* letter after g, 0 none */
	const struct field *fields;
	size_t		 nfields;
	int		 key;		/* index of the natural key, -1 none */
	int		 main_date;	/* index, -1 none */
	const char	*empty;		/* what an empty list says to do next */
	const char	*begin;		/* filter its list opens with, from g; NULL none */
	bool		 mine;		/* … of what is mine, if anything can be */
	bool		 soonest;	/* by its main date, the first day first */
	const char	*says;		/* what stands at the top of its form; NULL none */
	/* Fill what add and the form start with; TODAY as a day. May be NULL. */
	void		(*defaults)(struct row *, int today);
	/* What follows from what was changed, before the check: OLD is NULL for
	 * a new record. May be NULL. */
	void		(*derive)(const struct row *old, struct row *, int today);
	/* What a change may not touch any more: OLD as it is stored, NOW as it
	 * would be. Undo is not asked. May be NULL. */
	enum status	(*guard)(const struct row *old, const struct row *now,
			    struct err *);
	/* Rules across the fields of one record; names the field at fault. */
	enum status	(*check)(const struct row *, struct err *);
};

extern const struct entity *const entities[ENT_MAX];

const struct entity *entity_find(const char *id);	/* by id or plural; NULL */
/* "1 recipient", "3 CPD sessions", appended: as people say it. */
void		entity_counted(const struct entity *, size_t n, struct buf *out);
/* Its table in the database, and the column by which its sets name it. */
const char	*entity_table(const struct entity *);
/* The entity most like ID, for "did you mean"; NULL when none is near. */
const char	*entity_nearest(const char *id);
int		 entity_field(const struct entity *, const char *id);	/* index or -1 */
const char	*entity_field_nearest(const struct entity *, const char *id);
/* ST_USAGE: it has no field ID; the nearest one, or else all it has. */
enum status	 entity_refuse_field(const struct entity *, const char *id,
		    struct err *e);

#endif
