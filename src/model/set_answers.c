/* set_answers.c - the answers of an assessment from their text, and back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   1.1=yes, 6.1=64/171, 1.3=no "asked again in May", 1.4=? "who knows this?"
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/answer.h"
#include "model/set_text.h"
#include "model/split.h"

enum { ITEM, ANSWER, COMMENT };		/* the columns of such a set */

/* One part: "1.3 = no "asked"" with its pieces apart. */
struct piece {
	char	 item[ITEM_NUMBER];
	char	*answer;	/* as typed; "" for ? */
	char	*comment;	/* as typed, quotes and all; NULL none */
};

static enum status
read_number(struct set_in *in, const char *part, size_t n, char out[ITEM_NUMBER])
{
	int bm, no;

	if (!item_id(part, n, &bm, &no))
		return field_refuse(in->e, in->f->id, "\"%.60s\" does not "
		    "begin with the number of an item: 6.1=64/171", part);
	memcpy(out, part, n);
	out[n] = '\0';
	return ST_OK;
}

/* Take PART apart; only the item is looked at. */
static enum status
cut(struct set_in *in, const char *part, struct piece *p)
{
	size_t n = strcspn(part, "= ");
	const char *rest = part + n, *quote;
	enum status st = read_number(in, part, n, p->item);

	if (st != ST_OK)
		return st;
	rest += strspn(rest, " ");
	if (*rest != '=' && *rest != '\0')
		return field_refuse(in->e, in->f->id, "%s: write its answer "
		    "after \"=\", not \"%.60s\"", p->item, rest);
	rest += *rest == '=';
	quote = strchr(rest, '"');
	p->comment = quote != NULL ? xstrdup(quote) : NULL;
	p->answer = xstrndup(rest, quote != NULL ? (size_t)(quote - rest) :
	    strlen(rest));
	return ST_OK;
}

/* The comment without its quotes; when none is written, the one it had. */
static enum status
read_comment(struct set_in *in, const struct piece *p, struct buf *out)
{
	const char *key[] = { p->item };
	const struct member *had;
	enum status st;
	char *plain;

	if (p->comment == NULL) {
		had = in->op == '+' ? set_find(in->had, in->def, key) : NULL;
		buf_add(out, had != NULL ? had->v[COMMENT] : "");
		return ST_OK;
	}
	plain = split_unquote(p->comment);
	st = strcmp(plain, p->comment) != 0 ?
	    cell_read(in, COMMENT, plain, out) :
	    field_refuse(in->e, in->f->id, "%s: a comment stands in quotation "
	    "marks after the answer: %s=no \"asked\"", p->item, p->item);
	free(plain);
	return st;
}

static enum status
read_value(struct set_in *in, const struct piece *p, struct buf *out)
{
	char *plain = str_trimmed(p->answer);
	enum status st = ST_OK;

	if (strcmp(plain, "?") != 0)
		st = answer_parse(plain, out, in->e);
	free(plain);
	if (st == ST_OK)
		return ST_OK;
	(void)err_prefix(in->e, "%s: ", p->item);
	return field_blame(in->e, in->f->id);
}

static enum status
put_piece(struct set_in *in, const struct piece *p)
{
	struct buf answer, comment;
	enum status st;

	buf_init(&answer, BUF_LINE);
	buf_init(&comment, BUF_LINE);
	st = read_value(in, p, &answer);
	if (st == ST_OK)
		st = read_comment(in, p, &comment);
	if (st == ST_OK && answer.n == 0 && comment.n == 0)
		st = field_refuse(in->e, in->f->id, "%s: an answer is missing: "
		    "%s=yes, or take the item away", p->item, p->item);
	if (st == ST_OK)
		set_put(in->got, in->def, (const char *[]){ [ITEM] = p->item,
		    [ANSWER] = answer.p, [COMMENT] = comment.p });
	buf_clear(&answer);
	buf_clear(&comment);
	return st;
}

static enum status
answer_read(struct set_in *in, const char *part)
{
	struct piece p = { 0 };
	enum status st = cut(in, part, &p);
	const char *v[] = { p.item, "", "" };

	if (st == ST_OK && set_find(in->got, in->def, v) != NULL)
		st = field_refuse(in->e, in->f->id, "%s is given twice",
		    p.item);
	else if (st == ST_OK && in->op == '-')
		set_put(in->got, in->def, v);	/* its answer does not matter */
	else if (st == ST_OK)
		st = put_piece(in, &p);
	free(p.answer);
	free(p.comment);
	return st;
}

enum status
answers_read(struct set_in *in, const char *text)
{
	struct strs parts = { 0 };
	enum status st = ST_OK;

	split_parts(&parts, text, ',');
	for (size_t i = 0; i < parts.n && st == ST_OK; i++)
		st = answer_read(in, parts.v[i]);
	strs_clear(&parts);
	return st;
}

void
answers_write(const struct set_out *w)
{
	for (size_t i = 0; i < w->s->n; i++) {
		char *const *v = w->s->m[i].v;

		buf_addf(w->out, "%s%s=%s", i > 0 ? ", " : "", v[ITEM],
		    *v[ANSWER] != '\0' ? v[ANSWER] : "?");
		if (*v[COMMENT] == '\0')
			continue;
		buf_addc(w->out, ' ');
		split_quoted(w->out, v[COMMENT]);
	}
}
