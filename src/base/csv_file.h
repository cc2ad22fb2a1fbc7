/* csv_file.h - what an open CSV file knows; private to csv*.c.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef BASE_CSV_FILE_H
#define BASE_CSV_FILE_H

#include <csv.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buf.h"

#define CSV_PIECE	(64u << 10)	/* read and fed at a time */
#define CSV_MAX_CELL	(1u << 20)
#define CSV_MAX_ROW	(4u << 20)
#define CSV_MAX_PIPE	(UINT64_C(1) << 30)	/* bytes of what is no file */
#define CSV_MAX_CELLS	16384u		/* as many columns as Excel has */

struct csv_file {
	char	 *name;			/* as typed, for messages */
	int	  fd;			/* -1: the bytes are in memory */
	const char *memory;		/* … here, borrowed; else NULL */
	uint64_t  taken;		/* … of which this many were read */
	uint64_t  size;			/* bytes */
	off_t	  start;		/* 3 after a byte order mark */
	bool	  utf8;			/* else Windows-1252 */

	/* The piece in hand, and where reading stands. */
	char	 *piece;		/* CSV_PIECE bytes */
	size_t	  have, used;		/* bytes read into it, fed from it */
	uint64_t  at;			/* bytes fed in all, and the mark */
	uint64_t  line;			/* of the next byte */
	bool	  after_cr;		/* an LF now belongs to that line end */
	bool	  ended;		/* the end was reached */
	bool	  failed;		/* nothing more until csv_rewind */

	/* The parser and the row that grows from it. */
	struct csv_parser parser;
	struct buf text;		/* cells, each with its terminator */
	size_t	 *offset;		/* of each cell in text */
	char	**cell;			/* as pointers, once complete */
	size_t	  n, cap;
	size_t	  raw;			/* bytes of this row's cells so far */
	uint64_t  row_line, cell_line;	/* where the row and the cell begin */
	bool	  in_row;		/* a row has begun */
	bool	  row_done;		/* its end was met */
	bool	  nul;			/* a NUL: it changed since csv_open */
	enum csv_fault {
		CSV_FINE, CSV_LONG_CELL, CSV_LONG_ROW, CSV_MANY_CELLS
	} fault;			/* a ceiling was met … */
	uint64_t  fault_line;		/* … by what began here */
	bool	  bad_byte;
	size_t	  bad_cell;
	unsigned  bad_value;
};

/* The next bytes into PIECE: how many, 0 at the end, -1 with errno. */
ssize_t	csv_piece(struct csv_file *f);
/* Read from AT on; false with errno. */
bool	csv_seek(struct csv_file *f, off_t at);

#endif
