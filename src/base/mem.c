/* mem.c - allocation that never returns NULL.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/mem.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { RESERVE = 256 << 10 };	/* bytes: drafts of several screens */

static void (*keep_hook)(void), (*end_hook)(void);
static void *reserve;

void
mem_on_failure(void (*keep)(void), void (*end)(void))
{
	keep_hook = keep;
	end_hook = end;
	if (keep == NULL) {
		free(reserve);
		reserve = NULL;
	} else if (reserve == NULL && (reserve = malloc(RESERVE)) != NULL) {
		memset(reserve, 1, RESERVE);	/* promised is not there */
	}
}

/* Forgotten before it is called: it may fail in the same way. */
static void
run_once(void (**hook)(void))
{
	void (*fn)(void) = *hook;

	*hook = NULL;
	if (fn != NULL)
		fn();
}

/* _exit, not exit: whatever runs at exit may itself want memory. */
static _Noreturn void
fail(void)
{
	static const char words[] = "caseload: out of memory\n";

	free(reserve);
	reserve = NULL;
	run_once(&keep_hook);
	run_once(&end_hook);
	if (write(STDERR_FILENO, words, sizeof words - 1) < 0)
		_exit(1);
	_exit(1);
}

void *
xmalloc(size_t n)
{
	void *p = malloc(n > 0 ? n : 1);

	if (p == NULL)
		fail();
	return p;
}

void *
xcalloc(size_t n, size_t size)
{
	void *p = n > 0 && size > 0 ? calloc(n, size) : calloc(1, 1);

	if (p == NULL)
		fail();
	return p;
}

void *
xreallocarray(void *p, size_t n, size_t size)
{
	size_t bytes;

	if (size != 0 && n > SIZE_MAX / size)
		fail();
	bytes = n * size;
	p = realloc(p, bytes > 0 ? bytes : 1);
	if (p == NULL)
		fail();
	return p;
}

char *
xstrdup(const char *s)
{
	return xstrndup(s != NULL ? s : "", SIZE_MAX);
}

char *
xstrndup(const char *s, size_t n)
{
	size_t len = n == SIZE_MAX ? strlen(s) : strnlen(s, n);
	char *p = xmalloc(len + 1);

	memcpy(p, s, len);
	p[len] = '\0';
	return p;
}

char *
xasprintf(const char *fmt, ...)
{
	va_list ap, again;
	char *p;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0) {		/* a wide character the locale lacks */
		va_end(again);
		return xstrdup("");
	}
	p = xmalloc((size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return p;
}
