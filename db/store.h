/* store.h - one record in and out of its tables, made from the field tables.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The name index, the text index and the marks for kept totals are written
 * here, so that no caller can forget them. No journal: that is src/app's.
 * All of it must run inside the caller's transaction when it writes.
 */
#ifndef DB_STORE_H
#define DB_STORE_H

#include "db/db.h"
#include "model/row.h"

/* The whole record with its sets; the caller frees it. ST_NOT_FOUND. Derived
 * fields are filled too when DERIVED is true. */
enum status	store_load(struct db *, const struct entity *, int64_t id, bool derived,
		    struct row **out, struct err *) MUST_CHECK;
/* The same with only the derived fields that DERIVED names, a bool for each
 * field: what many records are read for and few fields are looked at. */
enum status	store_load_some(struct db *, const struct entity *, int64_t id,
		    const bool *derived, struct row **out, struct err *) MUST_CHECK;
bool		store_exists(struct db *, const struct entity *, int64_t id);
enum status	store_insert(struct db *, const struct row *, struct err *) MUST_CHECK;
/* Write the fields and members in which NEW differs from OLD, the record as it
 * is stored now. */
enum status	store_update(struct db *, const struct row *old, const struct row *new,
		    struct err *) MUST_CHECK;
/* Take the record and its members out: only for undoing a creation. ST_CONFLICT
 * when another record refers to it; the sentence names one. */
enum status	store_delete(struct db *, const struct row *, struct err *) MUST_CHECK;

/* From the journal's JSON. ROW starts empty; unknown names are passed over. */
enum status	store_from_json(struct db *, const char *json, struct row *, struct err *) MUST_CHECK;
/* One member's values from the journal; V has ncols places, filled with
 * strings the caller frees. KEY is member_key's text, JSON may be NULL. */
enum status	store_member_from_json(struct db *, const struct setdef *, const char *key,
		    const char *json, char **v, struct err *) MUST_CHECK;

/* What a record is called on screen: "Sandmere Park Academy", "Careers fair,
 * Sandmere Park Academy, 19 Nov 2026". "" when there is no such record. */
struct buf;
enum status	store_title(struct db *, const struct entity *, int64_t id, struct buf *out,
		    struct err *) MUST_CHECK;
/* Its reference: entity/KEY when it has a natural key, else entity/CODE. */
enum status	store_ref(struct db *, const struct entity *, int64_t id, struct buf *out,
		    struct err *) MUST_CHECK;
/* The record with natural key KEY; 0 when there is none. Open before archived. */
enum status	store_by_key(struct db *, const struct entity *, const char *key, int64_t *out,
		    struct err *) MUST_CHECK;

#endif
