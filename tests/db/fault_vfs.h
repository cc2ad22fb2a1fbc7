/* fault_vfs.h - a file system under SQLite whose Nth call fails. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_DB_FAULT_VFS_H
#define TESTS_DB_FAULT_VFS_H

#include <stdbool.h>

/* What fails: a call of SQLite's VFS, and how. */
enum fault {
	FAULT_OPEN, FAULT_ACCESS, FAULT_DELETE, FAULT_READ, FAULT_WRITE,
	FAULT_FULL,	/* a write, for want of room */
	FAULT_QUOTA,	/* … of this user's share */
	FAULT_SYNC, FAULT_TRUNCATE, FAULT_LOCK, FAULT_SIZE,
	FAULT_GONE,	/* a flush, and after it every call */
	FAULTS
};

/* Every database opened from now on is on it. */
void		 fault_install(void);
/* The Nth call from now on fails, counted from 1; LASTING: all after it too.
 * 0: none, they are only counted. */
void		 fault_arm(enum fault, int nth, bool lasting);
/* No more fails. */
void		 fault_disarm(void);
/* How many calls there were between the two. */
int		 fault_calls(enum fault);
const char	*fault_name(enum fault);

#endif
