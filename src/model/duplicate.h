/* duplicate.h - are two records of one employer, partner or person?
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 7: the company number tells employers apart, but many are written
 * without one. Each thing the two have in common speaks for it, each in which
 * they differ against, by so many points; nothing is read or written.
 */
#ifndef MODEL_DUPLICATE_H
#define MODEL_DUPLICATE_H

#include "base/str.h"
#include "model/row.h"

enum dup_no {
#define DUP(id, points, word) DUP_##id,
#include "model/duplicate.def"
	DUP_MAX
};

enum {
	DUP_SUSPECTED = 50,	/* points from which two are shown */
	DUP_MOST = 100		/* no pair has more */
};

/* One record as it is compared. Texts as they are kept, borrowed; NULL or ""
 * where the kind has none or it is not known. */
struct dup_side {
	const char	*name;
	const char	*number;	/* company number, UKPRN */
	const char	*postcode, *town, *website, *email, *phone;
	const char	*kind;		/* of a partner */
	const char	*places;	/* where a person works, commas between */
	const struct strs *also;	/* other names; may be NULL */
	bool		 person;	/* titles and order of the name's words aside */
	bool		 dormant;	/* the register says that it does nothing */
};

struct dup_judged {
	int		 score;		/* 0..DUP_MOST */
	enum dup_no	 why[DUP_MAX];	/* in the order of the table */
	size_t		 n;
};

/* The same for A, B and B, A. */
void		 dup_judge(const struct dup_side *a, const struct dup_side *b,
		    struct dup_judged *out);
/* "same postcode", "another company number". */
const char	*dup_word(enum dup_no);
/* Above 0 speaks for, below against. */
int		 dup_points(enum dup_no);
/* Those for or those against, commas between, appended. */
void		 dup_words(const struct dup_judged *, bool against, struct buf *out);

/* The name of a company without blanks, marks, legal forms, the and and: what
 * "Bright Forge Ltd" and "Brightforge" share. Caller frees. */
char		*dup_squeezed(const char *name);

/* Keys, each appended: two records that are one share at least one of them, but
 * for odd mistakes. By these candidates are found. */
void		 dup_keys(const struct dup_side *, struct strs *out);

/* SIDE of a record; ALSO is filled for it and must outlive it, as ROW must. */
void		 dup_side_of(const struct row *, struct strs *also,
		    struct dup_side *out);

#endif
