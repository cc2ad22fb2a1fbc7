/* diary_inner.h - what the diary's screen shows; inside of diary_screen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_DIARY_INNER_H
#define UI_DIARY_INNER_H

#include "app/diary.h"
#include "ui/screen.h"

/* One line of the screen. */
struct diary_line {
	int	 day;
	int	 item;			/* in the diary, or one of these */
	bool	 first;			/* of its day, or of what is unplanned */
};
enum {
	LINE_FREE = -1,			/* nothing is on that day */
	LINE_BLANK = -2,
	LINE_MORE = -3,			/* how many more are unplanned */
	LINE_GAP = -4			/* the second gap is LINE_GAP - 1, … */
};

/* Where the cursor stands, to come back to. */
struct stand {
	int		 day;
	const struct entity *ent;
	int64_t		 id;		/* 0: no record */
	bool		 clash;
	size_t		 at;
};

struct diary_screen {
	struct screen	 s;
	struct diary	 d;
	struct diary_line *line;
	size_t		 n, at, top;
	int		 today;		/* when it was read */
	struct stand	 gone;		/* where it stood before the record went */
};

void	diary_draw(struct screen *);
/* Ask what to add on the day of the cursor's line, and open its form; begin the
 * quick line of a visit there (diary_new.c). */
void	diary_ask_new(struct diary_screen *);
void	diary_plan_visit(struct diary_screen *);
/* Ask for a file and write the week, as it is shown, there (diary_file.c). */
void	diary_write_file(struct diary_screen *);
/* The school that is unplanned on line AT, or NULL. */
const struct diary_gap *diary_gap_at(const struct diary_screen *, size_t at);
/* What is on line AT, a clash too, or NULL. */
const struct diary_item *diary_item_at(const struct diary_screen *, size_t at);

#endif
