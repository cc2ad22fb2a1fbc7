/* shipped.h - the files of src/data, compiled into the program. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SHIPPED_H
#define BASE_SHIPPED_H

#include <stddef.h>

struct shipped {
	const char		*name;	/* file name without folder, "x.csv" */
	const unsigned char	*data;	/* followed by a NUL not in size */
	size_t			 size;	/* bytes */
};

/* Sorted as in src/local.mk; ends with a row whose name is NULL. */
extern const struct shipped shipped_files[];

/* The row called NAME, or NULL. */
const struct shipped	*shipped_find(const char *name);

#endif
