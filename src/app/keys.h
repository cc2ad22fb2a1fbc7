/* keys.h - public keys of a hub's users, and the file that sshd reads them from.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line is sshd(8)'s, AUTHORIZED_KEYS FILE FORMAT: options, type, the key in
 * base64 (RFC 4253 6.6), a comment. Lines of ours begin with KEYS_OPTIONS; the
 * others are kept as they are. A key's text is hostile.
 */
#ifndef APP_KEYS_H
#define APP_KEYS_H

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

#define KEYS_OPTIONS	"restrict,pty,command=\""
#define KEY_PRINT	64		/* "SHA256:..." and its end */

struct key {
	char		*user, *db;	/* of a line of ours; else "" */
	char		*type, *blob, *comment;
	char		 print[KEY_PRINT];	/* as ssh-keygen -l writes it */
};

/* ST_INVALID when this program was built without libsodium; nothing else here is
 * to be called then. */
enum status	keys_built(struct err *) MUST_CHECK;

/* One public key, as a file of ssh-keygen holds it. ST_INVALID for anything
 * else: several, none, options before it, a private key, a kind that is weak or
 * unknown. Cleared by keys_clear. */
enum status	keys_parse(const char *text, struct key *out, struct err *) MUST_CHECK;
void		keys_clear(struct key *);

/* The lines of FILE, none when it is not there; a symbolic link is refused. */
enum status	keys_read(const char *file, struct strs *lines, struct err *) MUST_CHECK;
/* Alone with FILE from here until *FD is closed, so that of two who change it at
 * once neither loses the other's: FILE.lock beside it is held. Waits. */
enum status	keys_lock(const char *file, int *fd, struct err *) MUST_CHECK;
/* The same back: beside it and renamed, 0600, its folder made 0700. */
enum status	keys_write(const char *file, const struct strs *lines, struct err *) MUST_CHECK;
/* Is LINE one of ours? Then *OUT is it. */
bool		keys_ours(const char *line, struct key *out);

/* What the line of a key has sshd run: "caseload hub-session USER [DB ...]". */
struct session_line {
	char		*user, *db;	/* DB "" when it names none */
};
/* Is that what LINE runs, whoever wrote it and with whatever options? *OUT is
 * cleared by session_line_clear when it is. */
bool		keys_session(const char *line, struct session_line *out);
void		session_line_clear(struct session_line *);
/* The line by which sshd runs COMMAND, words for a shell, for that key. */
void		keys_line(const char *command, const struct key *, struct buf *out);
/* WORD for the account's shell, appended: in quotes where it must be.
 * ST_INVALID for one that holds a quote, a backslash or a control character. */
enum status	keys_word(const char *word, struct buf *out, struct err *) MUST_CHECK;

#endif
