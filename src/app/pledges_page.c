/* pledges_page.c - the report commitments: of one organisation, of all of one
 * kind, or how many keep each.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/board.h"
#include "app/pledges_int.h"
#include "app/record.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

#define MOST	500		/* organisations of one kind */

struct making {
	struct app	*app;
	struct report	*r;
	const struct choice *actor;	/* NULL: all, summed up */
	const struct entity *ent;	/* of those being read */
	bool		 named;		/* the organisation has a column */
	bool		 disagrees;
	struct pledge_items items;
	bool		*shown;		/* of them; NULL: nobody asks */
	size_t		(*sum)[PLEDGE_STATES];
};

static void
put_why(struct making *m, const struct pledge_line *l)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	pledges_why(l, &b);
	report_cell(m->r, b.p);
	if (l->ent != NULL && l->id == 0)
		report_lists(m->r, l->ent, l->filter);
	buf_clear(&b);
}

static void
put_typed(struct making *m, const struct pledge_line *l)
{
	struct buf b, figures;

	buf_init(&b, BUF_LINE);
	buf_init(&figures, BUF_LINE);
	if (l->typed != NULL) {
		buf_add(&b, row_get(l->typed, F_commitment_status));
		if (l->derived && pledge_disagrees(&l->p, l->typed)) {
			buf_add(&b, " !");
			m->disagrees = true;
		}
	}
	pledge_figures_said(l->typed, l->item, &figures);
	buf_addf(&b, "%s%s", b.n > 0 && figures.n > 0 ? ": " : "", figures.p);
	report_cell(m->r, b.p);
	if (l->typed != NULL)
		report_opens(m->r, &commitment_entity, l->typed->id);
	buf_clear(&figures);
	buf_clear(&b);
}

static void
show_item(struct making *m, const struct pledge_item *item)
{
	for (size_t i = 0; i < m->items.n; i++)
		if (str_eq(m->items.v[i].item, item->item))
			m->shown[i] = true;
}

static void
put_line(struct making *m, const struct pledge_line *l,
    const struct entity *ent, int64_t id)
{
	const char *source = l->typed != NULL ?
	    row_get(l->typed, F_commitment_source) : "";
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (l->item != NULL && m->shown != NULL)
		show_item(m, l->item);
	if (m->named && id != 0)
		title_text(m->app, ent, id, &b);
	if (m->named) {
		report_cell(m->r, b.n > 0 ? b.p : "all of them");
		if (id != 0)
			report_opens(m->r, ent, id);
	}
	report_cell(m->r, l->item != NULL ? l->item->title :
	    row_get(l->typed, F_commitment_title));
	if (l->typed != NULL)
		report_opens(m->r, &commitment_entity, l->typed->id);
	report_cell(m->r, l->derived ? pledge_state_word(l->p.state) : ".");
	put_why(m, l);
	put_typed(m, l);
	report_cell(m->r, l->typed != NULL ?
	    row_get(l->typed, F_commitment_due) : "");
	report_cell(m->r, *source != '\0' || l->item == NULL ? source :
	    l->item->source);
	buf_clear(&b);
}

static void
add_sum(struct making *m, const struct pledge_lines *ls)
{
	for (size_t i = 0; i < ls->n; i++)
		for (size_t k = 0; k < m->items.n; k++)
			if (ls->v[i].item != NULL &&
			    str_eq(ls->v[i].item->item, m->items.v[k].item))
				m->sum[k][pledges_state(&ls->v[i])]++;
}

static enum status
add_org(void *arg, int64_t id, struct err *e)
{
	struct making *m = arg;
	struct pledge_lines ls;
	const struct choice *actor;
	enum status st = pledges_actor(m->app, m->ent, id, &actor, e);

	if (st != ST_OK || (actor == NULL && m->actor == NULL && m->named) ||
	    (m->actor != NULL && m->actor != actor))
		return st;
	if ((st = pledges_read(m->app, m->ent, id, &ls, e)) != ST_OK)
		return st;
	if (m->sum != NULL)
		add_sum(m, &ls);
	for (size_t i = 0; i < ls.n && m->sum == NULL; i++)
		put_line(m, &ls.v[i], m->ent, id);
	pledges_clear(&ls);
	return ST_OK;
}

/* --- who they are -------------------------------------------------------------- */

/* Employers and partners the programme has to do with. */
static const struct {
	enum entity_no	 ent;
	const char	*filter;	/* NULL: the schools of the board */
	const char	*actors;
} groups[] = {
	{ ENT_school, NULL, "school college" },
	{ ENT_employer, "-last:", "employer" },
	{ ENT_employer, "last: -cornerstone_from:", "employer" },
	{ ENT_partner, "kind:university,college,\"sixth form\",government",
	    "university college government" },
};

static enum status
add_group(struct making *m, size_t g, struct err *e)
{
	char *filter = NULL;
	const char *name;
	struct lister l;
	int64_t n = 0;
	enum status st = ST_OK;

	m->ent = entities[groups[g].ent];
	if (groups[g].filter == NULL)
		st = board_default(m->app, m->app->today, &filter, &name, e);
	else
		filter = xstrdup(groups[g].filter);
	if (st == ST_OK)
		st = lister_open(&l, m->app, m->ent, filter, e);
	free(filter);
	if (st != ST_OK)
		return st;
	st = lister_count(&l, MOST, &n, e);
	if (st == ST_OK && n > MOST)
		report_note(m->r, "There are too many organisations of one"
		    " kind to look at all: those are left out.");
	else if (st == ST_OK)
		st = lister_each(&l, add_org, m, e);
	lister_close(&l);
	return st;
}

/* What is typed of an actor without naming an organisation. */
static enum status
add_common(void *arg, int64_t id, struct err *e)
{
	struct making *m = arg;
	struct pledge_lines ls;
	enum status st = pledges_one(m->app, id, &ls, e);

	if (st != ST_OK)
		return st;
	if (m->sum == NULL)
		put_line(m, &ls.v[0], NULL, 0);
	else
		add_sum(m, &ls);
	pledges_clear(&ls);
	return ST_OK;
}

static enum status
add_all(struct making *m, struct err *e)
{
	enum status st = ST_OK;
	struct lister l;
	char *filter;

	for (size_t g = 0; g < COUNT_OF(groups) && st == ST_OK; g++)
		if (m->actor == NULL || str_in(m->actor->word,
		    groups[g].actors))
			st = add_group(m, g, e);
	if (st != ST_OK)
		return st;
	filter = m->actor == NULL ? xstrdup("organisation:") :
	    xasprintf("organisation: actor:\"%s\"", m->actor->word);
	st = lister_open(&l, m->app, &commitment_entity, filter, e);
	free(filter);
	if (st != ST_OK)
		return st;
	st = lister_each(&l, add_common, m, e);
	lister_close(&l);
	return st;
}

/* --- the three pages -------------------------------------------------------------- */

#define HEADS	"Commitment|Derived|Why|Typed|Due|@Source"

static enum status
one_page(struct making *m, const struct entity *ent, int64_t id,
    struct err *e)
{
	enum status st;
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, "Commitments: ");
	title_text(m->app, ent, id, &b);
	report_begin(m->r, b.p, m->app->today);
	buf_clear(&b);
	m->r->flat = true;
	report_table(m->r, "", HEADS);
	m->ent = ent;
	st = add_org(m, id, e);
	if (st == ST_OK && report_rows(&m->r->block[0]) == 0)
		report_note(m->r, "The action plan asks nothing of it, and"
		    " nothing was typed in.");
	return st;
}

/* What is asked of the actor, and nothing says anything of. */
static void
put_unshown(struct making *m)
{
	for (size_t i = 0; i < m->items.n; i++) {
		const struct pledge_item *p = &m->items.v[i];
		const struct pledge_line l = { .item = p, .untold =
		    p->rule == PLEDGE_TYPED ? UNTOLD_NO_RULE : UNTOLD_NOBODY };

		if (p->actor == m->actor && !m->shown[i])
			put_line(m, &l, NULL, 0);
	}
}

static enum status
actor_page(struct making *m, struct err *e)
{
	char *title = xasprintf("Commitments: %s", m->actor->label);
	enum status st;

	report_begin(m->r, title, m->app->today);
	free(title);
	m->r->flat = true;
	m->named = true;
	report_table(m->r, "", "Organisation|" HEADS);
	m->shown = xcalloc(m->items.n + 1, sizeof *m->shown);
	if ((st = add_all(m, e)) == ST_OK)
		put_unshown(m);
	free(m->shown);
	m->shown = NULL;
	return st;
}

static void
put_sum(struct making *m)
{
	for (size_t k = 0; k < m->items.n; k++) {
		const struct pledge_item *p = &m->items.v[k];
		size_t all = 0;

		for (int s = 0; s < PLEDGE_STATES; s++)
			all += m->sum[k][s];
		report_cell(m->r, p->title);
		report_cell(m->r, p->actor->label);
		for (int s = 0; s < PLEDGE_STATES; s++)
			report_cellf(m->r, "%zu", m->sum[k][s]);
		report_cellf(m->r, "%zu", all);
		report_cell(m->r, p->rule == PLEDGE_TYPED ? "typed in" :
		    "records");
	}
}

static enum status
sum_page(struct making *m, struct err *e)
{
	enum status st;

	report_begin(m->r, "Commitments of the action plan", m->app->today);
	m->r->flat = true;
	m->sum = xcalloc(m->items.n + 1, sizeof *m->sum);
	report_table(m->r, "", "Commitment|Of whom|>Kept|>Under way|>Not yet|"
	    ">Not known|>Of|@From");
	st = add_all(m, e);
	if (st == ST_OK)
		put_sum(m);
	free(m->sum);
	m->sum = NULL;
	report_note(m->r, "As records show it; where none do, as typed in."
	    " Schools: mine, or all with a stage; employers with an encounter"
	    " or cornerstone dates.");
	return st;
}

static const struct choice *
actor_named(const char *word)
{
	for (const struct choice *c = actors; c->word != NULL; c++)
		if (str_ieq(word, c->word) || str_ieq(word, c->label) ||
		    (c->also != NULL && str_ieq(word, c->also)))
			return c;
	return NULL;
}

static enum status
make_page(struct making *m, const char *words, struct err *e)
{
	const char *kind;
	int64_t id;
	enum status st;

	if (*words == '\0')
		return sum_page(m, e);
	if ((m->actor = actor_named(words)) != NULL)
		return actor_page(m, e);
	if (str_istarts(words, "commitment/")) {
		st = ref_resolve_in(m->app, "commitment", words, true, &kind,
		    &id, e);
		return st != ST_OK ? st :
		    commitment_page(m->app, id, m->r, e);
	}
	st = ref_resolve_in(m->app, "school employer partner", words, true,
	    &kind, &id, e);
	return st != ST_OK ? st : one_page(m, entity_find(kind), id, e);
}

enum status
commitments_report(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	struct making m = { .app = app, .r = r };
	char *words = strs_join(args->words, " ");
	enum status st = pledges_items(app, &m.items, e);

	if (st == ST_OK)
		st = make_page(&m, words, e);
	if (st == ST_OK && m.disagrees)
		report_note(r, "! What was typed is not what records show.");
	pledge_clear(&m.items);
	free(words);
	return st;
}
