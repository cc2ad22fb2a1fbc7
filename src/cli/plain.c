/* plain.c - line mode: for screen readers and terminals that cannot paint.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/plain.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "cli/plain_line.h"

enum status
plain_words(const char *line, struct strs *out, struct err *e)
{
	struct buf b;
	char quote = '\0';
	bool word = false;
	const char *s;

	buf_init(&b, BUF_ROW);
	for (s = line; *s != '\0'; s++) {
		if (*s == '\\' && s[1] != '\0' && quote != '\'') {
			buf_addc(&b, *++s);
			word = true;
		} else if (quote != '\0' ? *s == quote :
		    *s == '"' || *s == '\'') {
			quote = quote != '\0' ? '\0' : *s;
			word = true;
		} else if (quote == '\0' && strchr(" \t\n", *s) != NULL) {
			if (word)
				strs_add(out, b.p);
			buf_reset(&b);
			word = false;
		} else {
			buf_addc(&b, *s);
			word = true;
		}
	}
	if (word)
		strs_add(out, b.p);
	buf_clear(&b);
	if (quote != '\0')
		return err_set(e, ST_USAGE, "a quotation mark %c is not"
		    " closed", quote);
	return ST_OK;
}

/* The one word that LINE is in quotes, as a shell takes it; NULL for any other
 * line. */
static char *
one_word(const char *line)
{
	struct strs words = { 0 };
	char *word = NULL;

	if ((*line == '"' || *line == '\'') &&
	    plain_words(line, &words, NULL) == ST_OK && words.n == 1)
		word = xstrdup(words.v[0]);
	strs_clear(&words);
	return word;
}

/* A line of letters after "l " or "log " is quick entry as it stands: its
 * semicolons, and quotes within it, are the user's. In quotes as a whole
 * it is what a shell would make of it, and so are options of log. */
static char *
log_text(const char *line)
{
	bool letter = str_starts(line, "l ");
	char *text, *word;

	if (!letter && (!str_starts(line, "log ") || strchr(line, ';') == NULL))
		return NULL;
	text = str_trimmed(line + (letter ? 2 : 4));
	word = one_word(text);
	if (word == NULL && (letter || strchr("\"'-", *text) == NULL))
		return text;
	free(text);
	return word;
}

/* new ENTITY, answer REF: what asks for one thing after the other. */
typedef enum status (*asks_fn)(struct cli *, const char *what, FILE *,
    struct err *);

static void
run_asking(const struct args *global, asks_fn asks, const char *what)
{
	struct cli c = { .args = global, .out = stdout, .err = stderr };
	struct app app;
	struct err e = { 0 };
	enum status st;

	if ((st = app_open(&app, &global->start, &e)) == ST_OK) {
		c.app = &app;
		st = asks(&c, what, stdin, &e);
		app_close(&app);
	}
	if (st != ST_OK)
		cli_say(&c, "%s", e.text);
}

static void
run_words(const struct args *global, struct strs *words)
{
	struct cli c = { .args = global, .out = stdout, .err = stderr };
	struct args a = { 0 };
	struct err e = { 0 };
	char **argv = xcalloc(words->n + 2, sizeof *argv);
	size_t i;

	argv[0] = (char *)(uintptr_t)"caseload";
	for (i = 0; i < words->n; i++)
		argv[i + 1] = words->v[i];
	a.start = global->start;
	if (args_parse(&a, (int)words->n + 1, argv, &e) != ST_OK)
		cli_say(&c, "%s", e.text);
	else if (a.command != NULL)
		(void)cli_run(&a);
	args_clear(&a);
	free(argv);
}

static void
one_line(const struct args *global, const char *line)
{
	struct cli c = { .args = global, .out = stdout, .err = stderr };
	struct strs words = { 0 };
	struct err e = { 0 };
	char *text = log_text(line);

	if (text != NULL) {
		strs_add(&words, "log");
		strs_add(&words, "--");
		strs_take(&words, text);
		run_words(global, &words);
	} else if (plain_words(line, &words, &e) != ST_OK)
		cli_say(&c, "%s", e.text);
	else if (words.n == 2 && str_eq(words.v[0], "new"))
		run_asking(global, plain_new, words.v[1]);
	else if (words.n == 2 && str_eq(words.v[0], "answer"))
		run_asking(global, plain_answer, words.v[1]);
	else if (words.n > 0)
		run_words(global, &words);
	strs_clear(&words);
	fflush(stdout);
}

/* Only a session over SSH has a time to keep, in settings that need reading. */
static enum status
begin_lines(const struct args *global, struct err *e)
{
	struct app app;
	enum status st;

	if (!global->start.restricted)
		return ST_OK;
	if ((st = app_open(&app, &global->start, e)) != ST_OK)
		return st;
	plain_begin(&app, stdin);
	app_close(&app);
	return ST_OK;
}

/* Whoever may not come in any more is told, and the session ends. */
static bool
is_shut_out(const struct args *global)
{
	struct app app;
	struct err e = { 0 };
	enum status st = app_open(&app, &global->start, &e);

	if (st == ST_OK)
		app_close(&app);
	if (st == ST_DENIED)
		cli_complain(e.text);
	return st == ST_DENIED;
}

int
plain_run(const struct args *global)
{
	bool out = false;
	struct strs agenda = { 0 };
	char *line = NULL;
	size_t size = 0;
	struct err e = { 0 };

	if (begin_lines(global, &e) != ST_OK) {
		cli_complain(e.text);
		return EXIT_FAILED;
	}
	puts("Caseload, line mode. Type help for the commands, new encounter to"
	    " be asked field by field,");
	puts("answer school/URN for the items of an assessment, l and a line to"
	    " log one, quit to leave.");
	strs_add(&agenda, "agenda");
	run_words(global, &agenda);
	strs_clear(&agenda);
	for (;;) {
		fputs("caseload> ", stdout);
		fflush(stdout);
		if (!plain_line(stdin, &line, &size))
			break;
		line[strcspn(line, "\n")] = '\0';
		if (str_in(line, "quit q exit"))
			break;
		if ((out = global->start.restricted && is_shut_out(global)))
			break;
		one_line(global, line);
	}
	free(line);
	return out || plain_locked() ? EXIT_FAILED : EXIT_DONE;
}
