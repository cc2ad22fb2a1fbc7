/* dated_rows.h - the rows that setting a derived field makes; private to
 * dated*.c. All within the step at hand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_DATED_ROWS_H
#define APP_DATED_ROWS_H

#include "app/dated.h"

/* RECORD gets what ITEM says; ARG is of the table in dated.c. */
typedef enum status dated_make(struct app *, const struct row *record,
		    const struct dated_item *, const char *arg, struct err *);

dated_make	dated_stage;		/* a membership */
dated_make	dated_of_stage;		/* a field of the membership of today */
dated_make	dated_coordinators;
dated_make	dated_holder;		/* a role, which ARG names */
dated_make	dated_todo;		/* tasks about a visit */
dated_make	dated_next;		/* the next visit */
/* A role of CONTACT; NULL and "" for what is not given. */
enum status	dated_place(struct app *, const struct row *contact, const char *organisation,
		    const char *role, struct err *) MUST_CHECK;

#endif
