/* framework.h - the benchmarks' frameworks: versioned data, read from files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * src/data/frameworks.csv names each framework, the day it is proposed from
 * and its eight benchmarks; src/data/framework-items.csv holds one line an
 * item. An item's number ("6.2") is fixed within a framework and a setting.
 */
#ifndef MODEL_FRAMEWORK_H
#define MODEL_FRAMEWORK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/csv_table.h"
#include "base/err.h"
#include "model/entity.h"

#define ITEM_NUMBER	8	/* bytes of an item number with its end */

/* "Employers", BM1 first: where there is no room for the title. */
extern const char *const benchmark_short[BENCHMARKS];

enum setting {			/* which questions a school is asked */
	SETTING_SCHOOL,
	SETTING_SPECIAL,	/* as a school, for the cohort it names */
	SETTING_COLLEGE,
	SETTING_MAX
};
extern const char *const setting_words[SETTING_MAX + 1]; /* ends with NULL */
/* The setting called WORD, any case; SETTING_MAX when none is. */
enum setting	setting_find(const char *word);

enum item_kind {
	ITEM_YES,		/* yes or no: 1 point */
	ITEM_SHARE,		/* a proportion of pupils: 0 to 4 points */
	ITEM_DAYS		/* a number of days: not scored */
};

struct item {
	char		 id[ITEM_NUMBER];	/* "6.2" */
	int		 bm, no;	/* its two numbers */
	enum item_kind	 kind;
	int		 first, last;	/* only with one of these year groups,
					 * 7 … 13; both 0: always */
	bool		 lowest;	/* counts together with the others of its
					 * benchmark marked so, as one item */
	bool		 part;		/* about some pupils of the year group: its
					 * roll is not the number to count of */
	char		*text;		/* a few words, for a line of a screen */
	char		*help;		/* a sentence */
	char		*evidence;	/* what encounters may show of it
					 * (model/evidence.h); "" nothing */
	bool		 hub;		/* from the hub's file */
};
struct item_list {		/* by number */
	struct item	*v;
	size_t		 n;
};
struct framework {
	char		*id;		/* "G2024" */
	char		*title;
	int		 from;		/* first day; DAY_NONE: any before the next */
	char		*bm[BENCHMARKS];	/* titles, BM1 first */
	struct item_list items[SETTING_MAX];	/* use framework_items */
};
struct frameworks {		/* by first day */
	struct framework *v;
	size_t		  n;
};

/* The shipped files and a hub's files of the same names (NULL, or text NULL:
 * none), whose rows add to them or stand in for those of the same framework, item and
 * setting. Refused with file, line and column. *OUT is cleared when refused;
 * else frameworks_clear frees it, and every item is borrowed from it. */
enum status	 frameworks_load(const struct csv_source *frameworks,
		    const struct csv_source *items, struct frameworks *out,
		    struct err *e) MUST_CHECK;
void		 frameworks_clear(struct frameworks *);

/* By id, any case; NULL when there is none. */
const struct framework *framework_find(const struct frameworks *,
		    const char *id);
/* The one proposed on DAY: users choose (domain.md 3). */
const struct framework *framework_on(const struct frameworks *, int day);
/* What a school of that setting is asked, by number. */
const struct item_list *framework_items(const struct framework *,
		    enum setting);

/* Does the item apply to a school with year groups FIRST … LAST (1 … 14; 0: not
 * known, then none is too low or too high)? */
bool		 item_applies(const struct item *, int first, int last);
/* "6.2 is for schools with Y12 or Y13", appended. */
void		 item_why_not(const struct item *, struct buf *out);
/* The item called ID that such a school is asked; else ST_INVALID with a
 * sentence that says why it is not. */
enum status	 framework_item(const struct framework *, enum setting,
		    int first, int last, const char *id,
		    const struct item **out, struct err *e) MUST_CHECK;

/* "6.2" in its two numbers: a benchmark 1 … 8 and 1 … 99, no leading zeros;
 * TEXT may end after N bytes. False when it is not one. */
bool		 item_id(const char *text, size_t n, int *bm, int *no);
/* By number, 1.2 before 1.10; what are no numbers come last, as text. */
int		 item_id_cmp(const char *a, const char *b);

#endif
