/* change_text.h - what the history keeps, as people read it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_CHANGE_TEXT_H
#define APP_CHANGE_TEXT_H

#include "app/app.h"
#include "base/buf.h"
#include "model/entity.h"

/* The key of a member of FIELD with references where ids stand:
 * school/136578/y10. Appended to OUT. */
void		change_member(struct app *, const struct field *, const char *key,
		    struct buf *out);
/* A value of FIELD, a reference in place of an id; the JSON of a member as it
 * is. Appended to OUT. */
void		change_value(struct app *, const struct field *, const char *value,
		    struct buf *out);
/* As change_value, but of what the program keeps for itself in a long text (a
 * hidden note: what a claim or a return said when it was handed in, a download)
 * only how long it is: "(3410 characters)". Appended to OUT. */
void		change_brief(struct app *, const struct field *, const char *value,
		    struct buf *out);
/* A whole record as the journal keeps it, as JSON, likewise. */
void		change_record_brief(const struct entity *, const char *json,
		    struct buf *out);
/* The same as screens show them: records by title, days short ("Fri 4 Dec"). A
 * member's values are change_words in both. Appended to OUT. */
void		change_member_shown(struct app *, const struct field *, const char *key,
		    struct buf *out);
void		change_shown(struct app *, const struct entity *, const struct field *,
		    const char *value, struct buf *out);
/* The values of a member without the marks of JSON: attended 24, send 3. */
void		change_words(const char *json, struct buf *out);

#endif
