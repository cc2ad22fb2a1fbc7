/* synced.h - a warning for a database in a folder that is copied elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_SYNCED_H
#define APP_SYNCED_H

#include "app/app.h"

/* The sentence, once a day for each user and database, or NULL: nobody copies
 * the folder, or [database] synced says that it is known. The caller frees it.
 * BRIEF: for one line of the screen. For whoever may write: it notes the day in
 * the state folder. */
char	*synced_warning(struct app *, bool brief);

#endif
