/* fold.h - what SQL may call: names folded as the index folds them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef DB_FOLD_H
#define DB_FOLD_H

struct sqlite3;
/* fold(x) is utf8_fold of x. words(x) is a blank before each word of it and
 * before its initials, so that instr(words(x), ' bar') finds beginnings of
 * words. NULL gives "". Returns SQLite's code. */
int	db_register_functions(struct sqlite3 *);

#endif
