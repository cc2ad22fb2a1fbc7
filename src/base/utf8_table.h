/* utf8_table.h - characters that Unicode does not take apart but people do.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to utf8_term.c and utf8_fold.c.
 */
#ifndef BASE_UTF8_TABLE_H
#define BASE_UTF8_TABLE_H

#include <stdint.h>

/* The ASCII for CP, or NULL when there is none here; borrowed, constant. */
const char *utf8_table_plain(int32_t cp);

#endif
