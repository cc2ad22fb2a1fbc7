/* script.h - keys from a file, screens to files: golden tests.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line is keys by name with blanks between (g s Down Enter), or
 *   :type TEXT       each character as a key
 *   :paste TEXT      pasted; \n is a line break
 *   :size COLSxROWS  the window changes size
 *   :screen NAME     the screen to NAME.screen in the output folder: text, the
 *                    cursor, and of each row how its columns look
 *   # a comment
 */
#ifndef UI_SCRIPT_H
#define UI_SCRIPT_H

#include "ui/session.h"

enum status	script_run(struct ui *, const char *path, struct err *) MUST_CHECK;

#endif
