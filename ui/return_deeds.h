/* return_deeds.h - a month-end return: the register's download, its file, sent.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_RETURN_DEEDS_H
#define UI_RETURN_DEEDS_H

#include "model/row.h"
#include "ui/session.h"

/* n: asks for the register's own download and keeps it with the return. */
void	return_read_ask(struct ui *, const struct row *ret);
/* t: confirms it, after a look at what is to mend. */
void	return_tick(struct ui *, int64_t ret);

#endif
