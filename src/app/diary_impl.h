/* diary_impl.h - a diary while it is read; inside of app/diary*.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_DIARY_IMPL_H
#define APP_DIARY_IMPL_H

#include "app/diary.h"
#include "base/str.h"
#include "db/diary.h"
#include "model/clash.h"

/* Ids, sorted, each once, after who_sort. */
struct who {
	int64_t	*v;
	size_t	 n, cap;
};
void	who_add(void *who, int64_t id);
void	who_sort(struct who *);
bool	who_has(const struct who *, int64_t id);
void	who_clear(struct who *);

/* One record with all its days. */
struct entry {
	struct diary_item it;		/* day: its first */
	int		 last;		/* its last */
	char		*name;		/* what others call it; or NULL */
	bool		 clashes;	/* is it looked at for that? */
	struct clash_item c;		/* place: none before all are read */
	size_t		 place, nplaces;	/* in reading.place */
};

struct reading {
	struct app	*app;
	struct diary	*d;
	char		 first[11], last[11];
	bool		 all;		/* everybody's */
	struct who	 users, schools;
	struct strs	 las;		/* of these schools */
	struct entry	*entry;
	size_t		 n, cap;
	struct clash_place *place;
	size_t		 nplaces;
};

/* Whose: users, schools, authorities and the name of it (diary_who.c). */
enum status	diary_find_who(struct reading *, struct err *) MUST_CHECK;
/* All records of the week (diary_rows.c). */
enum status	diary_find_rows(struct reading *, struct err *) MUST_CHECK;
void		diary_entry_clear(struct entry *);
/* My schools that are unplanned, into D (diary_gaps.c). */
enum status	diary_find_gaps(struct app *, struct diary *, struct err *) MUST_CHECK;
/* The line of what A clashes with, B; *OUT is NULL when nothing does. */
enum status	diary_clash_words(struct reading *, const struct entry *a,
		    const struct entry *b, char **out, struct err *) MUST_CHECK;

/* Of the bits of clash_groups: "Y11, Y13", "all", "". Caller frees. */
char		*diary_groups(unsigned bits);

#endif
