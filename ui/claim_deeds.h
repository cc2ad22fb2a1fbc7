/* claim_deeds.h - a claim gets its lines, is submitted, is paid.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_CLAIM_DEEDS_H
#define UI_CLAIM_DEEDS_H

#include "ui/session.h"

/* Shows what its period holds, and makes lines of it. */
void	claim_lines_ask(struct ui *, int64_t claim);
/* t: a draft is submitted, after a look at its faults; one that was submitted
 * or queried is paid. */
void	claim_tick(struct ui *, int64_t claim);

#endif
