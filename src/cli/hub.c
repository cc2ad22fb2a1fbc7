/* hub.c - what sshd runs for a user of a shared hub: hub-session.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/hub.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/words.h"

#define WORD_MAX	4096
#define CLIENT_LINE	"SSH_ORIGINAL_COMMAND"

extern char **environ;

bool
hub_is_session(int argc, char *const argv[])
{
	return argc > 1 && strcmp(argv[1], "hub-session") == 0 &&
	    !(argc > 2 && strcmp(argv[2], "--help") == 0);
}

bool
hub_user_word(const char *name)
{
	const char *p;

	for (p = name; *p != '\0'; p++)
		if (!isalnum((unsigned char)*p) && strchr("._-@", *p) == NULL)
			return false;
	return p > name && *name != '-' && p - name <= 64;
}

/* --- the environment ----------------------------------------------------- */

static bool
is_word(const char *s, const char *also)
{
	size_t n;

	for (n = 0; s[n] != '\0'; n++)
		if (!isalnum((unsigned char)s[n]) &&
		    strchr(also, s[n]) == NULL)
			return false;
	return n > 0 && n < 100;
}

static bool
is_path(const char *s)
{
	size_t n = strlen(s);

	return s[0] == '/' && n < WORD_MAX && strpbrk(s, "\n\r\t") == NULL;
}

/* Is this "NAME=value" of the client one to keep? A name of a terminal or of a
 * locale is part of a file's path to those who read it. */
static bool
keeps(const char *var)
{
	const char *eq = strchr(var, '=');

	if (eq == NULL)
		return false;
	if (str_starts(var, "TERM=") || str_starts(var, "LANG=") ||
	    str_starts(var, "LC_"))
		return is_word(eq + 1, "._-+@");
	if (str_starts(var, "HOME="))
		return is_path(eq + 1);
	if (str_starts(var, "SSH_CONNECTION=") || str_starts(var, "SSH_TTY="))
		return is_word(eq + 1, " ./:%-_");
	return str_starts(var, "NO_COLOR=");
}

/* Terminals that may know ASCII alone say so by their name. */
static bool
shows_utf8(const char *term)
{
	return term == NULL || (!str_starts(term, "vt") &&
	    !str_starts(term, "linux") && !str_starts(term, "dumb") &&
	    !str_starts(term, "ansi"));
}

/* The client's locale comes only where sshd has AcceptEnv. */
static void
choose_locale(void)
{
	if (getenv("LC_ALL") == NULL && getenv("LC_CTYPE") == NULL &&
	    getenv("LANG") == NULL && shows_utf8(getenv("TERM")))
		(void)setenv("LC_CTYPE", "C.UTF-8", 1);
}

static void
clean_environment(void)
{
	static char *none[] = { NULL };
	struct strs kept = { 0 };
	char **var;

	for (var = environ; var != NULL && *var != NULL; var++)
		if (keeps(*var))
			strs_add(&kept, *var);
	environ = none;
	for (size_t i = 0; i < kept.n; i++) {
		char *eq = strchr(kept.v[i], '=');

		*eq = '\0';
		(void)setenv(kept.v[i], eq + 1, 1);
	}
	strs_clear(&kept);
	choose_locale();
}

/* --- the command --------------------------------------------------------- */

/* USER [DATABASE [SETTINGS]] of the forced command. */
static enum status
read_own(struct args *a, int argc, char *const argv[], struct err *e)
{
	if (argc < 3 || argc > 5)
		return err_set(e, ST_USAGE, "hub-session takes USER [DATABASE"
		    " [SETTINGS]]; caseload user key add writes the line.");
	for (int i = 2; i < argc; i++)
		if (argv[i][0] == '-' || argv[i][0] == '\0')
			return err_set(e, ST_USAGE, "hub-session takes no \"%s\""
			    ": write USER [DATABASE [SETTINGS]].", argv[i]);
	if (!hub_user_word(argv[2]))
		return err_set(e, ST_USAGE, "hub-session: \"%s\" is no name for"
		    " a user of a hub: letters, digits, . _ - and @.", argv[2]);
	a->start.restricted = true;
	a->start.user = argv[2];
	a->start.db = argc > 3 ? argv[3] : NULL;
	a->start.config = argc > 4 ? argv[4] : NULL;
	return ST_OK;
}

/* "ssh hub caseload list school" is as good as "ssh hub list school". */
static void
drop_program(struct strs *words)
{
	if (words->n == 0 || !str_eq(words->v[0], "caseload"))
		return;
	free(words->v[0]);
	memmove(words->v, words->v + 1, --words->n * sizeof *words->v);
}

enum status
hub_begin(struct hub *h, struct args *a, int argc, char *const argv[],
    struct err *e)
{
	const char *env = getenv(CLIENT_LINE);
	char *line = env != NULL ? xstrdup(env) : NULL;
	enum status st;

	*h = (struct hub){ 0 };
	clean_environment();
	st = read_own(a, argc, argv, e);
	if (st == ST_OK && line != NULL)
		st = words_split(line, &h->words, e);
	free(line);
	drop_program(&h->words);
	h->argv = xcalloc(h->words.n + 2, sizeof *h->argv);
	h->argv[h->argc++] = argv[0];
	for (size_t i = 0; i < h->words.n; i++)
		h->argv[h->argc++] = h->words.v[i];
	return st;
}

void
hub_end(struct hub *h)
{
	free(h->argv);
	strs_clear(&h->words);
	*h = (struct hub){ 0 };
}

enum status
cmd_hub_session(struct cli *c, int *code, struct err *e)
{
	(void)c;
	(void)code;
	return err_set(e, ST_USAGE, "hub-session stands first, without options:"
	    " caseload hub-session USER [DATABASE [SETTINGS]]");
}
