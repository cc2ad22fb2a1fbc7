/* duplicate.c - walk along the records in which two may be one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/duplicate.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { NAME = 1, NUMBER, POSTCODE, WEBSITE, PHONE, EMAIL, TEXTS };

static const struct walk {
	enum entity_no	 ent;
	enum query	 read;
	enum query	 also;		/* … Q_MAX: it has no other names */
	enum query	 near;		/* … Q_MAX: none */
} walks[] = {
	{ ENT_employer, Q_DUP_READ_EMPLOYER, Q_DUP_ALSO_EMPLOYER,
	    Q_DUP_NEAR_EMPLOYER },
	{ ENT_partner, Q_DUP_READ_PARTNER, Q_DUP_ALSO_PARTNER,
	    Q_DUP_NEAR_PARTNER },
	{ ENT_contact, Q_DUP_READ_CONTACT, Q_MAX, Q_MAX },
};

static const struct walk *
walk_of(const struct entity *ent)
{
	for (size_t i = 0; i < sizeof walks / sizeof walks[0]; i++)
		if (walks[i].ent == ent->no)
			return &walks[i];
	return NULL;
}

bool
dup_read_has(const struct entity *ent)
{
	return walk_of(ent) != NULL;
}

struct piece {
	struct rec {
		int64_t		 id;
		char		*text[TEXTS];
		struct strs	 also;
	}		*v;
	size_t		 n;
};

static void
piece_clear(struct piece *p)
{
	for (size_t i = 0; i < p->n; i++) {
		for (int k = NAME; k < TEXTS; k++)
			free(p->v[i].text[k]);
		strs_clear(&p->v[i].also);
	}
	free(p->v);
}

static enum status
read_records(struct db *db, enum query q, int64_t after, int limit,
    struct piece *p, struct err *e)
{
	struct stmt *st;
	enum status rc = db_stmt(db, q, &st, e);
	bool more;

	if (rc != ST_OK || (rc = db_bindf(st, e, "li", after, limit)) != ST_OK)
		return rc;
	p->v = xcalloc((size_t)limit, sizeof *p->v);
	while ((rc = db_step(st, &more, e)) == ST_OK && more) {
		struct rec *r = &p->v[p->n++];

		r->id = db_int(st, 0);
		for (int k = NAME; k < TEXTS; k++)
			r->text[k] = xstrdup(db_text(st, k));
	}
	return rc;
}

/* Both walk by id. */
static enum status
read_also(struct db *db, enum query q, int64_t after, struct piece *p,
    struct err *e)
{
	struct stmt *st;
	enum status rc;
	size_t at = 0;
	bool more;

	if (q == Q_MAX || p->n == 0)
		return ST_OK;
	if ((rc = db_stmt(db, q, &st, e)) != ST_OK ||
	    (rc = db_bindf(st, e, "ll", after, p->v[p->n - 1].id)) != ST_OK)
		return rc;
	while ((rc = db_step(st, &more, e)) == ST_OK && more) {
		int64_t id = db_int(st, 0);

		while (at < p->n && p->v[at].id < id)
			at++;
		if (at < p->n && p->v[at].id == id)
			strs_add(&p->v[at].also, db_text(st, 1));
	}
	return rc;
}

enum status
dup_read(struct db *db, const struct entity *ent, int64_t *at, int limit,
    bool *more, void (*fn)(void *arg, int64_t id, const struct dup_side *),
    void *arg, struct err *e)
{
	const struct walk *w = walk_of(ent);
	struct piece p = { 0 };
	enum status st = read_records(db, w->read, *at, limit, &p, e);

	if (st == ST_OK)
		st = read_also(db, w->also, *at, &p, e);
	for (size_t i = 0; i < p.n && st == ST_OK; i++) {
		struct rec *r = &p.v[i];

		fn(arg, r->id, &(struct dup_side){ .name = r->text[NAME],
		    .number = r->text[NUMBER], .postcode = r->text[POSTCODE],
		    .website = r->text[WEBSITE], .phone = r->text[PHONE],
		    .email = r->text[EMAIL], .also = &r->also,
		    .person = ent->no == ENT_contact });
	}
	if (st == ST_OK) {
		*more = p.n == (size_t)limit;
		if (p.n > 0)
			*at = p.v[p.n - 1].id;
	}
	piece_clear(&p);
	return st;
}

/* What the key of this letter says; "" none. */
static const char *
key_of(const struct strs *keys, char letter)
{
	for (size_t i = 0; i < keys->n; i++)
		if (keys->v[i][0] == letter)
			return keys->v[i] + 2;
	return "";
}

enum status
dup_near(struct db *db, const struct entity *ent, const struct dup_side *side,
    int64_t *id, size_t *n, struct err *e)
{
	const struct walk *w = walk_of(ent);
	struct strs keys = { 0 };
	struct stmt *st;
	char *postcode;
	enum status rc;
	bool more;

	*n = 0;
	if (w == NULL || w->near == Q_MAX)
		return ST_OK;
	dup_keys(side, &keys);
	postcode = xstrndup(key_of(&keys, 'p'), strcspn(key_of(&keys, 'p'),
	    " "));
	if ((rc = db_stmt(db, w->near, &st, e)) == ST_OK)
		rc = db_bindf(st, e, "sssi", postcode, key_of(&keys, 'w'),
		    key_of(&keys, 't'), DUP_NEAR_MOST);
	while (rc == ST_OK && (rc = db_step(st, &more, e)) == ST_OK && more)
		id[(*n)++] = db_int(st, 0);
	free(postcode);
	strs_clear(&keys);
	return rc;
}
