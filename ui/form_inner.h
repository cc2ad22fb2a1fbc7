/* form_inner.h - what the parts of the form screen share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_FORM_INNER_H
#define UI_FORM_INNER_H

#include "app/draft.h"
#include "ui/form.h"
#include "ui/keep.h"
#include "ui/picker.h"
#include "ui/screen.h"

struct form_screen {
	struct screen	 s;
	const struct entity *ent;
	int64_t		 id;		/* 0: a new record */
	char		*title;		/* of the record; "" of a new one */
	struct row	*base;		/* as loaded; what a new one began with */
	struct row	*row;		/* what is understood of the texts so far */
	struct form	 f;
	struct picker	 pick;
	int		 head;		/* rows before the fields: what ent says */
	bool		 list;		/* the picker is shown */
	size_t		 part;		/* where in the text its part begins */
	struct keep	 keep;
	bool		 drafted;	/* a draft of ours lies in the folder */
	int		 draft_no;	/* of a new record's */
	int		 offered;	/* the number of the one asked about */
	bool		 near_ok;	/* near-equal names were seen and accepted */
	bool		 special_ok;	/* what a note says is to be saved */
	bool		 again;		/* after this save the next one begins */
};

/* --- form_screen.c --- */
/* Widgets for base; keeps nothing of those before. Goes to field CUR. */
void	form_screen_fill(struct form_screen *);
void	form_screen_layout(struct screen *);
/* Its title, as the record is called now. */
void	form_screen_name(struct form_screen *);
/* What is wrong or understood, for the widgets that others depend on. */
void	form_screen_understand(struct form_screen *, size_t i);

/* --- form_paint.c --- */
void	form_paint(struct screen *);
void	form_where(const struct screen *, struct buf *);
void	form_right(const struct screen *, struct buf *);
void	form_hint(const struct screen *, struct buf *);

/* --- form_pick.c --- */
/* The rows for what stands in the field now; ALL: also for nothing. */
void	form_pick_update(struct form_screen *, bool all);
void	form_pick_off(struct form_screen *);
/* Enter (MUST) or another way out of the field: take the list's choice when it
 * has one. False: stay, and a sentence or a question says why. */
bool	form_pick_settle(struct form_screen *, bool must);
bool	form_pick_key(struct form_screen *, int key);	/* digit, comma */
/* Move the list and the field before it. */
void	form_pick_place(struct form_screen *);

/* --- form_move.c --- */
/* Read the current text; false when it is wrong (and shown). */
bool	form_commit(struct form_screen *);
enum request form_move_request(struct form_screen *, enum request);
void	form_next(struct form_screen *);	/* as Enter goes on */
/* Would a Return save? */
bool	form_at_last(const struct screen *);

/* --- form_save.c --- */
void	form_save(struct form_screen *, bool again);

/* --- form_draft.c --- */
void	form_draft_typed(struct form_screen *);		/* a key changed something */
void	form_draft_tick(struct form_screen *);		/* once a second */
void	form_draft_now(struct form_screen *);	/* says when it fails */
enum status form_draft_keep(struct form_screen *, struct err *) MUST_CHECK;
bool	form_is_changed(const struct form_screen *);
/* Lay a draft over the form; true when there was one. */
bool	form_draft_take(struct form_screen *, const struct draft *);
void	form_draft_offer(struct form_screen *);
/* The form of that draft, with it. */
void	form_open_draft(struct ui *, const struct draft *);

#endif
