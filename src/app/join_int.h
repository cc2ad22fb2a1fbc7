/* join_int.h - what the files of join*.c share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_JOIN_INT_H
#define APP_JOIN_INT_H

#include "app/join.h"

/* Why it was archived; then the reference of the one that stays, by its code,
 * which never changes. */
#define JOINED_INTO	"joined into "

#endif
