/* claim_kept.h - what decides that a claim's lines count, now and as submitted;
 * for app/claim*.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_CLAIM_KEPT_H
#define DB_CLAIM_KEPT_H

#include "db/db.h"

/* Strings are owned; "" for what there is not. */
struct claim_kept {
	int64_t		 line;		/* 0: of the claim itself */
	char		*what;		/* schools */
	char		*key;		/* what is compared; "" the text is */
	char		*shown;
};
struct claim_kepts {
	struct claim_kept *v;
	size_t		 n;
};
/* Of CLAIM, of the grant FUNDING and CLUSTER as it is to have them. */
enum status	claim_kept_of(struct db *, int64_t claim, int64_t funding,
		    int64_t cluster, struct claim_kepts *out,
		    struct err *) MUST_CHECK;
/* From claim.frozen; nothing of what earlier versions kept. */
enum status	claim_kept_frozen(struct db *, const char *frozen,
		    struct claim_kepts *out, struct err *) MUST_CHECK;
void		claim_kepts_clear(struct claim_kepts *);

#endif
