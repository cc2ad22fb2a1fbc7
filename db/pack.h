/* pack.h - the journal's texts, packed: pack() and unpack() in our statements.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Half of a large database would be "schools", "years" and "status" within
 * the journal's JSON. pack(text) gives a text of PACK_FROM bytes or more as a
 * blob, a zstd frame made with the dictionary db/journal.zdict, when that is
 * shorter; any other value as it is. unpack(value) gives the text back, and
 * an error for a blob that is no frame of ours.
 *
 * The dictionary is part of the file format. One that was released never
 * changes; a later one gets the next number, and both are known from then on.
 * db/journal-dict.sh says how it was made.
 */
#ifndef DB_PACK_H
#define DB_PACK_H

#include "db/db.h"

enum { PACK_FROM = 48, PACK_DICTIONARY = 1 };

enum status	pack_add(struct db *, struct err *) MUST_CHECK;

#endif
