/* monthend_impl.h - what the files of the month-end return share.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef APP_MONTHEND_IMPL_H
#define APP_MONTHEND_IMPL_H

#include "app/monthend.h"

enum status	monthend_rules(struct app *, struct monthly **out, struct err *) MUST_CHECK;
/* Its first, last and due day, and the one it is read at. */
void		monthend_days(struct monthend *, const char *month, int today);
/* Its own record and the one confirmed before it, if any. */
enum status	monthend_rows(struct app *, struct monthend *, struct err *) MUST_CHECK;
/* Its records, as at today (app_look); only those that fit MINE ("mine " or "")
 * too. */
enum status	monthend_records(struct app *, struct monthend *, const char *mine,
		    struct err *) MUST_CHECK;
/* The same of its school: it, its matches, their volunteers. */
enum status	monthend_of_school(struct app *, struct monthend *, struct err *) MUST_CHECK;
/* The register's download at PATH as text to keep: UTF-8, commas, the return's
 * own headings; appended. Refused with its file, line and column. */
enum status	monthend_download(const struct monthly *, const char *path,
		    struct buf *out, struct err *) MUST_CHECK;
/* The record that what stands before the dot of a path names; *ID 0: none. */
enum status	monthend_before_dot(struct app *, const struct row *,
		    const struct monthly_field *, const struct entity **ent,
		    int64_t *id, struct err *) MUST_CHECK;

#endif
