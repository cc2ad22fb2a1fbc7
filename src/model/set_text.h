/* set_text.h - what the readers and writers of the shapes of set share; only
 * set.c and years*.c include it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef MODEL_SET_TEXT_H
#define MODEL_SET_TEXT_H

#include "model/set.h"

/* Reading one set. */
struct set_in {
	const struct row	*r;
	const struct field	*f;
	const struct setdef	*def;
	const struct set	*had;	/* what the field holds now */
	const struct parse	*p;
	char			 op;	/* 0, '+' or '-' */
	struct set		*got;	/* where members go */
	struct err		*e;
};
/* Writing one. */
struct set_out {
	const struct row	*r;
	const struct setdef	*def;
	const struct set	*s;
	ref_name_fn		 name;
	void			*arg;
	bool			 shown;	/* for reading: Y10 */
	struct buf		*out;
};

enum status	years_read(struct set_in *, const char *text);
void		years_write(const struct set_out *);
enum status	counts_read(struct set_in *, const char *text);
void		counts_write(const struct set_out *);
enum status	answers_read(struct set_in *, const char *text);
void		answers_write(const struct set_out *);

/* One cell by its column's parser; errors name the set's field. */
enum status	cell_read(struct set_in *, size_t col, const char *text,
		    struct buf *out);

/* Text whose parts may begin with a school: "136578: y9 60; 136579: y10 30".
 * ITEM is called for each piece between commas, with its school's code. */
typedef enum status (*item_fn)(struct set_in *, const char *school,
		    const char *item);
enum status	schools_read(struct set_in *, const char *text, item_fn);
/* Which schools a record has: the codes, borrowed from R. */
size_t		schools_of(const struct row *, const char **codes, size_t max);
/* "REF: ITEM, ITEM; REF: …", the school left out when it is the only one. */
void		schools_write(const struct set_out *, void (*item)
		    (const struct set_out *, const struct member *));
/* How a school is written before its colon: NAME's text without "school/". */
void		school_label(ref_name_fn, void *arg, const char *code,
		    struct buf *out);

#endif
