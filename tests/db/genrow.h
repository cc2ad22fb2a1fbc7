/* genrow.h - rows of generated values of every entity, for tests of db/. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_DB_GENROW_H
#define TESTS_DB_GENROW_H

#include "tests/db/dbtest.h"

#include "base/buf.h"
#include "model/row.h"

enum { BASE = 1000000 };	/* ids of the records others refer to */

/* A value every type takes; N makes them differ. */
static inline void
value_of(const struct field *f, int n, struct buf *out)
{
	int choices = 0;
	char word[64];

	buf_reset(out);
	switch (f->type) {
	case FT_TEXT:
	case FT_OPEN:
		buf_addf(out, "St %s & \xc5\xbdi\xc5\xbekov %d", f->id, n);
		break;
	case FT_NOTE:
		buf_addf(out, "one \"%s\"\n\ttwo %d", f->id, n);
		break;
	case FT_INT:
		buf_addf(out, "%d", 3 + n);
		break;
	case FT_NUM:
		buf_addf(out, "%d%s", 2 + n, n % 3 == 0 ? "" :
		    n % 3 == 1 ? ".5" : ".05");
		break;
	case FT_DATE:
		buf_addf(out, "2026-%02d-%02d", 1 + n % 12, 1 + n % 28);
		break;
	case FT_TIME:
		buf_addf(out, "%02d:30", n % 24);
		break;
	case FT_YEAR:
		buf_addf(out, "20%02d/%02d", 20 + n % 9, 21 + n % 9);
		break;
	case FT_BOOL:
		buf_add(out, n % 2 ? "no" : "yes");
		break;
	case FT_CHOICE:
		while (f->choices[choices].word != NULL)
			choices++;
		buf_add(out, f->choices[n % choices].word);
		break;
	case FT_REF:
	case FT_ANY:
		snprintf(word, sizeof word, "%.*s",
		    (int)strcspn(f->ref, " "), f->ref);
		if (n % 2 && strrchr(f->ref, ' ') != NULL)
			snprintf(word, sizeof word, "%s",
			    strrchr(f->ref, ' ') + 1);
		if (f->type == FT_ANY)
			buf_addf(out, "%s/", word);
		buf_add(out, "0000000000000");
		id_code(BASE + (int)entity_find(word)->no * 10 + n % 2,
		    out->p + out->n - 13);
		break;
	default:
		fail();
	}
}

static inline void
fill_set(struct row *r, int field, int n)
{
	const struct setdef *def = r->ent->fields[field].set;
	const char *v[16] = { 0 };
	struct buf b[16];

	for (size_t i = 0; i < def->ncols; i++)
		buf_init(&b[i], BUF_LINE);
	for (int m = 0; m < 2; m++) {
		for (size_t i = 0; i < def->ncols; i++) {
			value_of(&def->cols[i], n + m, &b[i]);
			v[i] = b[i].p;
		}
		set_put(row_members(r, field), def, v);
	}
	for (size_t i = 0; i < def->ncols; i++)
		buf_clear(&b[i]);
}

static inline struct row *
make_row(const struct entity *ent, int64_t id, int n)
{
	struct row *r = row_new(ent);
	struct buf b;

	r->id = id;
	buf_init(&b, BUF_LINE);
	for (int i = 0; (size_t)i < ent->nfields; i++) {
		const struct field *f = &ent->fields[i];

		if (f->type == FT_SET) {
			fill_set(r, i, n + i);
		} else if ((f->flags & FF_DERIVED) == 0) {
			value_of(f, n + i, &b);
			row_set(r, i, b.p);
		}
	}
	buf_clear(&b);
	return r;
}

static inline void
same(const struct row *a, const struct row *b)
{
	for (int i = 0; (size_t)i < a->ent->nfields; i++) {
		const struct field *f = &a->ent->fields[i];

		if (row_same(a, b, i) || (f->flags & FF_DERIVED) != 0)
			continue;
		if (f->type == FT_SET)
			fail_msg("%s %s: the sets differ (%zu, %zu)",
			    a->ent->id, f->id, row_members(a, i)->n,
			    row_members(b, i)->n);
		fail_msg("%s %s: \"%s\" is not \"%s\"", a->ent->id, f->id,
		    row_get(a, i), row_get(b, i));
	}
}

static inline bool
referred_to(const struct entity *ent)
{
	for (int i = 0; i < ENT_MAX; i++)
		for (size_t f = 0; f < entities[i]->nfields; f++)
			if (entities[i]->fields[f].ref != NULL &&
			    str_in(ent->id, entities[i]->fields[f].ref))
				return true;
	return false;
}

/* What references lead to: two of each entity, empty where it can stand alone. */
static inline int
setup_rows(void **state)
{
	struct db *db = fresh();

	for (int i = 0; i < ENT_MAX; i++)
		for (int k = 0; k < 2; k++) {
			struct row *r = row_new(entities[i]);
			bool whole = true;

			r->id = BASE + i * 10 + k;
			for (size_t f = 0; f < entities[i]->nfields; f++)
				whole = whole && (entities[i]->fields[f].type !=
				    FT_ANY || (entities[i]->fields[f].flags &
				    FF_REQUIRED) == 0);
			if (!whole && referred_to(entities[i])) {
				row_free(r);
				r = make_row(entities[i], BASE + i * 10 + k,
				    k);
				whole = true;
			}
			OK(db_begin(db, E));
			OK(db_end(db, whole ? store_insert(db, r, E) : ST_OK,
			    E));
			row_free(r);
		}
	*state = db;
	return 0;
}

static inline void
insert(struct db *db, const struct row *r)
{
	OK(db_begin(db, E));
	OK(db_end(db, store_insert(db, r, E), E));
}

#endif
