/* assess_paint.c - how an assessment looks while it is answered.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/str.h"
#include "model/fields.h"
#include "ui/assess_inner.h"

#define ITEM_X		3
#define TEXT_X		8
#define ANSWER_WIDE	12
#define WAS_WIDE	14

struct shape {
	int	answer, was;	/* columns where they begin; was 0: not shown */
};

static struct shape
shape(const struct screen *s)
{
	struct shape sh = {.answer = s->cols - ANSWER_WIDE - 1};

	if (s->cols >= 76) {
		sh.was = s->cols - WAS_WIDE;
		sh.answer = sh.was - ANSWER_WIDE - 1;
	}
	return sh;
}

/* --- an answer ----------------------------------------------------------- */

/* What stands where none is given: the form of what is asked. */
static void
empty_text(const struct item *it, const struct assess_beside *b,
    struct buf *out)
{
	if (it->kind == ITEM_YES)
		buf_add(out, "_");
	else if (it->kind == ITEM_DAYS)
		buf_add(out, "_ days");
	else if (b->roll > 0)
		buf_addf(out, "___ of %ld", b->roll);
	else
		buf_add(out, "___ %");
}

static void
typed_text(const struct assess_screen *as, struct buf *out)
{
	const struct item *it = ask_item(as)->item;
	const struct assess_beside *b = ask_beside(as, as->at);

	buf_add(out, as->typed);
	if (it->kind == ITEM_DAYS)
		buf_add(out, " days");
	else if (!strchr(as->typed, '/') && b->roll > 0)
		buf_addf(out, " of %ld", b->roll);
	else if (!strchr(as->typed, '/'))
		buf_add(out, " %");
}

static void
answer_text(const struct assess_screen *as, int i, struct buf *out)
{
	const struct assess_item *it = &as->a.item[i];
	struct answer a = answer_of(it->answer);

	if (i == as->at && as->typed[0])
		typed_text(as, out);
	else if (a.is == ANSWER_NONE)
		empty_text(it->item, ask_beside(as, i), out);
	else if (a.is == ANSWER_AWAY)
		buf_add(out, ".");
	else if (a.is == ANSWER_SHARE)
		buf_addf(out, "%ld of %ld", a.n, a.m);
	else
		buf_addf(out, "%s%s", it->answer, a.is != ANSWER_NUMBER ? "" :
		    it->item->kind == ITEM_DAYS ? " days" : " %");
}

static enum role
answer_role(const struct assess_screen *as, int i)
{
	if (i == as->at)
		return as->typed[0] ? ROLE_TYPED : ROLE_CHOSEN;
	return *as->a.item[i].answer ? ROLE_TEXT : ROLE_MUTED;
}

/* --- lines --------------------------------------------------------------- */

static void
draw_head(const struct assess_screen *as, int bm, int y)
{
	const struct screen *s = &as->s;
	const struct score_bm *b = &as->a.score.bm[bm - 1];
	char points[48];
	int width;

	snprintf(points, sizeof points, s->cols < 76 ? "%d of %d" :
	    "%d of %d points so far", b->points, b->max);
	width = (int)strlen(points);
	draw_fmt(&s->p, y, 1, s->cols - width - 3, ROLE_TITLE, "BM%d  %s", bm,
	    as->a.framework->bm[bm - 1]);
	draw_right(&s->p, y, s->cols - width - 1, width, ROLE_MUTED, points);
}

static void
draw_item(const struct assess_screen *as, int i, int y,
    const struct shape *sh)
{
	const struct assess_item *it = &as->a.item[i];
	const struct paint *p = &as->s.p;
	bool here = i == as->at;
	struct buf b;

	draw_text(p, y, 1, 1, ROLE_TITLE, here ? ">" : " ");
	draw_text(p, y, ITEM_X, 5, ROLE_MUTED, it->item->id);
	draw_text(p, y, TEXT_X, sh->answer - TEXT_X -
	    (*it->comment ? 3 : 1), here ? ROLE_TITLE :
	    ROLE_TEXT, it->item->text);
	if (*it->comment)
		draw_text(p, y, sh->answer - 2, 1, ROLE_ACCENT, "\"");
	buf_init(&b, BUF_LINE);
	answer_text(as, i, &b);
	draw_text(p, y, sh->answer, ANSWER_WIDE, answer_role(as, i), b.p);
	buf_reset(&b);
	if (sh->was)
		assess_was(it, &b);
	if (b.n)
		draw_text(p, y, sh->was, WAS_WIDE, ROLE_MUTED, b.p);
	buf_clear(&b);
}

static void
draw_log(const struct assess_screen *as, int i, int y)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	assess_log_text(ask_beside(as, i), &b);
	if (as->s.cols >= 76) {
		buf_add(&b, " (");
		evidenced_said(ask_beside(as, i)->log, &b);
		if (b.p[b.n - 1] == '(')
			buf_cut(&b, b.n - 2);
		else
			buf_add(&b, ")");
	}
	draw_text(&as->s.p, y, TEXT_X, as->s.cols - TEXT_X, i == as->at ?
	    ROLE_ACCENT : ROLE_MUTED, b.p);
	buf_clear(&b);
}

/* The cursor's line says how it is opened. */
static void
draw_plan(const struct assess_screen *as, const struct assess_actions *v,
    bool here, int y)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	assess_plan_text(v, &b);
	if (here && as->s.cols >= 76)
		buf_add(&b, " (Enter opens)");
	draw_text(&as->s.p, y, TEXT_X, as->s.cols - TEXT_X, here ?
	    ROLE_ACCENT : ROLE_MUTED, b.p);
	buf_clear(&b);
}

static void
draw_line(const struct assess_screen *as, const struct ask_line *l, int y,
    const struct shape *sh)
{
	switch (l->kind) {
	case ASK_LINE_HEAD:
		draw_head(as, l->at, y);
		break;
	case ASK_LINE_BM_PLAN:
		draw_plan(as, &as->log.bm_plan[l->at - 1], as->at >= 0 &&
		    ask_first_of(as, as->at) == l->at, y);
		break;
	case ASK_LINE_ITEM:
		draw_item(as, l->at, y, sh);
		break;
	case ASK_LINE_LOG:
		draw_log(as, l->at, y);
		break;
	case ASK_LINE_PLAN:
		draw_plan(as, &ask_beside(as, l->at)->plan, l->at == as->at,
		    y);
		break;
	}
}

/* --- the foot ------------------------------------------------------------ */

/* "100", "56.." while some are not answered, "--" while none is. */
static void
draw_percents(const struct assess_screen *as, int y)
{
	const struct screen *s = &as->s;
	int x = 1, step = s->cols < 76 ? 7 : 8, bm;
	char text[16];

	for (bm = 1; bm <= BENCHMARKS; bm++, x += step) {
		const struct score_bm *b = &as->a.score.bm[bm - 1];

		if (b->answered == 0)
			snprintf(text, sizeof text, "--");
		else if (b->percent < 0)
			snprintf(text, sizeof text, ".");
		else
			snprintf(text, sizeof text, "%d%s", b->percent,
			    b->answered < b->items ? ".." : "");
		draw_fmt(&s->p, y, x, 1, ROLE_MUTED, "%d", bm);
		draw_text(&s->p, y, x + 2, step - 2, b->answered &&
		    b->state == SCORE_ACHIEVED ? ROLE_GOOD : ROLE_TEXT, text);
	}
	draw_fmt(&s->p, y, x, s->cols - x, ROLE_TITLE, s->cols < 76 ?
	    "%d/%d" : "all %d of %d", as->a.score.achieved, BENCHMARKS);
}

static void
draw_saved(const struct assess_screen *as, int y)
{
	char day[24];

	day_long(row_day(as->a.mine, F_assessment_date), day);
	draw_fmt(&as->s.p, y, 1, as->s.cols - 2, as->failed ? ROLE_WARN :
	    ROLE_MUTED, "%s. %s. %s.", day + 4, as->failed ? "Not saved yet" :
	    "Saved as you go", as->log.rolls);
}

void
ask_draw(struct screen *s)
{
	struct assess_screen *as = (struct assess_screen *)s;
	struct shape sh = shape(s);
	int foot = s->rows < 18 ? 1 : 3, rows = s->rows - foot, y, cur = 0;
	size_t i;

	if (as->at < 0) {
		draw_wrap(&s->p, 1, 1, 3, s->cols - 2, ROLE_WARN,
		    "The questions of this framework are not known here.");
		return;
	}
	ask_scroll(as, (size_t)rows);
	for (i = as->top, y = 0; i < as->nlines && y < rows; i++, y++) {
		const struct ask_line *l = &as->line[i];

		draw_line(as, l, y, &sh);
		if (l->kind == ASK_LINE_ITEM && l->at == as->at)
			cur = y;
	}
	draw_percents(as, s->rows - (foot > 1 ? 2 : 1));
	if (foot > 1)
		draw_saved(as, s->rows - 1);
	draw_cursor(&s->p, cur, sh.answer + (int)strlen(as->typed));
}

/* --- title and hint ------------------------------------------------------ */

void
ask_where(const struct screen *s, struct buf *out)
{
	const struct assess_screen *as = (const struct assess_screen *)s;
	const char *school = row_get(as->log.school, F_school_name);
	struct buf below;

	buf_init(&below, BUF_LINE);
	if (s->below && s->below->ops->where)
		s->below->ops->where(s->below, &below);
	if (!strstr(below.p, school))
		buf_addf(out, "%s > ", school);
	buf_add(out, "Assessment");
	buf_clear(&below);
}

void
ask_right(const struct screen *s, struct buf *out)
{
	const struct assess_screen *as = (const struct assess_screen *)s;
	const struct assess *a = &as->a;

	if (!a->framework)
		return;
	if (s->cols < 76)
		buf_addf(out, "%s  ", a->framework->id);
	else
		buf_addf(out, "%s, %s%s   ", a->framework->title,
		    setting_words[a->setting], a->setting != SETTING_COLLEGE &&
		    a->last >= 12 ? ", sixth form" : "");
	buf_addf(out, "%d of %d", a->score.answered, a->score.items);
}

/* What a number typed is of all: "120 of 179 (Y11) is 67 %." */
static bool
share_hint(const struct assess_screen *as, struct buf *out)
{
	const struct assess_beside *b = ask_beside(as, as->at);
	int64_t n;

	if (ask_item(as)->item->kind != ITEM_SHARE || b->roll <= 0)
		return false;
	if (as->typed[0] && str_int(as->typed, 0, ANSWER_PUPILS, &n) &&
	    n <= b->roll) {
		buf_addf(out, "%lld of %ld (%s) is %lld %%.", (long long)n,
		    b->roll, b->of, (long long)n * 100 / b->roll);
		return true;
	}
	if (!b->confirmed)
		buf_addf(out, "Roll of %s is %ld, unconfirmed. ", b->of,
		    b->roll);
	return false;
}

void
ask_hint(const struct screen *s, struct buf *out)
{
	const struct assess_screen *as = (const struct assess_screen *)s;
	const struct assess_item *it = ask_item(as);

	if (!it || share_hint(as, out))
		return;
	if (*it->comment)
		buf_addf(out, "\"%s\"  ", it->comment);
	if (s->cols < 76 && *it->before) {
		assess_was(it, out);
		buf_add(out, ". ");
	}
	buf_add(out, it->item->help);
}
