/* id.h - identities of records: 42 bits of milliseconds, 21 of chance.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shown as 13 characters of Crockford base 32, 1J8Q2-M7K9Q-Z4V; hyphens and
 * case are ignored, O reads as 0, I and L as 1. Never shown as a number.
 */
#ifndef MODEL_ID_H
#define MODEL_ID_H

#include <stdbool.h>
#include <stdint.h>

#define ID_CODE	14	/* 13 characters and the end */
#define ID_SHOWN 16	/* with two hyphens */

void	id_code(int64_t id, char out[ID_CODE]);
void	id_shown(int64_t id, char out[ID_SHOWN]);
bool	id_parse(const char *s, int64_t *out);	/* with or without hyphens */
/* The next id: from the clock, but at least LAST + 1. */
int64_t	id_make(int64_t now_ms, uint32_t chance, int64_t last);
int64_t	id_ms(int64_t id);			/* when it was made */

#endif
