/* filter.h - the filter language of lists, commands and saved views, parsed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * contract.md, "Filters". Parsing knows the fields of one entity and today's
 * date and nothing else; db/list.c turns the terms into SQL.
 */
#ifndef MODEL_FILTER_H
#define MODEL_FILTER_H

#include "base/str.h"
#include "model/entity.h"

enum filter_op {
	OP_WORD,	/* a bare word: names and text */
	OP_EQ,		/* field:a,b - any of the values, by the field's kind */
	OP_LT, OP_LE, OP_GT, OP_GE,
	OP_EMPTY,	/* field: */
	OP_IS		/* is:toclose and other named conditions */
};

struct filter_term {
	enum filter_op	 op;
	bool		 not;		/* -term */
	int		 field;		/* index in the entity, -1 for OP_WORD, OP_IS */
	struct strs	 values;	/* OP_EQ: each folded text, a canonical value,
					 * or "ent/KEY" as typed; a final '*' kept */
	bool		 whole;		/* the value was quoted: take it whole first */
};

struct filter {
	const struct entity *ent;
	struct filter_term *t;
	size_t		 n;
	int		 archived;	/* 0 hidden, 1 only archived, 2 both */
};

/* Parse TEXT for ENT. "" is the empty filter. An unknown field name names the
 * nearest one. Also: since: until: (on the main date), archived:yes|any|no,
 * is:NAME for the conditions of the entity's table in filter.c. */
enum status	filter_parse(const struct entity *ent, const char *text, int today,
		    struct filter **out, struct err *e) MUST_CHECK;
void		filter_free(struct filter *f);		/* NULL is fine */
/* The same from arguments of a command, each one term. */
enum status	filter_parse_args(const struct entity *ent, char *const *arg, size_t n,
		    int today, struct filter **out, struct err *e) MUST_CHECK;

#endif
