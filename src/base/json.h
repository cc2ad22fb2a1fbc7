/* json.h - writing JSON. Reading it is SQLite's work (db/json.h).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>

#include "base/buf.h"

/* Append S as a quoted JSON string. */
void	json_string(struct buf *b, const char *s);
/* Append the JSON text of N bytes with what is not ASCII written \uXXXX. */
void	json_ascii(struct buf *b, const char *json, size_t n);
/* Append "key": with the comma it needs, given *FIRST (set to false). */
void	json_key(struct buf *b, const char *key, bool *first);

#endif
