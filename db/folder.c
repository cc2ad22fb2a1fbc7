/* folder.c - is the database on a disk whose locks can be trusted?
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/folder.h"

#ifdef __linux__
#include <sys/vfs.h>
#endif
#include <sys/statvfs.h>

#include <errno.h>
#include <stdlib.h>

#include "base/path.h"

/* A file system's magic number (statfs(2), linux/magic.h) and what people call
 * it. One row each. */
static const struct {
	unsigned long	 magic;
	enum folder_kind kind;
	const char	*name;
} systems[] = {
	{ 0x6969,     FOLDER_NETWORK, "NFS" },
	{ 0x517b,     FOLDER_NETWORK, "SMB" },
	{ 0xff534d42, FOLDER_NETWORK, "CIFS" },
	{ 0xfe534d42, FOLDER_NETWORK, "SMB" },
	{ 0x5346414f, FOLDER_NETWORK, "AFS" },
	{ 0x6b414653, FOLDER_NETWORK, "AFS" },
	{ 0x73757245, FOLDER_NETWORK, "Coda" },
	{ 0x564c,     FOLDER_NETWORK, "NCP" },
	{ 0x01021997, FOLDER_NETWORK, "9p" },
	{ 0x00c36400, FOLDER_NETWORK, "Ceph" },
	{ 0x0bd00bd0, FOLDER_NETWORK, "Lustre" },
	{ 0x19830326, FOLDER_NETWORK, "BeeGFS" },
	{ 0x20030528, FOLDER_NETWORK, "OrangeFS" },
	{ 0x786f4256, FOLDER_NETWORK, "a VirtualBox shared folder" },
	{ 0xbacbacbc, FOLDER_NETWORK, "a VMware shared folder" },
	{ 0x7c7c6673, FOLDER_NETWORK, "a Parallels shared folder" },
	{ 0x65735546, FOLDER_FUSE,    "FUSE" },
	{ 0x01021994, FOLDER_MEMORY,  "tmpfs" },
	{ 0x858458f6, FOLDER_MEMORY,  "ramfs" },
	{ 0xef53,     FOLDER_LOCAL,   "ext4" },
	{ 0x58465342, FOLDER_LOCAL,   "XFS" },
	{ 0x9123683e, FOLDER_LOCAL,   "Btrfs" },
	{ 0x2fc12fc1, FOLDER_LOCAL,   "ZFS" },
	{ 0xca451a4e, FOLDER_LOCAL,   "bcachefs" },
	{ 0xf2f52010, FOLDER_LOCAL,   "F2FS" },
	{ 0x3153464a, FOLDER_LOCAL,   "JFS" },
	{ 0x52654973, FOLDER_LOCAL,   "ReiserFS" },
	{ 0x3434,     FOLDER_LOCAL,   "NILFS" },
	{ 0x794c7630, FOLDER_LOCAL,   "overlay" },
	{ 0xf15f,     FOLDER_LOCAL,   "eCryptfs" },
	{ 0x4d44,     FOLDER_LOCAL,   "FAT" },
	{ 0x2011bab0, FOLDER_LOCAL,   "exFAT" },
	{ 0x7366746e, FOLDER_LOCAL,   "NTFS" },
	{ 0x9660,     FOLDER_LOCAL,   "ISO 9660" },
	{ 0x15013346, FOLDER_LOCAL,   "UDF" },
	{ 0x73717368, FOLDER_LOCAL,   "squashfs" },
};
enum { SYSTEMS = sizeof systems / sizeof systems[0] };

const char *
folder_name(unsigned long magic)
{
	for (size_t i = 0; i < SYSTEMS; i++)
		if (magic == systems[i].magic)
			return systems[i].name;
	return "";
}

enum folder_kind
folder_kind(unsigned long magic)
{
	for (size_t i = 0; i < SYSTEMS; i++)
		if (magic == systems[i].magic)
			return systems[i].kind;
	return FOLDER_UNKNOWN;
}

static bool
ask_system(const char *path, struct folder_fs *out)
{
	struct statvfs vfs;

	*out = (struct folder_fs){ 0 };
	if (statvfs(path, &vfs) != 0)
		return false;
	out->readonly = (vfs.f_flag & ST_RDONLY) != 0;
	out->bytes = (uint64_t)vfs.f_bavail * vfs.f_frsize;
	out->files = vfs.f_files;
	out->files_free = vfs.f_favail;
#ifdef __linux__
	struct statfs fs;

	if (statfs(path, &fs) != 0)
		return false;
	out->magic = (unsigned long)fs.f_type & 0xffffffff;
#endif
	return true;
}

bool (*folder_ask)(const char *path, struct folder_fs *out) = ask_system;

static bool
is_refused(const struct folder_fs *fs)
{
	enum folder_kind k = folder_kind(fs->magic);

	return k == FOLDER_NETWORK || k == FOLDER_FUSE;
}

/* The folder in which SQLite will keep the journal: that of the file itself,
 * not of a link to it. */
static char *
journal_folder(const char *path)
{
	char *real = realpath(path, NULL);
	char *dir = path_dir(real != NULL ? real : path);

	free(real);
	return dir;
}

enum status
folder_look(const char *path, struct folder_fs *out, struct err *e)
{
	char *dir = journal_folder(path);
	struct folder_fs file;
	enum status st = ST_OK;

	/* A single file can be mounted from elsewhere: both are asked. */
	if (!folder_ask(dir, out))
		st = err_errno(e, "cannot use the folder %s", dir);
	else if (folder_ask(path, &file)) {
		if (!is_refused(out))
			*out = file;
	} else if (errno != ENOENT) {
		st = err_errno(e, "cannot use %s", path);
	}
	free(dir);
	return st;
}

enum status
folder_check(const char *path, bool allow_fuse, struct err *e)
{
	struct folder_fs fs;
	enum folder_kind kind;
	enum status st = folder_look(path, &fs, e);

	if (st != ST_OK)
		return st;
	kind = folder_kind(fs.magic);
	if (kind == FOLDER_FUSE && !allow_fuse)
		return err_set(e, ST_DENIED, "%s lies on FUSE, where saves of "
		    "two people may destroy each other: move it to a local "
		    "disk, or set allow_fuse = yes under [database]", path);
	if (kind == FOLDER_NETWORK)
		return err_set(e, ST_DENIED, "%s lies on a network disk (%s), "
		    "where saves of two people may destroy each other: move "
		    "it to a local disk", path, folder_name(fs.magic));
	return ST_OK;
}
