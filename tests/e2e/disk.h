/* disk.h - the database on a small disk of its own, for tests on a terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef TESTS_E2E_DISK_H
#define TESTS_E2E_DISK_H

#include <stddef.h>

extern char	 disk[4096];	/* its folder, once disk_make was called */

/* First of all in main: the program begins anew in a world of mounts of its own, of
 * which nothing is left, where this user may mount. */
void	 disk_apart(char **argv);
void	 disk_need(void);	/* skip the test where they may not */
/* The database of hub.h goes to a disk of 6 MB. */
void	 disk_make(void);
void	 disk_fill(void);
void	 disk_room(void);	/* what filled it goes */
int	 disk_end(void **state);	/* tear down, in place of hub_end */

/* A shell in the world, without a terminal: $1 its home, $2 the database, $3 the
 * disk. Fails unless it ends with 0. */
void	 disk_sh(const char *script);
size_t	 disk_drafts(void);	/* how many there are */
int	 disk_count(const char *kind);	/* what the count of KIND says */

#endif
