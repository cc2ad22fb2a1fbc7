/* mem.h - allocation that never returns NULL.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On failure the hooks run, one line is written and the process ends; an open
 * transaction is undone by SQLite's journal.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

void	*xmalloc(size_t n);
void	*xcalloc(size_t n, size_t size);	/* zeroed */
void	*xreallocarray(void *p, size_t n, size_t size);	/* overflow checked */
char	*xstrdup(const char *s);		/* NULL gives "" */
char	*xstrndup(const char *s, size_t n);
char	*xasprintf(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* What to do before ending for want of memory, NULL for nothing: KEEP what can
 * be kept, for which a reserve is freed first, then END (restore the
 * terminal), also when KEEP in turn finds no memory. */
void	 mem_on_failure(void (*keep)(void), void (*end)(void));

#endif
