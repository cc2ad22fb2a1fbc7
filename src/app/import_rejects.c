/* import_rejects.c - rejected rows as a CSV that can be imported again.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reason is the first column: rows may be longer than their headings, and
 * the last heading may be one that repeats.
 */
#include <string.h>

#include "app/importer.h"

static bool
has_reason(const struct importer *imp)
{
	return str_eq(imp->heads.v[0], REJECTS_REASON);
}

void
rejects_head(const struct importer *imp, struct buf *out)
{
	csv_cell(out, REJECTS_REASON, false);
	for (size_t i = has_reason(imp); i < imp->heads.n; i++) {
		buf_addc(out, ',');
		csv_cell(out, imp->heads.v[i], true);
	}
	buf_add(out, "\n");
}

void
rejects_row(const struct importer *imp, const struct csv_row *row,
    const struct err *why, struct buf *out)
{
	struct buf reason;
	size_t n = strlen(why->field);

	buf_init(&reason, BUF_LINE);
	if (n > 0 && (strncmp(why->text, why->field, n) != 0 ||
	    why->text[n] != ':'))
		buf_addf(&reason, "%s: ", why->field);
	buf_add(&reason, why->text);
	csv_cell(out, reason.p, true);
	buf_clear(&reason);
	for (size_t i = has_reason(imp); i < row->n; i++) {
		buf_addc(out, ',');
		csv_cell(out, row->cell[i], true);
	}
	buf_add(out, "\n");
}
