/* agenda_int.h - what the files of the agenda share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_AGENDA_INT_H
#define APP_AGENDA_INT_H

#include "app/agenda.h"

/* All parts there are today, by block, with filters; not counted. */
enum status	agenda_parts(struct app *, struct agenda *, struct err *) MUST_CHECK;
void		agenda_part_clear(struct agenda_part *);
/* The words of the record IT names; KIND stays NULL when there is none. */
enum status	agenda_item_read(struct app *, struct agenda_item *, struct err *) MUST_CHECK;

#endif
