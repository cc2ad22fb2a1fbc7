/* today_screen.h - the first screen: the day, what is late, what comes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_TODAY_SCREEN_H
#define UI_TODAY_SCREEN_H

#include "ui/session.h"

enum status	today_open(struct ui *, struct err *) MUST_CHECK;

#endif
