/* pledge_items.c - the commitments there are: shipped, and a hub's own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/pledge.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/tables.h"

#define FILE_NAME	"commitments.csv"
#define HEADS		"item actor title rule | unit baseline baseline_year " \
	"target source"
#define ITEM_MAX	30		/* characters, as commitment.item */
#define TITLE_MAX	100

static const char *const rules[PLEDGE_RULES] = {
	[PLEDGE_BENCHMARKS] = "benchmarks", [PLEDGE_NETWORK] = "network",
	[PLEDGE_GOVERNOR] = "governor", [PLEDGE_STAFF] = "staff",
	[PLEDGE_INSIGHTS] = "insights", [PLEDGE_EXPERIENCE] = "experience",
	[PLEDGE_VOLUNTEERS] = "volunteers",
	[PLEDGE_INTERNSHIPS] = "internships", [PLEDGE_T_LEVELS] = "t levels",
	[PLEDGE_MEETS] = "meets",
};

static void
item_clear(struct pledge_item *p)
{
	free(p->item);
	free(p->title);
	free(p->unit);
	free(p->baseline);
	free(p->baseline_year);
	free(p->target);
	free(p->source);
}

void
pledge_clear(struct pledge_items *ps)
{
	for (size_t i = 0; i < ps->n; i++)
		item_clear(&ps->v[i]);
	free(ps->v);
	*ps = (struct pledge_items){ 0 };
}

const struct pledge_item *
pledge_find(const struct pledge_items *ps, const char *item)
{
	for (size_t i = 0; i < ps->n && *item != '\0'; i++)
		if (str_ieq(ps->v[i].item, item))
			return &ps->v[i];
	return NULL;
}

static const struct choice *
actor_of(const char *word)
{
	for (const struct choice *c = actors; c->word != NULL; c++)
		if (str_ieq(c->word, word))
			return c;
	return NULL;
}

/* PLEDGE_RULES for a word that is none. */
static enum pledge_rule
rule_of(const char *word)
{
	int r = 0;

	if (*word == '\0')
		return PLEDGE_TYPED;
	while (r < PLEDGE_RULES && !str_ieq(rules[r], word))
		r++;
	return (enum pledge_rule)r;
}

static enum status
read_item(const struct csv_table *t, size_t row, struct pledge_item *p,
    struct err *e)
{
	const char *actor = csv_table_cell(t, row, "actor");
	const char *rule = csv_table_cell(t, row, "rule");
	const char *year = csv_table_cell(t, row, "baseline_year");
	int y;

	p->item = xstrdup(csv_table_cell(t, row, "item"));
	p->title = xstrdup(csv_table_cell(t, row, "title"));
	p->unit = xstrdup(csv_table_cell(t, row, "unit"));
	p->baseline = xstrdup(csv_table_cell(t, row, "baseline"));
	p->baseline_year = xstrdup(year);
	p->target = xstrdup(csv_table_cell(t, row, "target"));
	p->source = xstrdup(csv_table_cell(t, row, "source"));
	p->actor = actor_of(actor);
	p->rule = rule_of(rule);
	if (*p->item == '\0' || utf8_count(p->item) > ITEM_MAX)
		return csv_table_refuse(t, row, "item", e, "give it a name of"
		    " at most %d characters", ITEM_MAX);
	if (p->actor == NULL)
		return csv_table_refuse(t, row, "actor", e, "\"%.40s\" is none"
		    " of government, employer, university, school, college,"
		    " city hall", actor);
	if (*p->title == '\0' || utf8_count(p->title) > TITLE_MAX)
		return csv_table_refuse(t, row, "title", e, "say what is"
		    " committed to, in at most %d characters", TITLE_MAX);
	if (p->rule == PLEDGE_RULES)
		return csv_table_refuse(t, row, "rule", e, "\"%.40s\" is no"
		    " rule; empty is typed in", rule);
	if (*year != '\0' && !year_parse(year, &y))
		return csv_table_refuse(t, row, "baseline_year", e, "\"%.20s\""
		    " is no academic year: write 2015/16", year);
	return ST_OK;
}

static void
keep_item(struct pledge_items *ps, const struct pledge_item *p)
{
	for (size_t i = 0; i < ps->n; i++)
		if (str_ieq(ps->v[i].item, p->item)) {
			item_clear(&ps->v[i]);
			ps->v[i] = *p;
			return;
		}
	ps->v = xreallocarray(ps->v, ps->n + 1, sizeof *ps->v);
	ps->v[ps->n++] = *p;
}

static enum status
read_items(const struct csv_source *src, struct pledge_items *ps,
    struct err *e)
{
	struct csv_table t;
	enum status st = csv_table_read(src, HEADS, &t, e);

	for (size_t i = 0; st == ST_OK && i < t.n; i++) {
		struct pledge_item p = { 0 };

		st = read_item(&t, i, &p, e);
		if (st == ST_OK)
			keep_item(ps, &p);
		else
			item_clear(&p);
	}
	csv_table_clear(&t);
	return st;
}

enum status
pledge_load(const struct csv_source *hub, struct pledge_items *out,
    struct err *e)
{
	struct csv_source shipped = csv_shipped(FILE_NAME);
	enum status st;

	*out = (struct pledge_items){ 0 };
	st = read_items(&shipped, out, e);
	if (st == ST_OK && hub != NULL)
		st = read_items(hub, out, e);
	if (st != ST_OK)
		pledge_clear(out);
	return st;
}
