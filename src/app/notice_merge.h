/* notice_merge.h - a notice out of the program: a sheet for a mail merge, or a
 * draft for each who gets it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_NOTICE_MERGE_H
#define APP_NOTICE_MERGE_H

#include "app/app.h"
#include "base/buf.h"
#include "base/str.h"

/* Those it goes to: to send, or sent and not answered yet, who may still get it
 * (model/audience.h), judged as when it is sent. LEFT gets a sentence of each
 * who may not, on failure too. ST_INVALID when nobody is left, or when a word of
 * the text has nothing to stand for. */

/* A row each as CSV: ref,name,email,school,organisation,subject,text,
 * attachments; appended. */
enum status	notice_merge(struct app *, int64_t notice, struct buf *out,
		    struct strs *left, struct err *) MUST_CHECK;
/* A file each in the folder DIR, which is made when it is not there: "01-ms-
 * grace-bell.eml", a message that mail programs open as a draft (X-Unsent). *N
 * files are written, or none: an address or a sender that cannot be used is
 * refused first, and so is a file that exists, without FORCE. */
enum status	notice_drafts(struct app *, int64_t notice, const char *dir, bool force,
		    size_t *n, struct strs *left, struct err *) MUST_CHECK;

#endif
