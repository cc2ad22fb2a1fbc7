/* curses.h - the curses libraries; the only file that includes them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_CURSES_H
#define UI_CURSES_H

#include <curses.h>
#include <form.h>
#include <menu.h>
#include <panel.h>

#endif
