/* list_paint.h - columns and cells of a list; inside of list_view.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_LIST_PAINT_H
#define UI_LIST_PAINT_H

struct list_view;

/* Which columns fit, where, how wide. */
void	list_paint_columns(struct list_view *);

#endif
