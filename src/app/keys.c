/* keys.c - public keys of a hub's users, and the file that sshd reads them from.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/keys.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#ifdef HAVE_SODIUM
#include <sodium.h>
#endif
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/path.h"
#include "base/utf8.h"
#include "base/words.h"

#define FILE_MOST	(4u << 20)
#define RSA_BYTES	256		/* 2048 bits */

static const char *const types[] = { "ssh-ed25519", "ecdsa-sha2-nistp256",
	"ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa",
	"sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com" };

/* --- base64 and digest --------------------------------------------------- */

#ifdef HAVE_SODIUM
/* The bytes of TEXT; false when it is not base64. Caller frees *OUT. */
static bool
decode(const char *text, unsigned char **out, size_t *n)
{
	size_t len = strlen(text);

	*out = xmalloc(len + 1);
	return len > 0 && sodium_base642bin(*out, len, text, len, NULL, n,
	    NULL, sodium_base64_VARIANT_ORIGINAL) == 0;
}

static void
fingerprint(const unsigned char *blob, size_t n, char out[KEY_PRINT])
{
	unsigned char sum[crypto_hash_sha256_BYTES];
	int at = snprintf(out, KEY_PRINT, "SHA256:");

	crypto_hash_sha256(sum, blob, n);
	sodium_bin2base64(out + at, (size_t)(KEY_PRINT - at), sum, sizeof sum,
	    sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
}

enum status
keys_built(struct err *e)
{
	return sodium_init() >= 0 ? ST_OK :
	    err_set(e, ST_INVALID, "libsodium does not start");
}
#else
static bool
decode(const char *text, unsigned char **out, size_t *n)
{
	(void)text;
	*out = NULL;
	*n = 0;
	return false;
}

static void
fingerprint(const unsigned char *blob, size_t n, char out[KEY_PRINT])
{
	(void)blob;
	(void)n;
	*out = '\0';
}

enum status
keys_built(struct err *e)
{
	return err_set(e, ST_INVALID, "this Caseload was built without libsodium,"
	    " which reads keys: install libsodium-dev and build it again");
}
#endif

/* --- one key ------------------------------------------------------------- */

/* The next length and bytes of a key (RFC 4251 5, "string"). */
static bool
next_part(const unsigned char **p, size_t *left, const unsigned char **part,
    size_t *n)
{
	if (*left < 4)
		return false;
	*n = (size_t)(*p)[0] << 24 | (size_t)(*p)[1] << 16 |
	    (size_t)(*p)[2] << 8 | (*p)[3];
	*p += 4;
	*left -= 4;
	if (*n > *left)
		return false;
	*part = *p;
	*p += *n;
	*left -= *n;
	return true;
}

static enum status
check_blob(const char *type, const unsigned char *blob, size_t n,
    struct err *e)
{
	const unsigned char *part;
	size_t len, parts = 0;

	if (!next_part(&blob, &n, &part, &len) || len != strlen(type) ||
	    memcmp(part, type, len) != 0)
		return err_set(e, ST_INVALID, "the key is not the %s it says:"
		    " copy the file that ends in .pub again", type);
	while (n > 0) {
		if (!next_part(&blob, &n, &part, &len))
			return err_set(e, ST_INVALID, "the key is not whole:"
			    " copy the file that ends in .pub again");
		for (; len > 0 && *part == 0; len--)
			part++;
		parts++;
	}
	if (parts == 0)
		return err_set(e, ST_INVALID, "the key is not whole: copy the"
		    " file that ends in .pub again");
	if (str_eq(type, "ssh-rsa") && (parts != 2 || len < RSA_BYTES))
		return err_set(e, ST_INVALID, "an ssh-rsa key needs 2048 bits:"
		    " ssh-keygen -t ed25519 makes a better one");
	return ST_OK;
}

static char *
clean_comment(const char *text)
{
	char *safe = utf8_printable(text, false), *out;

	out = str_trimmed(safe);
	free(safe);
	if (strlen(out) > 100)
		out[100] = '\0';
	return out;
}

/* TEXT is "type blob comment". */
static enum status
parse_line(const char *text, struct key *out, struct err *e)
{
	unsigned char *blob = NULL;
	struct strs words = { 0 };
	enum status st = ST_OK;
	bool known = false;
	size_t n = 0;

	*out = (struct key){ .user = xstrdup(""), .db = xstrdup("") };
	str_words(&words, text);
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		known = known || (words.n > 0 && str_eq(words.v[0], types[i]));
	if (!known || words.n < 2) {
		st = err_set(e, ST_INVALID, "this is no public key: it begins"
		    " with ssh-ed25519, ecdsa-sha2-, sk- or ssh-rsa, without"
		    " options before it");
	} else if (!decode(words.v[1], &blob, &n)) {
		st = err_set(e, ST_INVALID, "the key is no base64: copy the"
		    " file that ends in .pub again");
	} else if ((st = check_blob(words.v[0], blob, n, e)) == ST_OK) {
		out->type = xstrdup(words.v[0]);
		out->blob = xstrdup(words.v[1]);
		fingerprint(blob, n, out->print);
		for (size_t i = 0; i < 2; i++)
			text += strspn(text, " \t"), text += strcspn(text, " \t");
		out->comment = clean_comment(text);
	}
	free(blob);
	strs_clear(&words);
	if (st != ST_OK)
		keys_clear(out);
	return st;
}

enum status
keys_parse(const char *text, struct key *out, struct err *e)
{
	const char *one = NULL;
	struct strs lines = { 0 };
	size_t found = 0;
	enum status st;

	*out = (struct key){ 0 };
	if (strstr(text, "PRIVATE KEY") != NULL)
		return err_set(e, ST_INVALID, "this is a private key: it stays"
		    " with its owner; send the file that ends in .pub");
	if (str_starts(text, "---- BEGIN SSH2 PUBLIC KEY"))
		return err_set(e, ST_INVALID, "this key is in another form: "
		    "ssh-keygen -i -f FILE prints the line that is needed");
	if (str_starts(text, "\xef\xbb\xbf"))
		text += 3;	/* what editors put before UTF-8 */
	str_split(&lines, text, '\n');
	for (size_t i = 0; i < lines.n; i++)
		if (lines.v[i][0] != '\0' && lines.v[i][0] != '#') {
			one = lines.v[i];
			found++;
		}
	if (found != 1)
		st = err_set(e, ST_INVALID, "there are %zu keys: a file holds"
		    " exactly one", found);
	else
		st = parse_line(one, out, e);
	strs_clear(&lines);
	return st;
}

void
keys_clear(struct key *k)
{
	free(k->user);
	free(k->db);
	free(k->type);
	free(k->blob);
	free(k->comment);
	*k = (struct key){ 0 };
}

/* --- the file of sshd ---------------------------------------------------- */

enum status
keys_lock(const char *file, int *fd, struct err *e)
{
	char *dir = path_dir(file), *lock = xasprintf("%s.lock", file);
	enum status st = path_make_dir(dir, e);
	int got = -1;

	*fd = -1;
	if (st == ST_OK) {
		*fd = open(lock, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC,
		    0600);
		while (*fd >= 0 && (got = flock(*fd, LOCK_EX)) != 0 &&
		    errno == EINTR)
			continue;
		if (got != 0)
			st = err_errno(e, "cannot lock %s", lock);
	}
	if (st != ST_OK && *fd >= 0) {
		close(*fd);
		*fd = -1;
	}
	free(lock);
	free(dir);
	return st;
}

enum status
keys_read(const char *file, struct strs *lines, struct err *e)
{
	struct stat sb;
	char *text;
	size_t n;
	enum status st;

	if (lstat(file, &sb) != 0)
		return errno == ENOENT ? ST_OK :
		    err_errno(e, "cannot read %s", file);
	if (S_ISLNK(sb.st_mode))
		return err_set(e, ST_INVALID, "%s is a symbolic link: name the"
		    " file itself with --file", file);
	if ((st = path_read(file, FILE_MOST, &text, &n, e)) != ST_OK)
		return st;
	if (strlen(text) != n)
		st = err_set(e, ST_INVALID, "%s holds a NUL: mend it", file);
	for (char *p = text, *end; st == ST_OK && *p != '\0'; p = end) {
		end = p + strcspn(p, "\n");
		strs_take(lines, xstrndup(p, (size_t)(end - p)));
		end += *end != '\0';
	}
	free(text);
	return st;
}

enum status
keys_write(const char *file, const struct strs *lines, struct err *e)
{
	char *dir = path_dir(file);
	struct buf b;
	enum status st = path_make_dir(dir, e);

	buf_init(&b, FILE_MOST);
	for (size_t i = 0; i < lines->n; i++)
		buf_addf(&b, "%s\n", lines->v[i]);
	if (st == ST_OK && buf_over(&b))
		st = err_set(e, ST_INVALID, "%s holds too much", file);
	if (st == ST_OK)
		st = path_replace(file, b.p, b.n, true, e);
	buf_clear(&b);
	free(dir);
	return st;
}

/* Where the command that LINE's options name begins, and its length. */
static const char *
command_of(const char *line, size_t *n)
{
	static const char option[] = "command=\"";
	const char *at;

	line += strspn(line, " \t");
	if (*line == '#' || (at = strstr(line, option)) == NULL)
		return NULL;
	at += sizeof option - 1;
	for (*n = 0; at[*n] != '\0' && at[*n] != '"'; )
		*n += at[*n] == '\\' && at[*n + 1] != '\0' ? 2 : 1;
	return at;
}

bool
keys_session(const char *line, struct session_line *out)
{
	struct strs words = { 0 };
	size_t n = 0, i = 0;
	const char *at = command_of(line, &n);
	char *command;
	bool found;

	if (at == NULL)
		return false;
	command = xstrndup(at, n);
	found = words_split(command, &words, NULL) == ST_OK;
	while (i < words.n && !str_eq(words.v[i], "hub-session"))
		i++;
	if ((found = found && i + 1 < words.n))
		*out = (struct session_line){ xstrdup(words.v[i + 1]),
		    xstrdup(i + 2 < words.n ? words.v[i + 2] : "") };
	strs_clear(&words);
	free(command);
	return found;
}

void
session_line_clear(struct session_line *s)
{
	free(s->user);
	free(s->db);
	*s = (struct session_line){ 0 };
}

bool
keys_ours(const char *line, struct key *out)
{
	struct session_line s;
	const char *end;

	if (!str_starts(line, KEYS_OPTIONS) ||
	    (end = strstr(line + sizeof KEYS_OPTIONS - 1, "\" ")) == NULL ||
	    !keys_session(line, &s))
		return false;
	if (parse_line(end + 2, out, NULL) != ST_OK) {
		session_line_clear(&s);
		return false;
	}
	free(out->user);
	free(out->db);
	out->user = s.user;
	out->db = s.db;
	return true;
}

void
keys_line(const char *command, const struct key *k, struct buf *out)
{
	buf_addf(out, KEYS_OPTIONS "%s\" %s %s%s%s", command, k->type, k->blob,
	    *k->comment != '\0' ? " " : "", k->comment);
}

enum status
keys_word(const char *word, struct buf *out, struct err *e)
{
	bool bare = *word != '\0';

	for (const char *p = word; *p != '\0'; p++) {
		if (strchr("'\"\\", *p) != NULL || iscntrl((unsigned char)*p))
			return err_set(e, ST_INVALID, "%s cannot stand in the"
			    " line that sshd runs: it holds a quote, a backslash"
			    " or a control character", word);
		bare = bare && (isalnum((unsigned char)*p) ||
		    strchr("/._-@+,:=", *p) != NULL);
	}
	buf_addf(out, bare ? "%s" : "'%s'", word);
	return ST_OK;
}
