/* framework_read.c - frameworks and items from their files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/framework.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "model/evidence.h"
#include "model/tables.h"

#define FRAMEWORK_HEADS	"framework from title bm1 bm2 bm3 bm4 bm5 bm6 bm7 bm8"
#define ITEM_HEADS	"framework item settings kind text | years counts " \
			"evidence help"

/* A row of a table being read. */
struct at {
	const struct csv_table	*t;
	size_t			 row;
	bool			 hub;
	struct err		*e;
};

static const char *
cell(const struct at *at, const char *head)
{
	return csv_table_cell(at->t, at->row, head);
}

static void
clear_item(struct item *it)
{
	free(it->text);
	free(it->help);
	free(it->evidence);
	*it = (struct item){ 0 };
}

static void
clear_framework(struct framework *fw)
{
	free(fw->id);
	free(fw->title);
	for (int i = 0; i < BENCHMARKS; i++)
		free(fw->bm[i]);
	for (int s = 0; s < SETTING_MAX; s++) {
		for (size_t i = 0; i < fw->items[s].n; i++)
			clear_item(&fw->items[s].v[i]);
		free(fw->items[s].v);
	}
}

void
frameworks_clear(struct frameworks *fs)
{
	for (size_t i = 0; i < fs->n; i++)
		clear_framework(&fs->v[i]);
	free(fs->v);
	*fs = (struct frameworks){ 0 };
}

/* --- frameworks --- */

static int
by_from(const void *a, const void *b)
{
	const struct framework *x = a, *y = b;

	return x->from != y->from ? (x->from > y->from) - (x->from < y->from) :
	    strcmp(x->id, y->id);
}

/* The framework of this id, in FS already or new there. */
static struct framework *
place_framework(struct frameworks *fs, const char *id)
{
	for (size_t i = 0; i < fs->n; i++)
		if (strcmp(fs->v[i].id, id) == 0)
			return &fs->v[i];
	fs->v = xreallocarray(fs->v, fs->n + 1, sizeof *fs->v);
	fs->v[fs->n] = (struct framework){ .id = xstrdup(id) };
	return &fs->v[fs->n++];
}

static enum status
check_row_key(const struct at *at)
{
	const char *id = cell(at, "framework");

	if (*id == '\0' || strlen(id) > 12 || strspn(id,
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")
	    != strlen(id))
		return csv_table_refuse(at->t, at->row, "framework", at->e,
		    "a short name of letters and digits, as G2024");
	for (size_t i = 0; i < at->row; i++)
		if (strcmp(csv_table_cell(at->t, i, "framework"), id) == 0)
			return csv_table_refuse(at->t, at->row, "framework",
			    at->e, "%s is there twice", id);
	return ST_OK;
}

static enum status
read_framework(const struct at *at, struct frameworks *fs)
{
	const char *from = cell(at, "from");
	int day = *from != '\0' ? day_from_iso(from) : DAY_NONE;
	enum status st = check_row_key(at);
	struct framework *fw;
	char head[16];

	if (st != ST_OK)
		return st;
	if (*from != '\0' && day == DAY_NONE)
		return csv_table_refuse(at->t, at->row, "from", at->e,
		    "\"%.20s\" is not a day as 2025-09-01", from);
	fw = place_framework(fs, cell(at, "framework"));
	fw->from = day;
	free(fw->title);
	fw->title = xstrdup(cell(at, "title"));
	for (int i = 0; i < BENCHMARKS; i++) {
		snprintf(head, sizeof head, "bm%d", i + 1);
		free(fw->bm[i]);
		fw->bm[i] = xstrdup(cell(at, head));
	}
	return ST_OK;
}

/* --- items --- */

static enum status
read_kind(const struct at *at, enum item_kind *out)
{
	static const char *const words[] = {
		[ITEM_YES] = "yes/no", [ITEM_SHARE] = "proportion",
		[ITEM_DAYS] = "days",
	};
	const char *kind = cell(at, "kind");

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (strcmp(words[i], kind) == 0) {
			*out = (enum item_kind)i;
			return ST_OK;
		}
	return csv_table_refuse(at->t, at->row, "kind", at->e, "\"%.20s\" is "
	    "not yes/no, proportion or days", kind);
}

/* "y12-y13" or "y7", of a single year group each: 12, 13. */
static enum status
read_years(const struct at *at, struct item *it)
{
	const char *years = cell(at, "years");
	struct strs ends = { 0 };

	if (*years == '\0')
		return ST_OK;
	str_split(&ends, years, '-');
	if (ends.n <= 2) {
		it->first = year_group(ends.v[0]);
		it->last = year_group(ends.v[ends.n - 1]);
	}
	strs_clear(&ends);
	if (it->first < YG_Y1 || it->last > YG_Y14 || it->first > it->last)
		return csv_table_refuse(at->t, at->row, "years", at->e,
		    "\"%.20s\" are not year groups as y12-y13 or y7", years);
	return ST_OK;
}

static enum status
read_rest(const struct at *at, struct item *it)
{
	const char *counts = cell(at, "counts"), *rule = cell(at, "evidence");
	struct evidence_rule unused;
	enum status st;

	it->lowest = strcmp(counts, "lowest") == 0;
	it->part = strcmp(counts, "part") == 0;
	if (*counts != '\0' &&
	    (!(it->lowest || it->part) || it->kind != ITEM_SHARE))
		return csv_table_refuse(at->t, at->row, "counts", at->e,
		    "\"%.20s\": only \"lowest\" or \"part\", of a "
		    "proportion, or nothing", counts);
	if (*cell(at, "text") == '\0')
		return csv_table_refuse(at->t, at->row, "text", at->e,
		    "the words of the item are missing");
	if (*rule != '\0' &&
	    (st = evidence_rule(rule, &unused, at->e)) != ST_OK) {
		(void)err_prefix(at->e, "%s:%ju: evidence: ", at->t->name,
		    (uintmax_t)at->t->v[at->row].line);
		return st;
	}
	return ST_OK;
}

/* All of an item but its strings. */
static enum status
read_item(const struct at *at, struct item *it)
{
	const char *id = cell(at, "item");
	enum status st;

	*it = (struct item){ .hub = at->hub };
	if (!item_id(id, strlen(id), &it->bm, &it->no))
		return csv_table_refuse(at->t, at->row, "item", at->e,
		    "\"%.20s\" is not a benchmark 1 to 8 and a number 1 to "
		    "99, as 6.2", id);
	memcpy(it->id, id, strlen(id) + 1);	/* two small numbers */
	st = read_kind(at, &it->kind);
	if (st == ST_OK)
		st = read_years(at, it);
	return st == ST_OK ? read_rest(at, it) : st;
}

/* Does an earlier row of this file hold the same item for setting S? */
static bool
is_double(const struct at *at, const char *setting)
{
	for (size_t i = 0; i < at->row; i++)
		if (strcmp(csv_table_cell(at->t, i, "framework"),
		    cell(at, "framework")) == 0 &&
		    strcmp(csv_table_cell(at->t, i, "item"),
		    cell(at, "item")) == 0 &&
		    str_in(setting, csv_table_cell(at->t, i, "settings")))
			return true;
	return false;
}

/* Where the item stands in the list, or a new place by its number. */
static struct item *
place_item(struct item_list *l, const struct item *it)
{
	size_t i = 0;

	while (i < l->n && item_id_cmp(l->v[i].id, it->id) < 0)
		i++;
	if (i < l->n && strcmp(l->v[i].id, it->id) == 0) {
		clear_item(&l->v[i]);
		return &l->v[i];
	}
	l->v = xreallocarray(l->v, l->n + 1, sizeof *l->v);
	memmove(l->v + i + 1, l->v + i, (l->n - i) * sizeof *l->v);
	l->n++;
	return &l->v[i];
}

static enum status
put_item(const struct at *at, struct framework *fw, const char *setting,
    const struct item *it)
{
	enum setting s = setting_find(setting);
	struct item *to;

	if (s != SETTING_SCHOOL && s != SETTING_COLLEGE)
		return csv_table_refuse(at->t, at->row, "settings", at->e,
		    "\"%.20s\" is not school or college (special schools "
		    "answer as schools)", setting);
	if (is_double(at, setting))
		return csv_table_refuse(at->t, at->row, "item", at->e,
		    "%s of %s for a %s is there twice", it->id, fw->id,
		    setting);
	to = place_item(&fw->items[s], it);
	*to = *it;
	to->text = xstrdup(cell(at, "text"));
	to->help = xstrdup(cell(at, "help"));
	to->evidence = xstrdup(cell(at, "evidence"));
	return ST_OK;
}

static enum status
read_item_row(const struct at *at, struct frameworks *fs)
{
	const char *id = cell(at, "framework");
	struct strs settings = { 0 };
	struct item it;
	enum status st = read_item(at, &it);
	size_t f = 0;

	if (st != ST_OK)
		return st;
	while (f < fs->n && strcmp(fs->v[f].id, id) != 0)
		f++;
	if (f == fs->n)
		return csv_table_refuse(at->t, at->row, "framework", at->e,
		    "there is no framework \"%.20s\"", id);
	str_words(&settings, cell(at, "settings"));
	if (settings.n == 0)
		st = csv_table_refuse(at->t, at->row, "settings", at->e,
		    "school, college or both");
	for (size_t i = 0; i < settings.n && st == ST_OK; i++)
		st = put_item(at, &fs->v[f], settings.v[i], &it);
	strs_clear(&settings);
	return st;
}

/* --- files --- */

typedef enum status (*row_fn)(const struct at *, struct frameworks *);

static enum status
read_file(const struct csv_source *src, bool hub, const char *heads,
    row_fn row, struct frameworks *fs, struct err *e)
{
	struct csv_table t;
	struct at at = { .t = &t, .hub = hub, .e = e };
	enum status st = csv_table_read(src, heads, &t, e);

	if (st != ST_OK)
		return st;
	for (; at.row < t.n && st == ST_OK; at.row++)
		st = row(&at, fs);
	csv_table_clear(&t);
	return st;
}

/* The shipped file NAME, then the hub's. */
static enum status
read_both(const char *name, const struct csv_source *hub, const char *heads,
    row_fn row, struct frameworks *fs, struct err *e)
{
	struct csv_source src = csv_shipped(name);
	enum status st = read_file(&src, false, heads, row, fs, e);

	return st != ST_OK || hub == NULL || hub->text == NULL ? st :
	    read_file(hub, true, heads, row, fs, e);
}

enum status
frameworks_load(const struct csv_source *frameworks,
    const struct csv_source *items, struct frameworks *out, struct err *e)
{
	enum status st;

	*out = (struct frameworks){ 0 };
	st = read_both("frameworks.csv", frameworks, FRAMEWORK_HEADS,
	    read_framework, out, e);
	if (st == ST_OK)
		st = read_both("framework-items.csv", items, ITEM_HEADS,
		    read_item_row, out, e);
	if (st == ST_OK)
		qsort(out->v, out->n, sizeof *out->v, by_from);
	else
		frameworks_clear(out);
	return st;
}
