/* monthly.h - the month-end return: what the register wants, what we lack, how
 * it differs from the register's own download.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 8. The register takes no files and prints no list of its fields
 * that could be shipped: src/data/return-fields.csv says in our words what it
 * asks for, in the order of its pages, and a hub's file of the same name adds
 * rows or puts one in place of those with the same record and heading:
 *
 *	record	 school, volunteer, match or another kind of record
 *	field	 one of its fields; of what a reference names, "contact.email";
 *		 of who holds a role at a school, "careers leader.email"
 *	heading	 the column; kinds of record may share one
 *	required yes or no: empty, it is to mend
 *	key	 records with the same key are one: a number for each part of the
 *		 key, of whose columns the first that both have decides
 */
#ifndef MODEL_MONTHLY_H
#define MODEL_MONTHLY_H

#include <stdint.h>

#include "base/buf.h"
#include "base/csv_table.h"
#include "model/entity.h"

struct monthly_field {
	const struct entity *ent;
	char		*path;		/* "stage", "contact.email" */
	int		 field;		/* index of what stands before the dot in
					 * ENT; -1: a role of a school */
	char		*rest;		/* what stands after it, or NULL */
	char		*heading;
	size_t		 col;		/* index in heads */
	bool		 required;
	int		 key;		/* part of the key, 0 none */
};
struct monthly {
	struct monthly_field *v;
	size_t		 n;
	struct strs	 heads;		/* columns, in their order */
};
/* The shipped table and the hub's (NULL none). A wrong row is refused with its
 * file and line. *OUT is for monthly_free. */
enum status	 monthly_load(const struct csv_source *hub, struct monthly **out,
		    struct err *) MUST_CHECK;
void		 monthly_free(struct monthly *);
/* The field of ENT under column COL, or NULL. */
const struct monthly_field *monthly_under(const struct monthly *,
		    const struct entity *, size_t col);

/* One record as the register has it: a text a column; NULL where its kind has
 * no such column, a file lacks it, or it is of what a record does not name: the
 * e-mail of a careers leader who is not there. Then it is no gap, and is not
 * compared where THERE lacks it. */
struct monthly_record {
	const struct entity *ent;
	int64_t		 id;		/* 0 of one read from a file */
	char		*name;		/* "Northgate School - Tom Adeyemi" */
	char		**cell, **folded;
};
struct monthly_set {			/* zeroed is empty */
	struct monthly_record *v;
	size_t		 n;
	bool		 has[ENT_MAX];	/* kinds it is about */
};
void		 monthly_clear(const struct monthly *, struct monthly_set *);
/* A new one of ENT, its cells NULL; set them with monthly_put, then end with
 * monthly_named. */
struct monthly_record *monthly_add(const struct monthly *, struct monthly_set *,
		    const struct entity *, int64_t id);
void		 monthly_put(struct monthly_record *, size_t col, const char *text);
void		 monthly_named(const struct monthly *, struct monthly_record *);

/* --- what is to mend --------------------------------------------------------- */

struct monthly_gap {
	size_t		 record;	/* in the set */
	const struct monthly_field *f;	/* which is empty */
};
/* All of them, in the order of the set; *OUT is the caller's to free. */
size_t		 monthly_gaps(const struct monthly *, const struct monthly_set *,
		    struct monthly_gap **out);
/* "highest qualification is empty"; appended. */
void		 monthly_gap_said(const struct monthly_gap *, struct buf *out);
/* The gaps of the record that GAP is of, the first of LEFT: how many. */
size_t		 monthly_gaps_run(const struct monthly_gap *, size_t left);
/* "highest qualification, employment status are empty" of N gaps; appended. */
void		 monthly_gaps_said(const struct monthly_gap *, size_t n, struct buf *out);
/* How many records have gaps. */
size_t		 monthly_gaps_records(const struct monthly_gap *, size_t n);

/* --- the file ------------------------------------------------------------------ */

/* "Record" and the columns, a row a record; appended. */
void		 monthly_csv(const struct monthly *, const struct monthly_set *,
		    struct buf *out);
/* The same back, or the register's download: columns in any order, those not
 * known are passed over. Without a column Record all rows are of the kind
 * whose columns fit best. NAME is what messages call it. */
enum status	 monthly_read(const struct monthly *, const char *name,
		    const char *text, struct monthly_set *out, struct err *) MUST_CHECK;

/* --- how two differ ------------------------------------------------------------ */

enum monthly_how { MONTHLY_ONLY_HERE, MONTHLY_ONLY_THERE, MONTHLY_OTHER };
struct monthly_diff {
	enum monthly_how how;
	const struct monthly_record *here, *there;	/* NULL: only the other */
	const struct monthly_field *f;	/* of MONTHLY_OTHER */
};
struct monthly_diffs {
	struct monthly_diff *v;
	size_t		 n;
	size_t		 same[ENT_MAX], here[ENT_MAX];	/* records alike, of how many */
};
/* Of the kinds both are about, in the order of HERE, then what only THERE has.
 * Case, accents and how a date is written do not matter. Borrows both. */
void		 monthly_compare(const struct monthly *, const struct monthly_set *here,
		    const struct monthly_set *there, struct monthly_diffs *out);
void		 monthly_diffs_clear(struct monthly_diffs *);
/* "stage: matched here, signed up there", "only here"; THERE is what the other
 * is called ("in the register"); appended. */
void		 monthly_diff_said(const struct monthly_diff *, const char *here,
		    const char *there, struct buf *out);

#endif
