/* path.h - folders of the user, private files, atomic replacement.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/err.h"

/* $XDG_DATA_HOME/caseload, $XDG_CONFIG_HOME/caseload, $XDG_STATE_HOME/caseload
 * (with the standard's defaults under $HOME) + "/" + NAME. Caller frees. */
char	*path_data(const char *name);
char	*path_config(const char *name);
char	*path_state(const char *name);
/* TEXT typed where no shell reads it: "~/x" is x in the home. Caller frees. */
char	*path_typed(const char *text);
char	*path_join(const char *dir, const char *name);	/* caller frees */
char	*path_dir(const char *path);			/* caller frees */
const char *path_base(const char *path); /* borrowed, after the last '/' */
/* Are both there, and one file by two names? */
bool	path_same(const char *a, const char *b);
/* Make the folder and its parents, 0700. */
enum status path_make_dir(const char *dir, struct err *e) MUST_CHECK;
/* A whole small file (at most MAX bytes), regular files only. Caller frees. */
enum status path_read(const char *path, size_t max, char **out, size_t *n,
		struct err *e) MUST_CHECK;
/* The same for what is too much to hold in memory: written through a stream,
 * and put in place by path_end when ST is ST_OK; else nothing is left. */
struct path_file;
enum status path_begin(const char *path, bool force, struct path_file **out,
		struct err *e) MUST_CHECK;
FILE	*path_stream(struct path_file *f);
/* The path of what is written until then, for a library that opens it by name.
 * Caller frees. */
char	*path_beside(const struct path_file *f);
enum status path_end(struct path_file *f, enum status st, struct err *e)
		MUST_CHECK;
/* Write beside the target, 0600, fsync, rename. Follows no symbolic link.
 * Without FORCE an existing target is refused. */
enum status path_replace(const char *path, const char *data, size_t n,
		bool force, struct err *e) MUST_CHECK;
/* The same over whatever is there, without waiting for the disk: for what may
 * be lost when the power fails, such as the lines typed last. */
enum status path_replace_soon(const char *path, const char *data, size_t n,
		struct err *e) MUST_CHECK;

#endif
