/* row.h - one record in memory: a value or a set for each field.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values are canonical text (model/field.h), never NULL. Fields are named by
 * the constants made from the entity's .def: row_get(r, F_encounter_date).
 * Sets are kept sorted by key, so that two equal sets compare equal.
 */
#ifndef MODEL_ROW_H
#define MODEL_ROW_H

#include "base/buf.h"
#include "model/entity.h"

struct member {
	char		**v;		/* ncols canonical values; keys first */
};
struct set {
	struct member	 *m;
	size_t		  n, cap;
};
struct row {
	const struct entity *ent;
	int64_t		  id;		/* 0: not stored yet */
	char		**v;		/* nfields; NULL only for sets */
	struct set	 *sets;		/* nfields; used for set fields */
};

struct row	*row_new(const struct entity *);	/* all empty */
struct row	*row_copy(const struct row *);
void		 row_free(struct row *);		/* NULL is fine */
const char	*row_get(const struct row *, int field);	/* borrowed until set */
void		 row_set(struct row *, int field, const char *canonical);
int64_t		 row_ref(const struct row *, int field);	/* id of a REF or ANY; 0 none */
void		 row_set_ref(struct row *, int field, const char *ent, int64_t id);
long		 row_int(const struct row *, int field, long none);
int		 row_day(const struct row *, int field);	/* DAY_NONE when empty */
bool		 row_is(const struct row *, int field, const char *word);
/* Same field, same value or members? */
bool		 row_same(const struct row *a, const struct row *b, int field);
bool		 row_is_empty(const struct row *, int field);

/* The natural key of ENT as it is kept, by the entity's own rules: 1234567 is
 * 01234567. Caller frees. */
char		*row_stored_key(const struct entity *, const char *key);

/* Members. V holds ncols canonical values, NULL for "". A member with the
 * same keys is replaced. */
struct set	*row_members(const struct row *, int field);
void		 set_put(struct set *, const struct setdef *, const char *const v[]);
void		 set_drop(struct set *, const struct setdef *, const char *const keys[]);
struct member	*set_find(const struct set *, const struct setdef *, const char *const keys[]);	/* NULL none */
void		 set_clear(struct set *, const struct setdef *);
void		 set_copy(struct set *to, const struct set *from, const struct setdef *);
bool		 set_same(const struct set *a, const struct set *b, const struct setdef *);
bool		 member_same(const struct member *a, const struct member *b, const struct setdef *);
int		 member_cmp_key(const struct member *a, const struct member *b, const struct setdef *);
int64_t		 member_ref(const struct member *, size_t col);

/* For the journal: a member's key, "1J8Q2M7K9QZ4V/y10", and its values as JSON,
 * {"attended":"24"} (empty ones left out). */
void		 member_key(const struct member *, const struct setdef *, struct buf *out);
void		 member_json(const struct member *, const struct setdef *, struct buf *out);
/* The whole record with its sets, empty ones left out:
 * {"date":"2026-11-19","schools":[{"school":"1J8…"}]} */
void		 row_json(const struct row *, struct buf *out);

#endif
