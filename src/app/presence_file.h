/* presence_file.h - the file of one session in FILE.live; of presence.c alone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_PRESENCE_FILE_H
#define APP_PRESENCE_FILE_H

#include "app/presence.h"

#define LIVE_NAME	32	/* of such a file, with its end */

/* Is this the name of such a file? Others in the folder are left alone. */
bool	live_name(const char *name);
/* Make one in DIR, lock it, with the rights of MODE; its descriptor, -1 when
 * that fails. Its name goes to NAME. */
int	live_make(int dir, unsigned mode, char name[LIVE_NAME]);
/* Write it anew; false when that fails. */
bool	live_write(int fd, const struct present *);
/* Read one; false when it is not as we write it. To be freed by live_clear. */
bool	live_read(int dir, const char *name, struct present *out);
void	live_clear(struct present *);

#endif
