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
	OP_IS,		/* is:toclose and other named conditions: .sub holds */
	OP_MINE,	/* mine: of schools the user of the list coordinates */
	OP_OTHERS	/* of is:waiting: not for the user of the list to do */
};

/* How a record may be mine (design.md 5); which user and which day is the
 * list's business. */
enum filter_mine {
	MINE_NEVER,	/* no school, no owner */
	MINE_SELF,	/* a school: I am one of its coordinators */
	MINE_SCHOOL,	/* one of its schools is, or I own it or asked for it */
	MINE_ROLE,	/* a contact: with a role at one */
	MINE_USER,	/* I own it, by the user it names */
	MINE_OWNER	/* I own it, by my name */
};

struct filter_term {
	enum filter_op	 op;
	bool		 not;		/* -term */
	int		 field;		/* index in the entity, -1 for OP_WORD, OP_IS,
					 * OP_OTHERS;
					 * OP_MINE: of filter_mine_of */
	struct strs	 values;	/* OP_EQ: each folded text, a canonical value,
					 * or a reference as typed; a final '*' kept.
					 * OP_WORD: one folded word or quoted phrase,
					 * or ways to read it.
					 * Comparisons: one canonical value */
	bool		 whole;		/* the value was quoted */
	char		*all;		/* OP_EQ of a text or reference typed with
					 * commas, unquoted: the whole of it, in the
					 * form of a value. When a record has exactly
					 * that, it alone is meant. NULL: none */
	struct filter	*sub;		/* OP_IS: the terms it stands for */
};

#define FILTER_MAX_TERMS	50
#define FILTER_MAX_VALUES	500

struct filter {
	const struct entity *ent;
	struct filter_term *t;
	size_t		 n;
	int		 archived;	/* 0 hidden, 1 only archived, 2 both */
};

/* Parse TEXT for ENT. "" is the empty filter. An unknown field name names the
 * nearest one. Also: since: until: (on the main date), archived:yes|any|no,
 * is:NAME for the conditions of the table in filter_is.c, and the word mine
 * (in quotes it is a word like any).
 * What is still being typed is taken: an unclosed quote runs to the end, a
 * lone '-' is nothing. A negated term holds for every record for which the
 * term itself does not, so also where the field is empty.
 * By type, the values are: TEXT NOTE OPEN and words of sets folded; CHOICE the
 * words of the table ('*' spelt out); DATE TIME YEAR INT NUM BOOL canonical;
 * REF ANY and records of sets as typed; a year group, a cohort or a school
 * (filter_line below); other
 * groups folded; a set kept by the program its key, or "differs" for any. */
enum status	filter_parse(const struct entity *ent, const char *text, int today,
		    struct filter **out, struct err *e) MUST_CHECK;
void		filter_free(struct filter *f);		/* NULL is fine */
/* The same from arguments of a command: blanks belong to the value, unless
 * what follows is another field:value (a saved filter in one argument). */
enum status	filter_parse_args(const struct entity *ent, char *const *arg, size_t n,
		    int today, struct filter **out, struct err *e) MUST_CHECK;

/* How a record of ENT may be mine, and the field that says so: its school, its
 * schools or its owner; -1 when none does. */
enum filter_mine filter_mine_of(const struct entity *ent, int *field);
/* The field that says which user owns it or has it to do; -1 none. */
int		filter_owner_of(const struct entity *ent);
/* The field that says which user gave it to its owner; -1 none. */
int		filter_asker_of(const struct entity *ent);
/* The names taken after is: for ENT, separated by ", "; "" when none. */
void		filter_is_names(const struct entity *ent, struct buf *out);
/* How a term compares its values. */
enum filter_kind {
	FK_CONTAINS,	/* free text: folded, holds the value */
	FK_CODE,	/* folded: equal, or a beginning when '*' ends it */
	FK_EXACT,	/* the canonical text is equal */
	FK_NUMBER,	/* as numbers */
	FK_REF,		/* names a record: list.c finds it */
	FK_YEARS,	/* a year group or a school of a SET_YEARS */
	FK_MAP		/* a key of a SET_MAP, or "differs" */
};
enum filter_kind filter_kind(const struct field *f);

/* A value of FK_YEARS: "y10", a school, or both, "900123@y10": one line that is
 * of the school and the group. In place of the group a cohort, by the academic
 * year of its Y7: "2022/23", "900123@2022/23". */
struct filter_line {
	char		*school;	/* "" any; the caller frees it */
	const char	*group;		/* a word of year_groups, or NULL */
	char		 cohort[8];	/* or "" */
};
void		filter_line(const struct field *f, const char *value,
		    struct filter_line *out);

#endif
