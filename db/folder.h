/* folder.h - on what the database lies: its file system, what syncs its folder.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * design.md 4. SQLite needs locks that hold and a disk that keeps the order of
 * writes; network disks promise neither. Nothing here opens the database.
 */
#ifndef DB_FOLDER_H
#define DB_FOLDER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

enum folder_kind {
	FOLDER_LOCAL,
	FOLDER_MEMORY,		/* gone when the machine stops */
	FOLDER_NETWORK,		/* refused */
	FOLDER_FUSE,		/* refused but with allow_fuse */
	FOLDER_UNKNOWN		/* taken */
};

struct folder_fs {
	unsigned long	 magic;		/* statfs(2) f_type, 32 bits */
	bool		 readonly;	/* mounted so */
	uint64_t	 bytes;		/* free for this user */
	uint64_t	 files, files_free;	/* files 0: not counted there */
};

/* Ask the system; false with errno. Tests put their own in its place. */
extern bool	(*folder_ask)(const char *path, struct folder_fs *out);

/* The name people know it by ("ext4"), "" when it is not in the table. */
const char	*folder_name(unsigned long magic);
enum folder_kind folder_kind(unsigned long magic);
/* What the file PATH, or the folder it will be made in, lies on: where a link
 * leads when it is one. Of the two that which is refused. */
enum status	folder_look(const char *path, struct folder_fs *out, struct err *)
		    MUST_CHECK;
/* ST_DENIED when PATH lies where locks cannot be trusted. */
enum status	folder_check(const char *path, bool allow_fuse, struct err *)
		    MUST_CHECK;

/* Who copies the folder of PATH, or one above it, to other machines:
 * "Dropbox", with *WHERE the folder, to be freed. NULL when nobody is known
 * to. Read from its name and from what such programs leave in it. */
const char	*folder_synced(const char *path, char **where);

#endif
