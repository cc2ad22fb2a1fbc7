/* place.h - where a session may read and write files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever runs the program as themselves reads and writes where they may. A
 * restricted session (over SSH) reads no file and writes only to the user's
 * outbox, the folder DATABASE.outbox/USER, 0700, whose files are fetched with
 * "caseload outbox get". Every file that a user names passes here.
 */
#ifndef APP_PLACE_H
#define APP_PLACE_H

#include "app/app.h"

#define PLACE_NAME_MAX	100		/* bytes of a name in the outbox */

/* The path of the file TYPED that is to be written. ST_DENIED in a restricted
 * session for what is no plain name, ST_CONFLICT there for what exists, without
 * FORCE. *PATH is the caller's. */
enum status	place_write(struct app *, const char *typed, bool force,
		    char **path, struct err *) MUST_CHECK;
/* May TYPED be read? "-", standard input, always. */
enum status	place_read(const struct app *, const char *typed,
		    struct err *) MUST_CHECK;
/* Was standard input, read to its end, all that there is? A lost connection ends
 * it too: ST_INTERRUPTED in a restricted session whose client has gone. */
enum status	place_sent(const struct app *, struct err *) MUST_CHECK;
/* The whole of the file TYPED or of standard input, at most MAX bytes. As
 * place_read and place_sent; *OUT, ended by a NUL, is the caller's. */
enum status	place_text(const struct app *, const char *typed, size_t max,
		    char **out, size_t *n, struct err *) MUST_CHECK;
/* May the folder TYPED be filled with files? INSTEAD says what to do where it
 * may not. */
enum status	place_folder(const struct app *, const char *typed,
		    const char *instead, struct err *) MUST_CHECK;
/* Is there room for N more bytes in the outbox? Always, elsewhere. */
enum status	place_room(struct app *, uint64_t n, struct err *) MUST_CHECK;
/* All of it: N bytes into the file TYPED, as path_replace. */
enum status	place_put(struct app *, const char *typed, const char *data,
		    size_t n, bool force, struct err *) MUST_CHECK;

/* --- the outbox ---------------------------------------------------------- */

struct place_file {
	char		*name;
	uint64_t	 bytes;
	int64_t		 ms;		/* when it was written, since 1970 */
};
struct place_files {
	struct place_file *v;
	size_t		 n;
};
/* By name. Freed by outbox_clear. A user who wrote none has none. */
enum status	outbox_list(struct app *, struct place_files *out, struct err *) MUST_CHECK;
void		outbox_clear(struct place_files *);
/* Its path, when it is there; the caller's. ST_NOT_FOUND says what is. */
enum status	outbox_find(struct app *, const char *name, char **path,
		    struct err *) MUST_CHECK;
enum status	outbox_remove(struct app *, const char *name, struct err *) MUST_CHECK;
/* The folder of all outboxes, and the user whose folder in it is called FOLDER;
 * both are the caller's. */
char		*outbox_root(const struct app *);
char		*outbox_owner(const char *folder);
/* What to tell after FILE was written there: how it is fetched. Caller frees. */
char		*outbox_hint(const char *file);

#endif
