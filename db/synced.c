/* synced.c - does a program copy the database's folder to other machines?
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Such programs copy a file while it changes and put back old ones: two people
 * then save into two databases. There is no one sign of it; these are theirs.
 */
#include <dirent.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"
#include "db/folder.h"

/* What is in such a folder, or how it is called (any case). Patterns of
 * fnmatch(3). One row each. */
static const struct {
	bool		 name;		/* of the folder; else something in it */
	const char	*pattern, *by;
} signs[] = {
	{ false, ".dropbox", "Dropbox" },
	{ false, ".dropbox.cache", "Dropbox" },
	{ false, ".stfolder", "Syncthing" },
	{ false, ".sync_*.db", "Nextcloud or ownCloud" },
	{ false, "._sync_*.db", "Nextcloud or ownCloud" },
	{ false, ".nextcloudsync.log", "Nextcloud" },
	{ false, ".owncloudsync.log", "ownCloud" },
	{ false, ".tmp.drivedownload", "Google Drive" },
	{ false, ".tmp.driveupload", "Google Drive" },
	{ false, ".synologyworkingdirectory", "Synology Drive" },
	{ false, ".seafile-data", "Seafile" },
	{ true,  "onedrive*", "OneDrive" },
	{ true,  "dropbox*", "Dropbox" },
	{ true,  "nextcloud*", "Nextcloud" },
	{ true,  "owncloud*", "ownCloud" },
	{ true,  "google drive*", "Google Drive" },
	{ true,  "googledrive*", "Google Drive" },
	{ true,  "icloud*", "iCloud" },
	{ true,  "com~apple~clouddocs", "iCloud" },
	{ true,  "synologydrive*", "Synology Drive" },
	{ true,  "pclouddrive", "pCloud" },
	{ true,  "megasync*", "MEGA" },
	{ true,  "seafile", "Seafile" },
};
enum { SIGNS = sizeof signs / sizeof signs[0] };

static const char *
sign_of(bool name, const char *text)
{
	char *low = xstrdup(text);
	const char *by = NULL;

	for (char *p = low; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	for (size_t i = 0; i < SIGNS && by == NULL; i++)
		if (signs[i].name == name &&
		    fnmatch(signs[i].pattern, low, 0) == 0)
			by = signs[i].by;
	free(low);
	return by;
}

static const char *
sign_in(const char *dir)
{
	const char *by = NULL;
	const struct dirent *d;
	DIR *in = opendir(dir);

	if (in == NULL)
		return NULL;
	while (by == NULL && (d = readdir(in)) != NULL)
		if (d->d_name[0] == '.')
			by = sign_of(false, d->d_name);
	closedir(in);
	return by;
}

/* DIR and all above it but the root; ends with *WHERE the one that shows. */
static const char *
walk_up(const char *dir, char **where)
{
	char *at = xstrdup(dir), *up;
	const char *by = NULL;

	while (by == NULL && strcmp(at, "/") != 0 && strcmp(at, ".") != 0) {
		if ((by = sign_of(true, path_base(at))) == NULL)
			by = sign_in(at);
		if (by != NULL)
			break;
		up = path_dir(at);
		free(at);
		at = up;
	}
	if (by != NULL)
		*where = at;
	else
		free(at);
	return by;
}

/* The folder as it was named, from the root on: a link called Dropbox that
 * leads elsewhere is a sign too. */
static char *
named_folder(const char *path)
{
	char *dir = path_dir(path), *cwd, *whole;

	if (dir[0] == '/' || (cwd = getcwd(NULL, 0)) == NULL)
		return dir;
	whole = path_join(cwd, dir);
	free(cwd);
	free(dir);
	return whole;
}

const char *
folder_synced(const char *path, char **where)
{
	char *dir = named_folder(path), *file = realpath(path, NULL);
	char *home = file != NULL ? path_dir(file) : realpath(dir, NULL);
	const char *by = NULL;

	if (home != NULL)
		by = walk_up(home, where);
	if (by == NULL)
		by = walk_up(dir, where);
	free(home);
	free(file);
	free(dir);
	return by;
}
