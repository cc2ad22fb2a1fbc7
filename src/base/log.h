/* log.h - the log file in the state folder; never the screen.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

/* Without log_open, or when the file cannot be written, lines are dropped. */
void	log_open(const char *path);
void	log_line(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void	log_close(void);
/* What stands in the line of a fault that ended the program. */
#define LOG_FAULT	"ended by a fault of its own"
int	log_fd(void);		/* for the crash handler; -1 when closed */

#endif
