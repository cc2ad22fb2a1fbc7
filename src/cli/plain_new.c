/* plain_new.c - a new record in line mode: asked field by field.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/alike.h"
#include "app/dated.h"
#include "app/may.h"
#include "app/record.h"
#include "app/text.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cli/pick.h"
#include "cli/plain.h"
#include "cli/plain_line.h"

struct asking {
	struct cli	*c;
	FILE		*in;
	struct row	*r;
	struct dated dated;
	char		*line;
	size_t		 size;
	bool		 ended;		/* end of input: nothing is saved */
};

static bool
is_asked(const struct entity *ent, int f)
{
	if (dated_takes(ent, f))
		return true;
	return (ent->fields[f].flags & (FF_DERIVED | FF_READONLY | FF_HIDDEN |
	    FF_SYSTEM)) == 0;
}

static void
prompt(struct asking *a, int f)
{
	const struct field *fd = &a->r->ent->fields[f];
	struct buf b;

	buf_init(&b, BUF_ROW);
	if (!dated_takes(a->r->ent, f))
		value_text(a->c->app, a->r, f, &b);
	fprintf(a->c->out, "%s%s%s%s%s: ", fd->label,
	    (fd->flags & FF_REQUIRED) ? " (needed)" : "",
	    b.n > 0 ? " [" : "", b.p, b.n > 0 ? "]" : "");
	fflush(a->c->out);
	buf_clear(&b);
}

/* A value that makes it a record one may not add is refused at once, and not
 * after all the others were asked. */
static enum status
take(struct asking *a, int f, const char *text, struct err *e)
{
	struct row *was = row_copy(a->r);
	enum status st = value_parse(a->c->app, a->r, f, text, 0, true, e);

	if (st == ST_OK && (st = may_edit(a->c->app, a->r, e)) != ST_OK) {
		row_free(a->r);
		a->r = was;
		was = NULL;
	}
	row_free(was);
	return st;
}

/* One answer; asked again until it can be read. Empty keeps what is there. */
static void
ask(struct asking *a, int f)
{
	const struct field *fd = &a->r->ent->fields[f];
	struct err e;
	enum status st;
	char *text;

	for (;;) {
		prompt(a, f);
		if (!plain_line(a->in, &a->line, &a->size)) {
			a->ended = true;
			return;
		}
		text = utf8_clean(a->line);
		e = (struct err){ 0 };
		if (text[0] == '\0')
			st = ST_OK;
		else if (str_eq(text, "?"))
			st = err_set(&e, ST_INVALID, "%s", fd->help);
		else if (dated_takes(a->r->ent, f))
			st = dated_note(a->c->app, &a->dated, a->r, f, text,
			    0, &e);
		else
			st = take(a, f, text, &e);
		free(text);
		if (st == ST_OK)
			return;
		cli_say(a->c, "%s", e.text);
	}
}

static enum status
save(struct asking *a, struct err *e)
{
	struct buf label;
	enum status st;

	if ((st = step_begin(a->c->app, e)) != ST_OK)
		return st;
	st = record_add(a->c->app, a->r, e);
	if (st == ST_OK)
		st = dated_give(a->c->app, a->r, &a->dated, e);
	buf_init(&label, BUF_LINE);
	buf_add(&label, "added ");
	if (st == ST_OK)
		ref_text(a->c->app, a->r->ent, a->r->id, &label);
	st = step_end(a->c->app, st, label.p, e);
	if (st == ST_OK)
		fprintf(a->c->out, "Saved: %s. undo takes it back.\n",
		    label.p);
	buf_clear(&label);
	return st;
}

/* A name nearly that of another record: another one all the same? */
static enum status
agree(struct asking *a, struct err *e)
{
	enum status st = record_alike(a->c->app, a->r, e);
	bool yes = false;
	char *text;

	if (st != ST_CONFLICT)
		return st;
	cli_say(a->c, "%s", e->text);
	fputs("Make another all the same? yes or no: ", a->c->out);
	fflush(a->c->out);
	if (!plain_line(a->in, &a->line, &a->size)) {
		a->ended = true;
	} else {
		text = utf8_clean(a->line);
		yes = str_ieq(text, "yes") || str_ieq(text, "y");
		free(text);
	}
	return yes ? ST_OK : err_set(e, ST_INTERRUPTED, "Nothing was saved.");
}

/* Save; what the rules refuse is asked again, so that no answer is lost. */
static enum status
save_asked(struct asking *a, struct err *e)
{
	enum status st = agree(a, e);
	int f;

	if (st != ST_OK)
		return st;
	while ((err_of_input(st = save(a, e)) || st == ST_CONFLICT) &&
	    (f = entity_field(a->r->ent, e->field)) >= 0 &&
	    is_asked(a->r->ent, f)) {
		cli_say(a->c, "%s", e->text);
		ask(a, f);
		if (a->ended)
			return err_set(e, ST_INTERRUPTED, "Nothing was saved.");
	}
	return st;
}

enum status
plain_new(struct cli *c, const char *entity, FILE *in, struct err *e)
{
	struct asking a = { .c = c, .in = in };
	const struct entity *ent;
	enum status st;
	size_t f;

	if ((st = pick_entity(entity, &ent, e)) != ST_OK)
		return st;
	a.r = record_new(c->app, ent);
	if ((st = may_edit(c->app, a.r, e)) != ST_OK) {
		row_free(a.r);
		return st;
	}
	if (ent->says != NULL)
		fprintf(c->out, "%s\n", ent->says);
	fputs("Enter keeps what stands in brackets; ? explains; the end of"
	    " input saves nothing.\n", c->out);
	for (f = 0; !a.ended && f < ent->nfields; f++)
		if (is_asked(ent, (int)f))
			ask(&a, (int)f);
	if (a.ended)
		st = err_set(e, ST_INTERRUPTED, "Nothing was saved.");
	else
		st = save_asked(&a, e);
	dated_clear(&a.dated);
	row_free(a.r);
	free(a.line);
	return st;
}
