/* list_impl.h - what the files of the lists share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list is read in three steps. list_need.c looks up what the terms of the
 * filter name (records, authorities): each term becomes a struct need.
 * list_term.c makes a check of each need, a condition on one row, and
 * list_cand.c, where an index leads to them, the ids that may fit. list_plan.c
 * decides what drives: one organisation's rows in order of date, a bounded
 * number of candidates, or a walk along the order itself with the checks.
 */
#ifndef DB_LIST_IMPL_H
#define DB_LIST_IMPL_H

#include "db/list.h"
#include "db/made.h"

enum {
	LIST_REFS = 200,	/* records a value may name; more: checked by words */
	LIST_NAMED = 5000,	/* records all values of a term may name */
	LIST_BOUND = 10000,	/* candidates that may drive */
	LIST_DISTINCT = 1000,	/* different values looked through for a code */
	LIST_SORTED = 5000	/* rows sorted by a field without an index */
};

struct ref {
	enum entity_no	 ent;
	int64_t		 id;
};
/* One of the values of a term, looked up. */
struct need_value {
	const char	*text;		/* of the filter */
	struct ref	*ref;		/* what it names */
	size_t		 nref;
	unsigned	 wide;		/* bits of entities of which it names more
					 * than LIST_REFS: by words */
	char		*words;		/* … these, folded; or NULL */
};
struct need {
	const struct filter_term *term;
	struct need_value *value;
	size_t		 nvalue;
	struct need_value named;	/* FK_REF: what all values name, wide or not */
	struct strs	 exact;		/* FK_CODE: the stored values that fit */
	bool		 is_exact;	/* … they are all there are, and indexed */
	struct need	*sub;		/* OP_IS, nsub of them */
	size_t		 nsub;
};

/* list_need.c */
enum status	needs_make(struct db *, const struct filter *, struct need **out,
		    size_t *n, struct err *) MUST_CHECK;
void		needs_free(struct need *, size_t n);

/* list_term.c: the condition of a need on row t of ENT. */
void		need_check(const struct entity *, const struct need *, int today,
		    struct sql *out);
/* How values are compared, and those of a list; the empty text or NULL. */
const char	*term_sign(enum filter_op);
void		term_exact(const char *expr, const struct strs *v, struct sql *out);
bool		term_empty_is_text(const struct field *);

/* list_cand.c: a select of the ids that may fit, from an index; false when
 * none leads there. */
bool		need_candidates(const struct entity *, const struct need *,
		    struct sql *out);

/* list_word.c */
/* Row ROW (an alias) of ENT has a word of its names that begins with WORD. */
void		word_check(const struct entity *, const char *row,
		    const char *word, struct sql *out);
/* … with each word of WORDS. */
void		words_check(const struct entity *, const char *row,
		    const char *words, struct sql *out);
bool		has_names(const struct entity *);
/* Fields through which a bare word finds records: whom they are about. */
bool		is_through(const struct field *);
void		bare_check(const struct entity *, const struct need *,
		    struct sql *out);
bool		bare_candidates(const struct entity *, const struct need *,
		    struct sql *out);
/* Records whose names or texts may hold TEXT, of three letters or more. */
void		text_candidates(const struct entity *, const char *text,
		    bool names, bool texts, struct sql *out);

/* list_ref.c: the columns that hold references to one entity. */
struct ref_col {
	const struct entity *ent;
	char		 col[64];
};
/* Of a REF or ANY field, or the first column of a set of records. */
size_t		ref_cols(const struct field *, struct ref_col *out, size_t max);
void		refs_check(const struct entity *, const struct field *,
		    const struct need_value *, struct sql *out);
/* A natural key of letters, digits and hyphens, different for each record. */
bool		is_number(const struct field *);
/* Records of ENT whose names have the words of FOLDED as beginnings. With
 * WHOLE_FIRST one of that very name alone is meant when there is one. */
enum status	refs_by_words(struct db *, const struct entity *ent,
		    const char *folded, bool whole_first, struct need_value *,
		    struct err *) MUST_CHECK;
/* The records among COLS that TEXT names. */
enum status	refs_find(struct db *, const struct ref_col *cols, size_t ncols,
		    const char *text, struct need_value *, struct err *) MUST_CHECK;
/* A whole reference, a code or a natural key among the entities of COLS. */
enum status	find_reference(struct db *, const struct ref_col *cols, size_t n,
		    const char *text, struct need_value *, struct err *) MUST_CHECK;
bool		refs_candidates(const struct entity *, const struct field *,
		    const struct need_value *, struct sql *out);

/* list_sort.c */
struct order {
	int		 field;
	bool		 desc;
	bool		 indexed;	/* a walk along an index gives it */
	bool		 null;		/* the key may be NULL */
	bool		 number;
	struct sql	 key;		/* expression over rows t and o */
};
void		order_of(const struct list_spec *, struct order *);
/* ", key DESC" for each further key. */
void		order_more(const struct list_spec *, struct sql *out);
void		order_clear(struct order *);

/* list_whole.c: list_each in one statement, for orders without an index. */
enum status	list_whole(struct db *, const struct list_spec *,
		    enum status (*fn)(void *arg, int64_t id, struct err *), void *arg,
		    struct err *) MUST_CHECK;

/* list_plan.c */
enum drive {
	DRIVE_PIN,	/* one organisation's rows in order of the carried date */
	DRIVE_BOUND,	/* at most LIST_BOUND candidates, then sorted */
	DRIVE_WALK	/* along the index of the order, each row checked */
};
struct plan {
	enum drive	 drive;
	char		 key[96];	/* what rows come in order of; "": sorted */
	char		 id[96];	/* … and then */
	struct sql	 from;		/* FROM … WHERE the checks */
	struct sql	 least, most;	/* " AND key >= ?", " AND key <= ?": bounds
					 * of the filter not among the checks */
};
/* ORDER NULL: for counting. */
enum status	plan_make(struct db *, const struct list_spec *, const struct order *,
		    struct plan *, struct err *) MUST_CHECK;
/* Of one record. */
enum status	plan_one(struct db *, const struct list_spec *, int64_t id,
		    struct plan *, struct err *) MUST_CHECK;
void		plan_clear(struct plan *);

/* list_page.c: the rows S selects: id, key, is it archived. No cells. */
enum status	page_rows(struct db *, const struct sql *s, struct list_page *out,
		    struct err *) MUST_CHECK;
/* At most LIMIT rows beyond AT along the plan, in the list's order. */
enum status	page_read(struct db *, const struct order *, const struct plan *,
		    const struct list_row *at, bool forward,
		    size_t limit, struct list_page *out, struct err *) MUST_CHECK;

/* list_cell.c: the display text of field F of row t; o is the same row, seen
 * from within a fragment that calls another row t. */
void		cell_expr(const struct entity *, const struct field *, int today,
		    struct sql *out);
/* A derived value, an expression over row t. */
void		derived_expr(const struct entity *, const struct field *, int today,
		    struct sql *out);
/* Choices by their label. The caller frees it. */
char		*cell_text(const struct field *, const char *text);

#endif
