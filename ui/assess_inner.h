/* assess_inner.h - what the parts of the answer screen share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_ASSESS_INNER_H
#define UI_ASSESS_INNER_H

#include "app/assess.h"
#include "app/assess_log.h"
#include "ui/screen.h"

enum ask_kind {			/* of a line */
	ASK_LINE_HEAD,		/* a benchmark */
	ASK_LINE_BM_PLAN,	/* what the careers plan does for it as a whole */
	ASK_LINE_ITEM,
	ASK_LINE_LOG,		/* what the log shows of the item above */
	ASK_LINE_PLAN		/* what the plan does for it */
};
struct ask_line {
	enum ask_kind	 kind;
	int		 at;		/* benchmark, or index of the item */
};

/* What was there before an answer was given; those of one key share a turn. */
struct ask_undo {
	unsigned	 turn;
	char		 id[ITEM_NUMBER];
	char		*answer, *comment;
};

struct assess_screen {
	struct screen	 s;
	struct assess	 a;
	struct assess_log log;
	struct ask_line	*line;		/* the items that apply, with headings */
	size_t		 nlines, top;
	int		 at;		/* index of the item, -1: there is none */
	char		 typed[16];	/* digits not yet taken */
	struct ask_undo	*undo;
	size_t		 nundo;
	unsigned	 turn;
	bool		 dirty;		/* answers that are not saved */
	bool		 due;		/* … and now is the time to */
	bool		 failed;	/* … which was tried in vain */
	bool		 begun;		/* opened to begin one of the school */
	const struct entity *kept;	/* whose draft it has, NULL none */
	int64_t		 kept_id;
	bool		 stale;		/* others have changed it meanwhile */
	bool		 leaving;	/* once it is saved */
	int64_t		 typed_at, dirty_at;	/* monotonic ms */
	unsigned	 own;		/* ui->changed after our own save */
	struct row	*both_base, *both_mine;	/* while both values are asked */
};

static inline const struct assess_item *
ask_item(const struct assess_screen *as)
{
	return as->at < 0 ? NULL : &as->a.item[as->at];
}

static inline const struct assess_beside *
ask_beside(const struct assess_screen *as, int at)
{
	return assess_log_at(&as->log, &as->a, at);
}

/* --- assess_screen.c --- */
/* Begin a new one of the school on DATE, by FRAMEWORK (NULL: as usual), instead
 * of that of the screen; one of that day that is stored goes on. */
enum status	ask_begin(struct assess_screen *, const char *date,
	    const char *framework, struct err *);
/* As it is stored now, on the same item. */
enum status	ask_read_again(struct assess_screen *, struct err *);

/* --- assess_save.c --- */
/* Save what was answered, as one step; false when it could not be (said, or
 * both values are asked). */
bool	ask_save(struct assess_screen *);
/* Save and go; what cannot be saved is kept, or asked about. */
void	ask_leave(struct assess_screen *);
bool	ask_may_leave(struct screen *);
void	ask_hangup(struct screen *);
void	ask_tick(struct screen *);
bool	ask_idle(struct screen *);

/* --- assess_draft.c --- */
/* What could not be saved is kept; dropped once it is saved. */
enum status	ask_draft_keep(struct assess_screen *, struct err *);
void	ask_draft_drop(struct assess_screen *);
/* Ask what is to become of what was kept here; false: there is nothing. */
bool	ask_draft_offer(struct assess_screen *);

/* --- assess_lines.c --- */
void	ask_make_lines(struct assess_screen *);
/* Stand on the item called ID, else on the first without an answer. */
void	ask_stand(struct assess_screen *, const char *id);
/* Keep the cursor's lines within ROWS of the screen. */
void	ask_scroll(struct assess_screen *, size_t rows);
/* The next item that applies, -1 none. */
int	ask_step(const struct assess_screen *, int from, int dir);
/* The benchmark whose first item that is, 0 of none: what the plan does for it as a
 * whole stands above that one. */
int	ask_first_of(const struct assess_screen *, int at);
/* Move as R says; false when R is no movement. */
bool	ask_move(struct assess_screen *, enum request r);
/* On to the next item without an answer, from the one after the cursor. */
void	ask_go_on(struct assess_screen *);

/* --- assess_open.c --- */
/* What stands beside the item: the encounters that the log counts, the actions
 * of the plan for it and, at the first of its benchmark, for all of that; asks
 * which. False when there is none. */
bool	ask_open(struct assess_screen *);

/* --- assess_answer.c --- */
void	ask_touched(struct assess_screen *);	/* an answer is not saved */
/* Take the digits typed; false when they cannot be (said). */
bool	ask_take(struct assess_screen *);
bool	ask_key(struct screen *, int key);
/* Answer, comment, copy, undo; false when R is none of these. */
bool	ask_answer(struct assess_screen *, enum request r);
const char *ask_why_not(const struct screen *, enum request r);
void	ask_offer_copy(struct assess_screen *);
void	ask_forget(struct assess_screen *);	/* what undo knows */

/* --- assess_paint.c --- */
void	ask_draw(struct screen *);
void	ask_where(const struct screen *, struct buf *);
void	ask_right(const struct screen *, struct buf *);
void	ask_hint(const struct screen *, struct buf *);

/* --- assess_help.c --- */
void	ask_help(struct assess_screen *);

#endif
