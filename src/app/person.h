/* person.h - everything held about one person, to be handed to them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One JSON object (UK GDPR, article 15):
 *   person    the record, with private notes
 *   about     records about them, whole: roles, bookings, volunteer, matches
 *   named_in  other records that name them: what, when and where; not who else
 *   texts     of other records the sentences in which they are named
 *   history   what was changed of the first two, when and by whom
 * Sentences may name other people: they are to be read before.
 */
#ifndef APP_PERSON_H
#define APP_PERSON_H

#include "app/app.h"
#include "base/buf.h"

/* Appended. ST_CONFLICT when they were erased. */
enum status	person_export(struct app *, int64_t contact, struct buf *out,
		    struct err *) MUST_CHECK;

#endif
