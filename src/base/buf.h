/* buf.h - a growing string with a ceiling; never NULL, always terminated.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text beyond the ceiling is dropped and buf_over() says so: whoever builds
 * text of unknown length must ask. What is kept is then a beginning of the
 * text, ending with a whole character. A zeroed struct buf is not valid: use
 * buf_init.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct buf {
	char	*p;		/* the text; never NULL after buf_init */
	size_t	 n;		/* bytes in it, without the terminator */
	size_t	 cap;		/* bytes allocated */
	size_t	 max;		/* ceiling in bytes */
	bool	 over;		/* something was dropped */
};

#define BUF_LINE	4096		/* ceilings by use */
#define BUF_ROW		(4u << 20)
#define BUF_FILE	(256u << 20)

void	buf_init(struct buf *b, size_t max);
void	buf_clear(struct buf *b);		/* frees; then buf_init again */
void	buf_reset(struct buf *b);		/* empties, keeps the memory */
void	buf_add(struct buf *b, const char *s);
void	buf_addn(struct buf *b, const char *s, size_t n);
void	buf_addc(struct buf *b, char c);
void	buf_addf(struct buf *b, const char *fmt, ...)
		__attribute__((format(printf, 2, 3)));
void	buf_addv(struct buf *b, const char *fmt, va_list ap)
	__attribute__((format(printf, 2, 0)));
void	buf_cut(struct buf *b, size_t n);	/* shorten to n bytes */
char	*buf_take(struct buf *b);	/* now the caller's; B is cleared */
bool	buf_over(const struct buf *b);

#endif
