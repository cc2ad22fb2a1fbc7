/* claim_kept.c - what decides that a claim's lines count, now and as submitted.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/claim_kept.h"

#include <stdlib.h>

#include "base/mem.h"

static enum status
read_all(struct stmt *s, struct claim_kepts *out, struct err *e)
{
	enum status st;
	bool more;

	while ((st = db_step(s, &more, e)) == ST_OK && more) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof *out->v);
		out->v[out->n++] = (struct claim_kept){ db_int(s, 0),
		    xstrdup(db_text(s, 1)), xstrdup(db_text(s, 2)),
		    xstrdup(db_text(s, 3)) };
	}
	if (st != ST_OK)
		claim_kepts_clear(out);
	return st;
}

enum status
claim_kept_of(struct db *db, int64_t claim, int64_t funding, int64_t cluster,
    struct claim_kepts *out, struct err *e)
{
	struct stmt *s;
	enum status st;

	*out = (struct claim_kepts){ NULL, 0 };
	if ((st = db_stmt(db, Q_CLAIM_KEPT, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "lll", claim, funding, cluster)) != ST_OK)
		return st;
	return read_all(s, out, e);
}

enum status
claim_kept_frozen(struct db *db, const char *frozen, struct claim_kepts *out,
    struct err *e)
{
	struct stmt *s;
	enum status st;

	*out = (struct claim_kepts){ NULL, 0 };
	if ((st = db_stmt(db, Q_CLAIM_KEPT_FROZEN, &s, e)) != ST_OK ||
	    (st = db_bindf(s, e, "s", frozen)) != ST_OK)
		return st;
	return read_all(s, out, e);
}

void
claim_kepts_clear(struct claim_kepts *ks)
{
	for (size_t i = 0; i < ks->n; i++) {
		free(ks->v[i].what);
		free(ks->v[i].key);
		free(ks->v[i].shown);
	}
	free(ks->v);
	*ks = (struct claim_kepts){ NULL, 0 };
}
