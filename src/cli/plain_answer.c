/* plain_answer.c - an assessment in line mode: asked item by item.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As on the screen: it begins with the first item without an answer, and what
 * was answered is saved with each benchmark, also when the input ends.
 */
#include <stdlib.h>
#include <string.h>

#include "app/assess_log.h"
#include "app/may.h"
#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cli/plain.h"
#include "cli/plain_line.h"
#include "model/fields.h"

struct answering {
	struct cli	*c;
	FILE		*in;
	struct assess	 as;
	struct assess_log log;
	char		*line;
	size_t		 size;
	bool		 ended;
};

/* --- which assessment ---------------------------------------------------- */

/* A new one of today; one of today that is stored goes on. */
static enum status
start_new(struct answering *a, int64_t school, struct err *e)
{
	struct app *app = a->c->app;
	struct row *row = record_new(app, entities[ENT_assessment]);
	int64_t same = 0;
	enum status st;

	row_set_ref(row, F_assessment_school, "school", school);
	st = assess_start(app, row, &a->as, e);
	if (st == ST_OK)
		st = assess_same(app, a->as.mine, &same, e);
	if (st != ST_OK || same == 0)
		return st;
	assess_clear(&a->as);
	return assess_load(app, same, &a->as, e);
}

/* Of a school the newest that has open items. */
static enum status
open_it(struct answering *a, const struct entity *ent, int64_t id,
    struct err *e)
{
	struct app *app = a->c->app;
	int64_t newest = 0;
	enum status st;

	if (ent->no == ENT_assessment)
		return assess_load(app, id, &a->as, e);
	if (ent->no != ENT_school)
		return err_set(e, ST_USAGE, "answer takes a school or an"
		    " assessment: answer school/900123");
	st = assess_newest(app, id, "self-assessment", app->today, &newest, e);
	if (st == ST_OK && newest != 0) {
		st = assess_load(app, newest, &a->as, e);
		if (st != ST_OK || assess_unanswered(&a->as, 0) >= 0)
			return st;
		assess_clear(&a->as);
	}
	return st != ST_OK ? st : start_new(a, id, e);
}

/* --- asking -------------------------------------------------------------- */

/* "6.1 Y11 leavers with two or more, of 179 (was 64 of 171): " */
static void
prompt(struct answering *a, int i)
{
	const struct assess_item *it = &a->as.item[i];
	const struct assess_beside *b = assess_log_at(&a->log, &a->as, i);
	struct buf text;

	buf_init(&text, BUF_LINE);
	buf_addf(&text, "%s %s", it->item->id, it->item->text);
	if (b->roll > 0)
		buf_addf(&text, ", of %ld%s", b->roll, b->confirmed ? "" :
		    " (unconfirmed)");
	else if (it->item->kind == ITEM_SHARE)
		buf_add(&text, ", per cent");
	if (*it->before != '\0') {
		buf_add(&text, " (");
		assess_was(it, &text);
		buf_addc(&text, ')');
	}
	buf_add(&text, ": ");
	fputs(text.p, a->c->out);
	fflush(a->c->out);
	buf_clear(&text);
}

static void
explain(struct answering *a, int i)
{
	const struct item *it = a->as.item[i].item;
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "%s ", it->help);
	buf_add(&b, it->kind == ITEM_YES ? "y yes, n no" : it->kind ==
	    ITEM_DAYS ? "A number of days" : "How many pupils, 64/171, 75% or"
	    " a for all");
	buf_add(&b, ", p in progress, x does not apply, = as last time; Enter"
	    " leaves it open, q stops.");
	assess_log_text(assess_log_at(&a->log, &a->as, i), &b);
	cli_say(a->c, "%s", b.p);
	buf_clear(&b);
}

/* What TEXT means for the item; "" and the sentence when it means nothing. */
static enum status
meant(struct answering *a, int i, const char *text, struct buf *out,
    struct err *e)
{
	const struct assess_item *it = &a->as.item[i];
	const struct assess_beside *b = assess_log_at(&a->log, &a->as, i);

	if (str_eq(text, "=") && it->item->kind == ITEM_YES)
		buf_add(out, it->before);
	else if (str_eq(text, "="))
		(void)assess_log_answer(b, out);
	else if (str_ieq(text, "a") && it->item->kind == ITEM_SHARE &&
	    b->roll > 0)
		buf_addf(out, "%ld/%ld", b->roll, b->roll);
	else if (str_ieq(text, "a") && it->item->kind == ITEM_SHARE)
		buf_add(out, "100");
	else
		return assess_log_typed(it->item, b, text, out, e);
	return out->n > 0 ? ST_OK : err_set(e, ST_INVALID, "%s",
	    it->item->kind == ITEM_YES ? "It was not answered last time." :
	    "Numbers are asked afresh each time: type how many.");
}

/* True: answered or left open; false: asked again, or the input ends. */
static bool
answered(struct answering *a, int i, const char *text)
{
	struct err e = { 0 };
	struct buf b;
	enum status st;

	if (*text == '\0')
		return true;
	if (str_eq(text, "?")) {
		explain(a, i);
		return false;
	}
	buf_init(&b, BUF_LINE);
	st = meant(a, i, text, &b, &e);
	if (st == ST_OK)
		st = assess_answer(&a->as, a->as.item[i].item->id, b.p, &e);
	buf_clear(&b);
	if (st != ST_OK)
		cli_say(a->c, "%s", e.text);
	return st == ST_OK;
}

static void
ask(struct answering *a, int i)
{
	bool done = false;
	char *text;

	while (!done && !a->ended) {
		prompt(a, i);
		if (!plain_line(a->in, &a->line, &a->size)) {
			fputc('\n', a->c->out);
			a->ended = true;
			return;
		}
		text = utf8_clean(a->line);
		a->ended = str_in(text, "q quit");
		done = a->ended || answered(a, i, text);
		free(text);
	}
}

/* --- saving -------------------------------------------------------------- */

static enum status
save(struct answering *a, struct err *e)
{
	if (a->as.base == NULL && a->as.score.answered == 0)
		return ST_OK;
	return assess_save(&a->as, NULL, e);
}

static void
say_result(struct answering *a)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	score_answered_format(&a->as.score, &b);
	if (a->as.base != NULL) {
		buf_add(&b, ", saved as ");
		ref_text(a->c->app, a->as.mine->ent, a->as.mine->id, &b);
	}
	for (int bm = 0; bm < BENCHMARKS; bm++)
		if (a->as.percent[bm] >= 0)
			buf_addf(&b, "\nBM%d %d %%%s", bm + 1,
			    a->as.percent[bm], a->as.score.bm[bm].answered <
			    a->as.score.bm[bm].items ? " so far" : "");
	fprintf(a->c->out, "%s\n", b.p);
	buf_clear(&b);
}

/* The items without an answer from the first on; those left open stay so. */
static enum status
ask_all(struct answering *a, struct err *e)
{
	enum status st = ST_OK;
	int bm = 0;

	for (size_t i = 0; i < a->as.n && !a->ended && st == ST_OK; i++) {
		const struct assess_item *it = &a->as.item[i];

		if (!it->applies || *it->answer != '\0')
			continue;
		if (it->item->bm != bm) {
			st = save(a, e);
			bm = a->as.item[i].item->bm;
			fprintf(a->c->out, "Benchmark %d: %s\n", bm,
			    a->as.framework->bm[bm - 1]);
		}
		if (st == ST_OK)
			ask(a, (int)i);
	}
	return st == ST_OK ? save(a, e) : st;
}

enum status
plain_answer(struct cli *c, const char *ref, FILE *in, struct err *e)
{
	struct answering a = { .c = c, .in = in };
	const struct entity *ent;
	int64_t id;
	enum status st;

	if ((st = app_may_write(c->app, e)) != ST_OK ||
	    (st = ref_resolve(c->app, ref, false, &ent, &id, e)) != ST_OK ||
	    (st = open_it(&a, ent, id, e)) != ST_OK)
		return st;
	/* Before the questions: a refusal after them would lose the answers. */
	if ((st = may_edit(c->app, a.as.mine, e)) == ST_OK)
		st = assess_log_read(&a.as, &a.log, e);
	if (st == ST_OK)
		st = ask_all(&a, e);
	if (st == ST_OK)
		say_result(&a);
	assess_log_clear(&a.log);
	assess_clear(&a.as);
	free(a.line);
	return st;
}
