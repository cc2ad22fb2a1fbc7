/* field.h - what a field is: one row of a table drives form, list, CSV, JSON,
 * command, filter, history, help and manual.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every value is kept as canonical text, "" when empty:
 *   TEXT NOTE OPEN CHOICE  as typed (choices: the word of the table)
 *   INT                    decimal
 *   NUM                    decimal with at most two places, no trailing zeros
 *   DATE                   YYYY-MM-DD
 *   TIME                   HH:MM
 *   YEAR                   academic year, 2026/27
 *   BOOL                   yes, no
 *   REF                    the 13 characters of the record's id (model/id.h)
 *   ANY                    entity/ID, one of the entities named in .ref
 *   SET                    not text: see struct set in model/row.h
 * The journal, the JSON of a record and drafts hold exactly these.
 */
#ifndef MODEL_FIELD_H
#define MODEL_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/err.h"

enum field_type {
	FT_TEXT,	/* one line */
	FT_NOTE,	/* several lines */
	FT_INT,
	FT_NUM,
	FT_DATE,
	FT_TIME,
	FT_YEAR,
	FT_BOOL,
	FT_CHOICE,	/* a word of .choices, read in any case */
	FT_OPEN,	/* .choices are suggestions; any text is taken */
	FT_REF,		/* a record of .ref */
	FT_ANY,		/* a record of one of the entities in .ref */
	FT_SET,		/* members, each a row of .set->cols */
	FT_MAX
};

enum {
	FF_REQUIRED	= 1 << 0,	/* add refuses without it */
	FF_LIST		= 1 << 1,	/* a column of the list screen and of tables */
	FF_NAME		= 1 << 2,	/* words go to the name index; part of the title */
	FF_SEARCH	= 1 << 3,	/* text goes to the full-text index */
	FF_KEY		= 1 << 4,	/* natural key: entity/VALUE is a reference */
	FF_CODE		= 1 << 5,	/* filters compare the whole value, or VALUE* */
	FF_MAIN_DATE	= 1 << 6,	/* since: until: and the default order */
	FF_PRIVATE	= 1 << 7,	/* never in a report or an export for others */
	FF_DERIVED	= 1 << 8,	/* computed by db/queries/derived.sql; import ignores it */
	FF_READONLY	= 1 << 9,	/* shown in forms, not typed */
	FF_HIDDEN	= 1 << 10,	/* kept by the program; in no form or list, but in files */
	FF_GIAS		= 1 << 11,	/* owned by the official school data */
	FF_SORT		= 1 << 12,	/* has an index: may sort any number of rows */
	FF_SLOW		= 1 << 13,	/* filtering on it reads every row */
	FF_REPEAT	= 1 << 14,	/* Ctrl-N and d keep it */
	FF_PERSON	= 1 << 15,	/* personal data: its text goes to the people's index */
	FF_SYSTEM	= 1 << 16,	/* archived, archived_for: set by verbs, not in forms */
	FF_DONE		= 1 << 17,	/* a date in a form: a weekday is the last one */
	FF_KIND		= 1 << 18,	/* a choice that says what the record is: a bare word
					 * of a filter finds its words too */
	FF_SPAN		= 1 << 19	/* minutes: 1h30 is read as 90 */
};

struct choice {
	const char	*word;		/* stored, typed, exported */
	const char	*label;		/* shown; NULL: the word */
	int		 bm;		/* benchmark it counts for, 0 none */
	const char	*also;		/* other words for it, comma-separated; NULL none */
};

enum set_shape {
	SET_REFS,	/* records, each with an optional word: employer/0123 (came) */
	SET_WORDS,	/* words: talk, "Bristol, City of" */
	SET_INTS,	/* numbers: 5, 6 */
	SET_YEARS,	/* pupils per school and year group (model/years.h) */
	SET_COUNTS,	/* other groups per school: 136578: young carers 4 */
	SET_MAP,	/* kept by the program: key and value */
	SET_ANSWERS	/* to items, by number: 1.1=yes, 6.1=64/171, 1.3=no "why" */
};

struct setdef {
	const char		*table;
	enum set_shape		 shape;
	const struct field	*cols;		/* keys first, then values */
	size_t			 nkeys, ncols;
	const char		*prefix;	/* may stand before a number, any
						 * case: "bm" of "BM5"; or NULL */
	const char		*carry;		/* owner's field copied into the table,
						 * so that one index serves; or NULL */
};

struct field {
	const char		*id;		/* permanent name, everywhere */
	const char		*col;		/* column, when id is a keyword of SQL; NULL: id */
	enum field_type		 type;
	unsigned		 flags;
	const char		*label;		/* in forms */
	const char		*head;		/* heading of its list column; NULL: label */
	const char		*help;		/* one sentence */
	int			 width;		/* of its list column */
	int			 keep;		/* order of leaving a narrow list: highest goes first; 0 stays */
	int			 max;		/* characters; 0: 500, notes 10000 */
	long			 lo, hi;	/* of INT and NUM; both 0: 0..1e9 */
	const char		*def;		/* default of add and form: "today", a word; NULL none */
	const struct choice	*choices;	/* ends with a NULL word */
	bool			 book;		/* OPEN: the suggestions are the names of
						 * the templates (app/checklist.h) */
	const char		*ref;		/* entity ids, blank between */
	const struct setdef	*set;
	/* A rule on the value alone; VALUE is canonical and not empty. */
	enum status		(*check)(const struct field *, const char *value,
				    struct err *);
};

const char	*field_col(const struct field *f);
const char	*field_head(const struct field *f);
int		 field_max(const struct field *f);
const struct choice *field_choice(const struct field *f, const char *text);	/* by word, label or also, any case; or NULL */

/* The text of a reference, "school/136578" or "school/1J8Q2-M7K9Q-Z4V": a
 * borrowed string, until its next call. */
typedef const char *(*ref_name_fn)(void *arg, const char *ent, int64_t id);

/* What a parser must be told. */
struct parse {
	int		 today;
	enum date_dir	 dir;
	/* Find the record TEXT names among the entities REFS; *OUT is its id and
	 * *ENT its entity id. NULL where references cannot be looked up. */
	enum status	(*resolve)(void *arg, const char *refs, const char *text,
			    const char **ent, int64_t *out, struct err *);
	/* Pupils of SCHOOL in academic year YEAR and GROUP ("y10"): -1 when the
	 * roll is not known. NULL where rolls cannot be looked up. */
	long		(*roll)(void *arg, int64_t school, int year, const char *group);
	/* How errors name a record; NULL: by its code. */
	ref_name_fn	 name;
	void		*arg;		/* handed to the three */
};

/* Text as people and files write it to the canonical form. OUT is reset
 * first. Empty text is always taken and gives "". Refused with the field
 * named, in err.field and as the first word of the sentence, and what would be
 * right. Not for sets (model/set.h). */
enum status	 field_parse(const struct field *f, const char *text,
		    const struct parse *p, struct buf *out, struct err *e) MUST_CHECK;

/* Refuse a value: "FIELD: sentence", FIELD in err.field. */
enum status	 field_refuse(struct err *e, const char *field, const char *fmt, ...)
		    PRINTF(3, 4);
/* A field's check: is it an e-mail address that a draft can be sent to? */
enum status	 field_check_email(const struct field *, const char *value,
		    struct err *e);
/* Put "FIELD: " before the sentence E holds already and name the field. */
enum status	 field_blame(struct err *e, const char *field);

#endif
