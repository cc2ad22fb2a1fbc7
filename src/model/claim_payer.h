/* claim_payer.h - who pays a claim, and whether two claims have one funder.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * domain.md 5: one encounter counts once for a funder.
 */
#ifndef MODEL_CLAIM_PAYER_H
#define MODEL_CLAIM_PAYER_H

#include <stdbool.h>
#include <stdint.h>

/* Who pays a claim: its grant, and the funder by each name there is: that of the
 * claim, of its grant now, of when it was submitted; NULL or "" not known. */
#define PAYER_NAMES	3
struct claim_payer {
	int64_t		 grant;		/* 0 none */
	const char	*name[PAYER_NAMES];
};
/* One that owns its names, to be cleared. */
struct claim_payer claim_payer_copy(const struct claim_payer *);
void	claim_payer_clear(struct claim_payer *);
bool	claim_payer_known(const struct claim_payer *);
/* May they be one funder? Of one grant or one name they are, and who is not
 * known may be any. */
bool	claim_one_payer(const struct claim_payer *, const struct claim_payer *);
/* Are they names of one funder? "E.S.F." is ESF. */
bool	claim_one_funder(const char *, const char *);

#endif
