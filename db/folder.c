/* folder.c - is the database on a disk whose locks can be trusted?
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifdef __linux__
#include <sys/vfs.h>
#endif
#include <errno.h>

#include "base/path.h"
#include "db/inner.h"

/* A file system's magic number and what people call it. One row each. */
static const struct { unsigned long magic; const char *name; } refused[] = {
	{ 0x6969, "NFS" },
	{ 0x517b, "SMB" },
	{ 0xff534d42, "CIFS" },
	{ 0xfe534d42, "SMB" },
	{ 0x5346414f, "AFS" },
	{ 0x6b414653, "AFS" },
	{ 0x73757245, "Coda" },
	{ 0x01021997, "9p" },
	{ 0x00c36400, "Ceph" },
	{ 0x0bd00bd0, "Lustre" },
	{ 0x786f4256, "a VirtualBox shared folder" },
};
enum { FUSE_MAGIC = 0x65735546 };

const char *
folder_refusal(unsigned long magic, bool allow_fuse)
{
	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
		if (magic == refused[i].magic)
			return refused[i].name;
	return magic == FUSE_MAGIC && !allow_fuse ? "FUSE" : NULL;
}

enum status
folder_check(const char *path, bool allow_fuse, struct err *e)
{
#ifdef __linux__
	struct statfs fs;
	const char *name;
	char *dir = path_dir(path);
	int rc = statfs(path, &fs);	/* where a link leads, when it is there */
	int saved;

	if (rc == -1 && errno == ENOENT)
		rc = statfs(dir, &fs);
	saved = errno;
	if (rc == -1) {
		errno = saved;
		err_errno(e, "cannot use the folder %s", dir);
		free(dir);
		return ST_IO;
	}
	free(dir);
	name = folder_refusal((unsigned long)fs.f_type & 0xffffffff, allow_fuse);
	if (name != NULL && fs.f_type == FUSE_MAGIC)
		return err_set(e, ST_DENIED, "%s lies on FUSE, where saves of "
		    "two people may destroy each other: move it to a local "
		    "disk, or set allow_fuse = yes under [database]", path);
	if (name != NULL)
		return err_set(e, ST_DENIED, "%s lies on a network disk (%s), "
		    "where saves of two people may destroy each other: move "
		    "it to a local disk", path, name);
#else
	(void)path, (void)allow_fuse, (void)e, (void)refused;
#endif
	return ST_OK;
}
