/* framework.c - frameworks and their items: found, and whom they are for.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/framework.h"

#include <string.h>

#include "base/date.h"
#include "base/str.h"

const char *const benchmark_short[BENCHMARKS] = {
	"Programme", "Labour market", "Each pupil", "Curriculum", "Employers",
	"Workplaces", "Further study", "Guidance",
};

const char *const setting_words[SETTING_MAX + 1] = {
	[SETTING_SCHOOL] = "school", [SETTING_SPECIAL] = "special",
	[SETTING_COLLEGE] = "college", [SETTING_MAX] = NULL,
};
static const char *const setting_plurals[SETTING_MAX] = {
	[SETTING_SCHOOL] = "schools", [SETTING_SPECIAL] = "special schools",
	[SETTING_COLLEGE] = "colleges",
};

enum setting
setting_find(const char *word)
{
	int s = 0;

	while (s < SETTING_MAX && !str_ieq(setting_words[s], word))
		s++;
	return (enum setting)s;
}

const struct framework *
framework_find(const struct frameworks *fs, const char *id)
{
	for (size_t i = 0; i < fs->n; i++)
		if (str_ieq(fs->v[i].id, id))
			return &fs->v[i];
	return NULL;
}

const struct framework *
framework_on(const struct frameworks *fs, int day)
{
	const struct framework *found = fs->n > 0 ? &fs->v[0] : NULL;

	for (size_t i = 1; i < fs->n; i++)
		if (fs->v[i].from <= day)
			found = &fs->v[i];
	return found;
}

const struct item_list *
framework_items(const struct framework *fw, enum setting s)
{
	return &fw->items[s == SETTING_SPECIAL ? SETTING_SCHOOL : s];
}

bool
item_applies(const struct item *it, int first, int last)
{
	if (it->first == 0)
		return true;
	return first <= it->last && (last == 0 || last >= it->first);
}

void
item_why_not(const struct item *it, struct buf *out)
{
	buf_addf(out, "%s is for schools with ", it->id);
	for (int g = it->first; g <= it->last; g++)
		buf_addf(out, "%sY%d", g == it->first ? "" :
		    g == it->last ? " or " : ", ", g);
}

/* "BM3 has 3.1 to 3.16", of those the school is asked. */
static void
say_range(const struct item_list *list, int bm, int first, int last,
    struct buf *out)
{
	const struct item *low = NULL, *high = NULL;

	for (size_t i = 0; i < list->n; i++) {
		const struct item *it = &list->v[i];

		if (it->bm != bm || !item_applies(it, first, last))
			continue;
		low = low != NULL ? low : it;
		high = it;
	}
	if (low == NULL)
		buf_add(out, "it has none there");
	else if (low == high)
		buf_addf(out, "there is %s", low->id);
	else
		buf_addf(out, "there are %s to %s", low->id, high->id);
}

enum status
framework_item(const struct framework *fw, enum setting s, int first,
    int last, const char *id, const struct item **out, struct err *e)
{
	const struct item_list *list = framework_items(fw, s);
	int bm = 0, no = 0;
	struct buf why;
	size_t i = 0;

	if (!item_id(id, strlen(id), &bm, &no))
		return err_set(e, ST_INVALID, "\"%.20s\" is not the number of "
		    "an item: 1.1, as benchmark 1 to 8 and its item", id);
	while (i < list->n && strcmp(list->v[i].id, id) != 0)
		i++;
	if (i < list->n && item_applies(&list->v[i], first, last)) {
		*out = &list->v[i];
		return ST_OK;
	}
	buf_init(&why, BUF_LINE);
	if (i < list->n) {
		item_why_not(&list->v[i], &why);
	} else {
		buf_addf(&why, "%s has no item %s for %s: ", fw->id, id,
		    setting_plurals[s]);
		say_range(list, bm, first, last, &why);
	}
	(void)err_set(e, ST_INVALID, "%s", why.p);
	buf_clear(&why);
	return ST_INVALID;
}

/* One or two digits from *P on, no leading zero; 0 when there are none. */
static int
small_number(const char **p, const char *end)
{
	int v = 0;

	if (*p < end && **p == '0')
		return 0;
	for (int i = 0; i < 2 && *p < end && **p >= '0' && **p <= '9'; i++)
		v = v * 10 + *(*p)++ - '0';
	return v;
}

bool
item_id(const char *text, size_t n, int *bm, int *no)
{
	const char *p = text, *end = text + n;

	*bm = small_number(&p, end);
	if (*bm < 1 || *bm > BENCHMARKS || p >= end || *p++ != '.')
		return false;
	*no = small_number(&p, end);
	return *no > 0 && p == end;
}

int
item_id_cmp(const char *a, const char *b)
{
	int abm, ano, bbm, bno;
	bool is_a = item_id(a, strlen(a), &abm, &ano);
	bool is_b = item_id(b, strlen(b), &bbm, &bno);

	if (!is_a || !is_b)
		return is_a != is_b ? (is_a ? -1 : 1) : strcmp(a, b);
	return abm != bbm ? (abm > bbm) - (abm < bbm) :
	    (ano > bno) - (ano < bno);
}
