/* doctor_place.c - the disk on which the database lies: kind, room, who copies
 * it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/doctor_int.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/path.h"
#include "base/str.h"
#include "db/folder.h"

enum { FILES_LEFT = 100 };	/* a save makes a journal, a backup a file */
#define ROOM_SAVE	(UINT64_C(16) << 20)	/* below this saves may fail */

/* Where the folder of the database is not there yet: in the first above it that
 * is. Caller frees. */
static char *
place_of(const struct doctor *d)
{
	char *dir = path_dir(d->file), *up;

	while (access(dir, F_OK) != 0 && !str_eq(dir, "/") &&
	    !str_eq(dir, ".")) {
		up = path_dir(dir);
		free(dir);
		dir = up;
	}
	up = path_join(dir, path_base(d->file));
	free(dir);
	return up;
}

void
doctor_disk(struct doctor *d)
{
	char *at = place_of(d);
	struct folder_fs fs;
	struct err e = { 0 };

	if (folder_look(at, &fs, &e) != ST_OK) {
		doctor_find(d, DOCTOR_ERROR, "Mend the path or the rights to "
		    "it.", "%s", e.text);
		free(at);
		return;
	}
	switch (folder_kind(fs.magic)) {
	case FOLDER_NETWORK:
		doctor_find(d, DOCTOR_ERROR, "Move it to a disk of this "
		    "machine; others reach it by ssh.", "%s lies on a network "
		    "disk (%s), where saves of two people may destroy each "
		    "other.", d->file, folder_name(fs.magic));
		break;
	case FOLDER_FUSE:
		if (option_yes(d->opt, OPT_ALLOW_FUSE))
			doctor_find(d, DOCTOR_WARNING, "Be sure that only this "
			    "machine uses it.", "%s lies on FUSE, which the "
			    "settings allow.", d->file);
		else
			doctor_find(d, DOCTOR_ERROR, "Move it to a local disk,"
			    " or set allow_fuse = yes under [database].",
			    "%s lies on FUSE, where saves of two people may "
			    "destroy each other.", d->file);
		break;
	case FOLDER_MEMORY:
		doctor_find(d, DOCTOR_WARNING, "Move it to a disk.", "%s lies "
		    "in memory (%s): it is gone when the machine stops.",
		    d->file, folder_name(fs.magic));
		break;
	case FOLDER_UNKNOWN:
		doctor_find(d, DOCTOR_WARNING, "Be sure that it is a disk of "
		    "this machine.", "%s lies on a file system that is not "
		    "known here (%#lx).", d->file, fs.magic);
		break;
	case FOLDER_LOCAL:
		doctor_ok(d, "%s lies on a local disk (%s).", d->file,
		    folder_name(fs.magic));
		break;
	}
	if (fs.readonly)
		doctor_find(d, DOCTOR_ERROR, "Mount the disk to be written, "
		    "or look with --readonly.", "The disk of %s is mounted "
		    "read only.", d->file);
	free(at);
}

void
doctor_synced(struct doctor *d)
{
	char *where;
	const char *by = folder_synced(d->file, &where);

	if (by == NULL)
		return;
	if (option_yes(d->opt, OPT_SYNCED))
		doctor_ok(d, "%s copies %s to other machines, which the "
		    "settings allow.", by, where);
	else
		doctor_find(d, DOCTOR_WARNING, "Move the database to a folder "
		    "of this machine alone, and copy backups instead; or set "
		    "synced = yes under [database].", "%s copies %s to other "
		    "machines: saves of two people may be lost.", by, where);
	free(where);
}

void
doctor_space(struct doctor *d)
{
	uint64_t size = d->db.bytes > 0 ? (uint64_t)d->db.bytes : 0;
	char *at = place_of(d), left[16], wanted[16];
	struct folder_fs fs;

	if (folder_look(at, &fs, NULL) == ST_OK) {
		doctor_size(fs.bytes, left);
		doctor_size(size + ROOM_SAVE, wanted);
		if (fs.bytes < ROOM_SAVE)
			doctor_find(d, DOCTOR_ERROR, "Make room on that disk.",
			    "The disk of the database is full: %s left.", left);
		else if (fs.bytes < size + ROOM_SAVE)
			doctor_find(d, DOCTOR_WARNING, "Make room on that "
			    "disk, or set [backup] max.", "%s left on the disk "
			    "of the database, but a backup takes %s.", left,
			    wanted);
		else
			doctor_ok(d, "%s left on the disk of the database.",
			    left);
		if (fs.files > 0 && fs.files_free < FILES_LEFT)
			doctor_find(d, DOCTOR_ERROR, "Remove small files that "
			    "nobody needs from that disk.", "The disk of the "
			    "database takes only %llu more files.",
			    (unsigned long long)fs.files_free);
	}
	free(at);
}
