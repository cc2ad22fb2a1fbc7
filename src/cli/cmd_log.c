/* cmd_log.c - quick entry from the command line and from standard input.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line is one step. "log -" takes a line each from standard input: those
 * that are understood are one step together, the others are told as
 * "-:LINE: reason" and can be written to a file that logs again when mended.
 */
#include <stdlib.h>
#include <string.h>

#include "app/place.h"
#include "app/quick.h"
#include "app/record.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/pick.h"

/* All values of --pick, in order. */
static void
take_picks(const struct args *a, struct strs *out)
{
	for (size_t i = 0; i < a->names.n; i++)
		if (str_eq(a->names.v[i], "pick"))
			strs_add(out, a->values.v[i]);
}

/* --- one line ------------------------------------------------------------ */

/* The question or the faults, and how to answer. */
static enum status
not_ready(const struct quick *q, struct err *e)
{
	if (q->state == QUICK_ASK)
		return err_set(e, ST_AMBIGUOUS, "%s\nChoose with --pick 1 to "
		    "--pick %zu.", q->say, q->choices.n);
	if (q->state == QUICK_SURE)
		return err_set(e, ST_INVALID, "%s\n--sure saves it all the "
		    "same.", q->say);
	return err_set(e, ST_INVALID, "%s", q->say);
}

static enum status
save_one(struct cli *c, struct quick *q, struct err *e)
{
	struct buf ref, said, label;
	enum status st;

	buf_init(&ref, BUF_LINE);
	buf_init(&said, BUF_ROW);
	buf_init(&label, BUF_LINE);
	if ((st = step_begin(c->app, e)) == ST_OK) {
		st = quick_do(c->app, q, &ref, &said, e);
		buf_addf(&label, "logged %s", ref.p);
		st = pick_end(c, st, label.p, e);
	}
	if (st == ST_OK)
		pick_print(c->out, "%s\n", arg_has(c->args, "dry-run") ?
		    q->echo : said.p);
	buf_clear(&ref);
	buf_clear(&said);
	buf_clear(&label);
	return st;
}

static enum status
log_one(struct cli *c, struct err *e)
{
	struct strs picks = { 0 };
	struct quick_opts o = {
		.strict = arg_has(c->args, "strict"),
		.sure = arg_has(c->args, "sure"), .picks = &picks,
	};
	struct quick q = { 0 };
	char *line = strs_join(&c->args->pos, " ");
	enum status st;

	take_picks(c->args, &picks);
	st = quick_read(c->app, line, &o, &q, e);
	if (st == ST_OK && q.state == QUICK_READY) {
		st = save_one(c, &q, e);
	} else if (st == ST_OK) {
		st = not_ready(&q, e);
	}
	quick_clear(&q);
	strs_clear(&picks);
	free(line);
	return st;
}

/* --- a line each --------------------------------------------------------- */

#define LINES_MOST	(8u << 20)	/* bytes of standard input */

struct batch {
	struct cli	*c;
	struct quick_opts opts;
	struct buf	 rejects;	/* the lines refused, with why */
	struct strs	 told;		/* what was saved, told once it is kept */
	size_t		 taken, refused;
};

static void
refuse(struct batch *b, size_t n, const char *line, const char *why)
{
	pick_print(b->c->err, "-:%zu: %s\n", n, why);
	buf_addf(&b->rejects, "# %s\n%s\n", why, line);
	b->refused++;
}

static enum status
take_line(struct batch *b, size_t n, const char *line, struct err *e)
{
	struct quick q = { 0 };
	struct err why = { 0 };
	struct buf ref, said;
	bool saved;
	enum status st = quick_read(b->c->app, line, &b->opts, &q, e);

	if (st != ST_OK)
		return st;
	if (q.state != QUICK_READY) {
		refuse(b, n, line, q.say);
		quick_clear(&q);
		return ST_OK;
	}
	buf_init(&ref, BUF_LINE);
	buf_init(&said, BUF_ROW);
	st = quick_try(b->c->app, &q, &ref, &said, &saved, &why, e);
	if (st != ST_OK) {
		/* A fault of the disk is none of the line. */
		if (strstr(e->text, "nothing was saved") == NULL)
			err_prefix(e, "-:%zu: nothing was saved: ", n);
	} else if (saved) {
		strs_add(&b->told, arg_has(b->c->args, "dry-run") ? q.echo :
		    said.p);
		b->taken++;
	} else {
		refuse(b, n, line, why.text);
	}
	buf_clear(&ref);
	buf_clear(&said);
	quick_clear(&q);
	return st;
}

/* The text of a line as read: its end cut, a byte order mark passed over. */
static char *
line_text(char *line, ssize_t *len)
{
	while (*len > 0 && (line[*len - 1] == '\n' || line[*len - 1] == '\r'))
		line[--*len] = '\0';
	if (str_starts(line, "\xEF\xBB\xBF")) {
		*len -= 3;
		line += 3;
	}
	return line;
}

static enum status
take_lines(struct batch *b, char *text, size_t left, struct err *e)
{
	enum status st = ST_OK;

	for (size_t n = 1; st == ST_OK && left > 0; n++) {
		char *end = memchr(text, '\n', left), *line;
		size_t whole = end != NULL ? (size_t)(end - text) + 1 : left;
		ssize_t len = (ssize_t)whole;

		if (end != NULL)
			*end = '\0';
		else
			text[whole] = '\0';
		len -= end != NULL;
		line = line_text(text, &len);
		if (strlen(line) != (size_t)len)
			refuse(b, n, "", "a byte of value 0: this is no text");
		else if (!str_empty(line) && *line != '#')
			st = take_line(b, n, line, e);
		text += whole;
		left -= whole;
	}
	return st;
}

static enum status
end_batch(struct batch *b, int *code, struct err *e)
{
	const char *path = arg_get(b->c->args, "rejects");
	enum status st = ST_OK;

	for (size_t i = 0; i < b->told.n; i++)
		pick_print(b->c->out, "%s\n", b->told.v[i]);
	fprintf(b->c->out, "lines: %zu saved, %zu refused\n", b->taken,
	    b->refused);
	if (b->refused > 0)
		*code = b->taken > 0 ? EXIT_PART : EXIT_FAILED;
	if (path != NULL && b->refused > 0)
		st = place_put(b->c->app, path, b->rejects.p, b->rejects.n,
		    arg_has(b->c->args, "force"), e);
	return st;
}

static enum status
log_lines(struct cli *c, int *code, struct err *e)
{
	struct batch b = { .c = c, .opts = {
		.strict = arg_has(c->args, "strict"),
		.sure = arg_has(c->args, "sure"),
	} };
	struct buf label;
	char *lines;
	size_t n;
	enum status st;

	if (arg_has(c->args, "pick"))
		return err_set(e, ST_USAGE, "--pick answers one line; it does"
		    " not go with log -");
	/* All of it before anything is saved: others do not wait for it. */
	if ((st = place_text(c->app, "-", LINES_MOST, &lines, &n, e)) != ST_OK ||
	    (st = step_begin(c->app, e)) != ST_OK) {
		free(lines);
		return st;
	}
	buf_init(&b.rejects, BUF_FILE);
	buf_init(&label, BUF_LINE);
	st = take_lines(&b, lines, n, e);
	buf_addf(&label, "logged %zu line%s", b.taken,
	    b.taken == 1 ? "" : "s");
	st = pick_end(c, st, label.p, e);
	if (st == ST_OK)
		st = end_batch(&b, code, e);
	buf_clear(&label);
	free(lines);
	buf_clear(&b.rejects);
	strs_clear(&b.told);
	return st;
}

void
cli_log_examples(FILE *to)
{
	fputs("\nParts in any order, separated by \";\". A line each for what "
	    "quick entry does:\n", to);
	for (const struct quick_verb *v = quick_verbs; v->word != NULL; v++)
		fprintf(to, "\n  %s\n      %s\n", v->example, v->help);
}

enum status
cmd_log(struct cli *c, int *code, struct err *e)
{
	const struct strs *pos = &c->args->pos;

	if (pos->n == 0)
		return err_set(e, ST_USAGE, "log what? caseload log \"%s\"",
		    quick_verbs[0].example);
	if (pos->n == 1 && str_eq(pos->v[0], "-"))
		return log_lines(c, code, e);
	return log_one(c, e);
}
