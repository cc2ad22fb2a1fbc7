/* mail.h - the headers and the body of a message as a file (RFC 5322, 2045,
 * 2047), for drafts that a mail program opens.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text may be anything: no line break of it reaches a header, what is not
 * ASCII becomes encoded words, lines are folded. Lines end with CR LF. All
 * appended.
 */
#ifndef BASE_MAIL_H
#define BASE_MAIL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* "Subject: Autumn assessment" */
void	mail_header(struct buf *out, const char *name, const char *text);
/* "To: Ms Grace Bell <bell@northgate.example>"; DISPLAY may be "". ADDRESS is
 * one that mail_address_ok takes. */
void	mail_address(struct buf *out, const char *name, const char *display,
	    const char *address);
/* May it stand in a header as it is? name@place in ASCII, without quotation
 * marks and comments. */
bool	mail_address_ok(const char *address);
/* What is wrong with it, as "it has no @"; nothing when it is taken. */
void	mail_address_fault(const char *address, struct buf *out);
/* "Date: Fri, 20 Nov 2026 10:00:00 +0000"; MS since 1970. */
void	mail_date(struct buf *out, int64_t ms);
/* The headers that say how the body is written, the empty line and TEXT, lines
 * apart by LF, as quoted-printable. */
void	mail_body(struct buf *out, const char *text);

#endif
