/* record_screen.h - one record: its overview and tabs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_RECORD_SCREEN_H
#define UI_RECORD_SCREEN_H

#include "ui/screen.h"

/* Push the record; FROM is the list screen it was opened from (NULL none),
 * along which [ and ] walk. */
void	record_open(struct ui *, const struct entity *, int64_t id,
	    struct screen *from);

#endif
