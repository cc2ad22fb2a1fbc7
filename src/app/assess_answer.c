/* assess_answer.c - answer the items of an assessment; take over those of an
 * earlier one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/assess.h"
#include "app/assess_items.h"
#include "base/mem.h"
#include "db/store.h"
#include "model/answer.h"
#include "model/fields.h"

/* --- answers ------------------------------------------------------------- */

int
assess_find(const struct assess *as, const char *id)
{
	for (size_t i = 0; i < as->n; i++)
		if (strcmp(as->item[i].item->id, id) == 0)
			return (int)i;
	return -1;
}

/* The item, if it may be answered. */
static enum status
asked(const struct assess *as, const char *id, const struct item **out,
    struct err *e)
{
	if (as->framework == NULL)
		return err_set(e, ST_INVALID, "The questions of %s are not "
		    "known here.", row_get(as->mine, F_assessment_framework));
	return framework_item(as->framework, as->setting, as->first, as->last,
	    id, out, e);
}

enum status
assess_answer(struct assess *as, const char *id, const char *text,
    struct err *e)
{
	const struct item *it;
	struct buf b;
	enum status st;

	buf_init(&b, BUF_LINE);
	st = *text == '\0' && assess_holds(as->mine, id) ? ST_OK :
	    asked(as, id, &it, e);
	if (st == ST_OK && *text != '\0')
		st = answer_parse_item(it, text, &b, e);
	if (st == ST_OK) {
		char *comment = xstrdup(assess_column(as->mine, id, AI_COMMENT));

		assess_put(as->mine, id, b.p, comment);
		free(comment);
		assess_again(as);
	}
	buf_clear(&b);
	return st;
}

enum status
assess_comment(struct assess *as, const char *id, const char *text,
    struct err *e)
{
	const struct item *it;
	char *answer;
	enum status st = asked(as, id, &it, e);

	if (st != ST_OK)
		return st;
	answer = xstrdup(assess_column(as->mine, id, AI_ANSWER));
	assess_put(as->mine, id, answer, text);
	free(answer);
	assess_again(as);
	return ST_OK;
}

int
assess_unanswered(const struct assess *as, int from)
{
	for (size_t i = 0; i < as->n; i++) {
		size_t at = ((size_t)from + i) % as->n;

		if (as->item[at].applies && as->item[at].answer[0] == '\0')
			return (int)at;
	}
	return -1;
}

void
assess_was(const struct assess_item *it, struct buf *out)
{
	struct answer a = answer_of(it->before);

	if (a.is == ANSWER_NONE)
		return;
	if (a.is == ANSWER_SHARE)
		buf_addf(out, "was %ld of %ld", a.n, a.m);
	else
		buf_addf(out, "was %s%s", it->before, a.is == ANSWER_NUMBER &&
		    it->item->kind == ITEM_SHARE ? " %" : "");
}

/* --- the one before, taken over ------------------------------------------ */

/* Take item AT over from ROW; true when it was an answer. */
static bool
copy_item(struct assess *as, const struct row *from, size_t at)
{
	const struct assess_item *it = &as->item[at];
	const char *answer = it->item->kind == ITEM_YES && *it->answer == '\0' ?
	    assess_column(from, it->item->id, AI_ANSWER) : it->answer;
	const char *comment = *it->comment != '\0' ? it->comment :
	    assess_column(from, it->item->id, AI_COMMENT);
	bool taken = *answer != '\0' && *it->answer == '\0';
	char *a = xstrdup(answer), *c = xstrdup(comment);

	assess_put(as->mine, it->item->id, a, c);
	free(a);
	free(c);
	return taken;
}

enum status
assess_copy(struct assess *as, int64_t from, size_t *copied, size_t *ask,
    struct err *e)
{
	struct row *row;
	size_t taken = 0, open = 0;
	enum status st = store_load(as->app->db, entities[ENT_assessment],
	    from, false, &row, e);

	if (st != ST_OK)
		return st;
	if (!row_same(row, as->mine, F_assessment_framework) ||
	    !row_same(row, as->mine, F_assessment_setting))
		st = err_set(e, ST_INVALID, "Its answers are to other "
		    "questions: %s for a %s.", row_get(row,
		    F_assessment_framework), row_get(row,
		    F_assessment_setting));
	for (size_t i = 0; st == ST_OK && i < as->n; i++) {
		if (!as->item[i].applies)
			continue;
		taken += copy_item(as, row, i);
		open += as->item[i].item->kind != ITEM_YES &&
		    *assess_column(as->mine, as->item[i].item->id, AI_ANSWER) == '\0';
	}
	row_free(row);
	if (st != ST_OK)
		return st;
	assess_again(as);
	if (copied != NULL)
		*copied = taken;
	if (ask != NULL)
		*ask = open;
	return ST_OK;
}
