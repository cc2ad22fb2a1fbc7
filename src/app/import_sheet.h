/* import_sheet.h - columns and rows of a sheet; private to import_sheet*.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_IMPORT_SHEET_H
#define APP_IMPORT_SHEET_H

#include "app/dated.h"
#include "app/import_dates.h"
#include "app/importer.h"
#include "model/framework.h"

enum sheet_use {
	COL_LEFT_OUT,
	COL_REF,	/* the record's reference */
	COL_FIELD,
	COL_GROUP,	/* pupils of one year group: heading "Y10" */
	COL_WHICH,	/* a year group, whose pupils are in … */
	COL_COUNT,	/* … this column */
	COL_ITEM	/* the answer to one item: heading "6.1" */
};

struct sheet_column {
	enum sheet_use	 use;
	int		 field;		/* of all but the first two */
	const char	*group;		/* of COL_GROUP: "y10" */
	char		 item[ITEM_NUMBER];	/* of COL_ITEM */
	bool		 unknown;	/* left out for want of a meaning */
	struct date_column dates;
};

struct sheet_import {
	struct sheet_column *col;	/* as many as headings */
	int		*order;		/* columns in the order they are read */
	size_t		 norder;
	int		 ref;		/* column, -1 none */
	int64_t		 highest;	/* id among the references of the file */
	bool		*has;		/* of the row at hand: field given */
	struct hashset	 refs;		/* ids among the references of the file */
	struct hashset	 waits;		/* rows that name one further down */
	bool		 again;		/* the file is read once more for them */
	struct dated	 dated;		/* what makes dated rows, of the row at hand */
};

/* Find what each heading is. ST_INVALID when the file cannot be read so. */
enum status	sheet_columns(struct importer *, struct sheet_import *,
		    struct err *) MUST_CHECK;
/* Read a cell into field F of R, as the options say. */
enum status	sheet_cell(struct importer *, struct row *r, int f,
		    const char *text, struct err *) MUST_CHECK;
/* The record a reference names: *ID of one that exists, else *MAKE the id a
 * new one is to have (0: any). Never by words. */
enum status	sheet_by_ref(struct importer *, const char *ref, int64_t *id,
		    int64_t *make, char **key, struct err *) MUST_CHECK;
/* The code of a record of ENT, as in "ENT/CODE". */
bool		sheet_code(const struct entity *, const char *text, int64_t *id);
/* A natural key as it is stored: some files lost the zeros of company numbers.
 * Caller frees. */
char		*sheet_key(const struct entity *, const char *text);
/* The record that R, not stored yet, is: by natural key, else by what makes two
 * of its kind one. 0 when it is new. ST_AMBIGUOUS when several fit. */
enum status	sheet_match(struct importer *, const struct row *r,
		    const struct dated *, int64_t *id, struct err *) MUST_CHECK;
/* The encounter that R, not stored yet, is (import_again.c); 0 when it is new.
 * Who takes part is then no longer among what the row gives. */
enum status	sheet_again(struct importer *, struct sheet_import *,
		    const struct row *r, int64_t *id, struct err *) MUST_CHECK;

#endif
