/* quick_read.c - what is told of a line: faults, questions, the echo, a plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_int.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* --- the plan ------------------------------------------------------------ */

static int64_t
plan_push(struct quick_plan *plan, struct row *base, struct row *mine)
{
	plan->op = xreallocarray(plan->op, plan->n + 1, sizeof *plan->op);
	plan->op[plan->n++] = (struct plan_op){ base, mine };
	return (int64_t)plan->n;
}

int64_t
plan_add(struct quick_plan *plan, struct row *take_row)
{
	return plan_push(plan, NULL, take_row);
}

void
plan_change(struct quick_plan *plan, struct row *take_base,
    struct row *take_mine)
{
	(void)plan_push(plan, take_base, take_mine);
}

void
plan_free(struct quick_plan *plan)
{
	if (plan == NULL)
		return;
	for (size_t i = 0; i < plan->n; i++) {
		row_free(plan->op[i].base);
		row_free(plan->op[i].mine);
	}
	free(plan->op);
	free(plan);
}

/* --- faults and questions ------------------------------------------------ */

void
read_fault(struct reading *r, const char *fmt, ...)
{
	va_list ap;
	struct buf b;

	buf_init(&b, BUF_LINE);
	va_start(ap, fmt);
	buf_addv(&b, fmt, ap);
	va_end(ap);
	if (!strs_has(&r->faults, b.p))
		strs_add(&r->faults, b.p);
	buf_clear(&b);
}

bool
read_is_fine(const struct reading *r)
{
	return r->faults.n == 0 && !r->asked;
}

/* The next answer, from 1; 0 when there is none. */
static int64_t
next_pick(struct reading *r)
{
	const struct strs *picks = r->opts->picks;
	int64_t n;

	if (picks == NULL || r->npicks >= picks->n)
		return 0;
	if (!str_int(picks->v[r->npicks++], 1, 99, &n))
		return 99;
	return n;
}

bool
read_ask(struct reading *r, const char *lead, const struct strs *choices,
    const char *tail, size_t *out)
{
	int64_t n;
	struct buf b;

	if (r->asked || r->faults.n > 0)
		return false;	/* one thing at a time, faults first */
	n = next_pick(r);
	if (n > 0 && (size_t)n <= choices->n) {
		*out = (size_t)n - 1;
		return true;
	}
	if (n > 0) {
		read_fault(r, "there is no choice %s: %s1 to %zu",
		    r->opts->picks->v[r->npicks - 1], lead, choices->n);
		return false;
	}
	buf_init(&b, BUF_LINE);
	buf_add(&b, lead);
	for (size_t i = 0; i < choices->n; i++)
		buf_addf(&b, "%s%zu %s", i > 0 ? "  " : "", i + 1,
		    choices->v[i]);
	if (tail != NULL)
		buf_add(&b, tail);
	free(r->q->say);
	r->q->say = buf_take(&b);
	strs_clear(&r->q->choices);
	for (size_t i = 0; i < choices->n; i++)
		strs_add(&r->q->choices, choices->v[i]);
	r->asked = true;
	return false;
}

char *
planned_lead(const struct reading *r, size_t n, int day)
{
	char shown[24];

	if (n > 1)
		return xasprintf("%zu planned that week: ", n);
	if (day == r->look->today)
		return xstrdup("planned for today: ");
	day_long(day, shown);
	return xasprintf("planned for %s: ", shown);
}

void
read_sure(struct reading *r, char *take_text)
{
	if (r->sure == NULL) {
		r->sure = take_text;
		return;
	}
	if (strstr(r->sure, take_text) != NULL) {
		free(take_text);	/* said when it was put on another row */
		return;
	}
	char *both = xasprintf("%s %s", r->sure, take_text);

	free(r->sure);
	free(take_text);
	r->sure = both;
}

/* --- small steps the verbs share ----------------------------------------- */

const struct part *
verb_text(struct reading *r)
{
	size_t i = r->verb_part + 1;

	if (i < r->parts.n && r->parts.v[i].kind == PK_TEXT)
		return &r->parts.v[i];
	read_fault(r, "%s what? Write %s", r->verb->told.word,
	    r->verb->told.example);
	return NULL;
}

enum status
verb_school(struct reading *r, struct strs *words,
    bool (*is_figure)(const char *), struct err *e)
{
	struct item *it;
	size_t n = 0, k;
	char *name;
	enum status st = ST_OK;

	while (n < words->n && !is_figure(words->v[n]))
		n++;
	if (n == 0)
		return ST_OK;
	name = strs_join(&(struct strs){ words->v, n, n }, " ");
	st = names_item(r, r->verb_part + 1, r->parts.v[r->verb_part + 1].from,
	    name, KIND(NK_SCHOOL), &it, e);
	free(name);
	for (k = 0; k < n; k++)
		free(words->v[k]);
	memmove(words->v, words->v + n, (words->n - n) * sizeof *words->v);
	words->n -= n;
	return st;
}

int64_t
verb_one_school(struct reading *r)
{
	if (r->schools.n == 1)
		return r->schools.v[0].id;
	if (read_is_fine(r))
		read_fault(r, r->schools.n == 0 ? "which school? Write %s" :
		    "one school a line: write %s", r->verb->told.example);
	return 0;
}

void
tell_school(struct reading *r)
{
	if (r->schools.v[0].item != NULL)
		read_tell_item(r, r->schools.v[0].item, NULL);
	else
		read_tell(r, "school", xstrdup(r->schools.v[0].title), NULL)
		    ->assumed = true;
}

struct row *
fresh_row(const struct reading *r, enum entity_no no)
{
	return r->look->fresh(r->look->arg, entities[no]);
}

enum status
record_name(const struct reading *r, enum entity_no no, int64_t id, char **out,
    struct err *e)
{
	int f = entity_field(entities[no], no == ENT_cpd || no == ENT_notice ?
	    "title" : "name");
	struct row *row;
	enum status st = r->look->load(r->look->arg, entities[no], id, &row, e);

	if (st != ST_OK)
		return st;
	*out = xstrdup(row_get(row, f));
	row_free(row);
	return ST_OK;
}

/* --- the echo ------------------------------------------------------------ */

struct quick_part *
read_tell(struct reading *r, const char *kind, char *take_shown,
    const struct part *p)
{
	struct quick *q = r->q;

	q->part = xreallocarray(q->part, q->nparts + 1, sizeof *q->part);
	q->part[q->nparts] = (struct quick_part){
		.shown = take_shown, .kind = xstrdup(kind),
		.from = p != NULL ? p->from : 0,
		.len = p != NULL ? p->len : 0,
	};
	return &q->part[q->nparts++];
}

void
read_tell_item(struct reading *r, const struct item *it, char *take_more)
{
	const struct cand *c = item_cand(it);
	struct quick_part *told;
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, c != NULL ? c->title : it->text);
	if (it->why != NULL)
		buf_addf(&b, " (%s)", it->why);
	if (take_more != NULL && *take_more != '\0')
		buf_addf(&b, " %s", take_more);
	free(take_more);
	told = read_tell(r, it->new_id != 0 ? kind_word(it->kind) :
	    c != NULL ? kind_word(c->kind) : "", buf_take(&b), NULL);
	told->from = it->from;
	told->len = it->len;
	told->assumed = it->assumed && it->why == NULL;
	told->is_new = it->new_id != 0;
}

char *
read_echo(const struct quick *q)
{
	struct buf b;

	buf_init(&b, BUF_ROW);
	for (size_t i = 0; i < q->nparts; i++) {
		const struct quick_part *p = &q->part[i];

		if (i > 0)
			buf_add(&b, *p->kind != '\0' && str_eq(p->kind,
			    q->part[i - 1].kind) ? ", " : " | ");
		if (p->is_new)
			buf_add(&b, "NEW ");
		buf_addf(&b, "%s%s%s", p->assumed ? "(" : "", p->shown,
		    p->assumed ? ")" : "");
	}
	return buf_take(&b);
}
