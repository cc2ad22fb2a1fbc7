/* plain_line.h - the lines of line mode, as they come.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef CLI_PLAIN_LINE_H
#define CLI_PLAIN_LINE_H

#include <stdio.h>

#include "app/app.h"

/* Before the first line of IN is read: a session over SSH is locked as its
 * settings say (app/idle.h). */
void		plain_begin(const struct app *, FILE *in);
#define PLAIN_MOST	65536	/* bytes: a line is shorter */

/* The next line of IN, as getline. False at its end, where a line is too long,
 * and once the session is locked; the latter two have been told. */
bool		plain_line(FILE *in, char **line, size_t *size);
bool		plain_locked(void);

#endif
