/* ini.h - check a settings file before iniparser reads it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * iniparser is lenient where a person would be misled: an unquoted '#' cuts a
 * value in silence, a repeated key wins in silence. Such files are refused.
 */
#ifndef APP_INI_H
#define APP_INI_H

#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

#define INI_MAX	65536

/* One setting with the line it stands on. */
struct ini_line {
	char	*section, *key;		/* lower case */
	unsigned line;
};
struct ini_lines {
	struct ini_line	*v;
	size_t		 n;
};
void		ini_clear(struct ini_lines *);

/* Check TEXT of the file NAME: UTF-8, known shape, no repeated key or section,
 * quotes where '#' or ';' need them. OUT lists its settings. */
enum status	ini_check(const char *name, const char *text, size_t n,
		    struct ini_lines *out, struct err *) MUST_CHECK;

#endif
