/* list_impl.h - what the files of the lists share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list is read in three steps. list_need.c looks up what the terms of the
 * filter name (records, authorities): each term becomes a struct need.
 * list_term.c makes a check of each need, a condition on one row, and
 * list_cand.c, where an index leads to them, the ids that may fit. list_plan.c
 * decides what drives: a bounded number of candidates, the rows of some
 * organisations in order of date, or a walk along the order itself. The rows
 * are then looked at one by one until the page is full, or its time is over.
 */
#ifndef DB_LIST_IMPL_H
#define DB_LIST_IMPL_H

#include "db/list.h"
#include "db/made.h"

enum {
	LIST_KINDS = 20,	/* kinds of record a field may refer to */
	LIST_REFS = 4000,	/* records a value may name; more: checked by words */
	LIST_TEXTS = 1000,	/* records whose texts hold a word; more: each
				 * row's text is looked at */
	LIST_FEEDS = 1500,	/* organisations whose rows are brought together */
	LIST_POOL = 3000,	/* candidates that may be read in order, */
	LIST_BOUND = 10000,	/* … be sorted or counted */
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
	uint64_t	 wide;		/* bits of entities of which it names more
					 * than LIST_REFS: by words */
	char		*words;		/* … these, folded; or NULL */
	int64_t		*held;		/* OP_WORD: records whose names or texts may
					 * hold it anywhere, sorted */
	size_t		 nheld;
	bool		 text_wide;	/* … they are too many to say */
	struct filter_line line;	/* FK_YEARS */
	struct strs	 kinds;		/* OP_WORD: choices of the FF_KIND field */
};
struct need {
	const struct filter_term *term;
	struct need_value *value;
	size_t		 nvalue;
	struct need_value named;	/* FK_REF: what all values name, wide or not;
					 * OP_MINE: my schools, and my name */
	struct strs	 exact;		/* FK_CODE: the stored values that fit */
	bool		 is_exact;	/* … they are all there are, and indexed */
	struct need	*sub;		/* OP_IS, nsub of them */
	size_t		 nsub;
};

/* list_need.c */
enum status	needs_make(struct db *, const struct filter *, int today,
		    struct need **out, size_t *n, struct err *) MUST_CHECK;
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

/* list_mine.c: the schools that are mine on the day TODAY into need->named; the
 * condition on row t; the ids that may fit. */
enum status	mine_find(struct db *, int today, struct need *, struct err *) MUST_CHECK;
void		mine_check(const struct entity *, const struct need *, int today,
		    struct sql *out);
bool		mine_candidates(const struct entity *, const struct need *,
		    struct sql *out);
/* Task t is with others: it waits, somebody at a school promised it, or one of
 * those who are me asked another user to do it. */
void		others_check(const struct need *, struct sql *out);

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
/* The field that says what a record is, and the choices of it that have each
 * word of TEXT as a beginning of theirs; NULL and none when it has no such. */
const struct field *kind_field(const struct entity *);
void		kinds_find(const struct entity *, const char *text,
		    struct strs *out);
/* A word of the record's own, of what or whom it is about, or anywhere in its
 * texts. */
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
/* Row ROW (an alias) of the field's table, of a set its member, is of a record
 * V names. */
void		refs_match(const struct field *, const char *row,
		    const struct need_value *, struct sql *out);
/* Sort what V names, each once. */
void		refs_sort(struct need_value *);
/* The ids of ENT it names, sorted; the caller frees them. */
size_t		refs_of(const struct need_value *, const struct entity *,
		    int64_t **out);
/* A natural key of letters, digits and hyphens, different for each record. */
bool		is_number(const struct field *);
/* Add, in no order, records of ENT whose names have the words of FOLDED as beginnings. With
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
	bool		 null;		/* the key may be NULL; such rows come … */
	bool		 last;		/* … last both ways, else first going up */
	bool		 number;
	struct sql	 key;		/* expression over rows t and o */
};
void		order_of(const struct list_spec *, struct order *);
/* "key IS NULL, key DESC", as far as it is needed. */
void		order_by(const struct order *, struct sql *out);
/* The same for each further key, comma first. */
void		order_more(const struct list_spec *, struct sql *out);
void		order_clear(struct order *);

/* list_whole.c: list_each in one statement, for orders without an index. */
enum status	list_whole(struct db *, const struct list_spec *,
		    enum status (*fn)(void *arg, int64_t id, struct err *), void *arg,
		    struct err *) MUST_CHECK;

/* list_plan.c */
enum drive {
	DRIVE_FEED,	/* from some sources, each in order */
	DRIVE_WALK,	/* along the index of the order */
	DRIVE_SORT	/* all that fit, sorted by SQLite; or counted */
};
/* Rows d that may fit, in order of their key and id. */
struct source {
	struct sql	 from;		/* " FROM … d WHERE …" */
	char		 id[64];	/* … d's column */
	int64_t		*org;		/* its first value is one of these … */
	size_t		 norg;		/* … 0: one select of at most LIST_POOL */
};
struct plan {
	enum drive	 drive;
	char		 key[96];	/* what rows come in order of; "": sorted */
	char		 id[96];	/* … and then */
	struct source	 *src;		/* DRIVE_FEED */
	size_t		 nsrc;
	struct sql	 from;		/* FROM … WHERE; of a feed, t.id = ? first,
					 * with the checks but of a walk */
	struct sql	 checks;	/* " AND …", of a walk */
	struct sql	 least, most;	/* " AND key >= ?", " AND key <= ?": bounds
					 * of the filter not among the checks */
};
/* ORDER NULL: for counting. */
enum status	plan_make(struct db *, const struct list_spec *, const struct order *,
		    struct plan *, struct err *) MUST_CHECK;
/* Of some records. */
enum status	plan_these(struct db *, const struct list_spec *,
		    const int64_t *ids, size_t n, struct plan *,
		    struct err *) MUST_CHECK;
void		plan_clear(struct plan *);

/* list_open.c: rows of an index of their own, TABLE_open, in order of KEY. */
struct open_rows {
	const char	*key;		/* a field */
	const char	*terms;		/* of row t */
};
/* When the needs, which must all hold, leave nothing else; or NULL. */
const struct open_rows *open_find(const struct entity *, const struct need **,
		    size_t n);

/* list_source.c: the rows of the organisations a need names, in order of the
 * main date. What it costs to begin with them, -1 when they are too many or
 * the need is of another kind. */
int64_t		source_cost(const struct entity *, const struct need *);
void		source_add(const struct entity *, const struct need *,
		    struct plan *);
/* All that IDS selects. */
void		source_pool(const struct entity *, const struct sql *ids,
		    struct plan *);

/* list_feed.c: rows of sources put together in order, each once. */
struct feeds;
struct feeds	*feeds_new(struct db *, bool up);
void		feeds_free(struct feeds *);
/* FIRST selects id and key, by order, of the source; NEXT those beyond a key
 * and id (BY_KEY false: an id), its values before the last. The last value of
 * each is a LIMIT, to be filled in. Both are taken over. */
void		feeds_add(struct feeds *, const struct source *, struct sql *take_first,
		    struct sql *take_next, bool by_key);
/* *OUT is borrowed until the next call; NULL at the end. */
enum status	feeds_next(struct feeds *, const struct list_row **out, struct err *)
		    MUST_CHECK;

/* list_page.c: the rows S selects: id, key, is it archived. No cells. */
enum status	page_rows(struct db *, const struct sql *s, struct list_page *out,
		    struct err *) MUST_CHECK;
/* At most LIMIT rows beyond AT along the plan, in the list's order. It stops
 * short when UNTIL is over (monotonic ms; 0: never); or, with UNTIL, when
 * db_on_progress would interrupt. */
enum status	page_read(struct db *, const struct order *, const struct plan *,
		    const struct list_row *at, bool forward, size_t limit,
		    int64_t until, struct list_page *out, struct err *) MUST_CHECK;

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
