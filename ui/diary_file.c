/* diary_file.c - the week of the diary's screen as a file: calendar, page, data.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/diary_ics.h"
#include "app/report_out.h"
#include "base/date.h"
#include "base/mem.h"
#include "ui/diary_inner.h"
#include "ui/to_file.h"

/* The report of that week and layer, in the format of PATH's ending. */
static enum status
make_file(struct ui *ui, void *arg, const char *path, char **text, size_t *n,
    struct buf *said, struct err *e)
{
	const struct diary_screen *d = arg;
	const struct report_info *info;
	enum report_format f;
	struct strs words = {0};
	struct buf b;
	char day[11];
	enum status st = report_find("diary", &info, e);

	if (st || (st = report_format(NULL, path, &f, e)) != ST_OK)
		return st;
	day_iso(d->d.first, day);
	strs_add(&words, day);
	strs_add(&words, diary_layers[d->d.layer]);
	buf_init(&b, BUF_FILE);
	st = report_file(ui->app, info, &words, f, true, &b, e);
	*n = b.n;
	*text = buf_take(&b);
	strs_clear(&words);
	buf_add(said, "The week");
	return st;
}

void
diary_write_file(struct diary_screen *d)
{
	bool ics = diary_ics_built();
	char day[11], *name;

	day_iso(d->d.first, day);
	name = xasprintf("diary-%s.%s", day, ics ? "ics" : "html");
	to_file_ask(d->s.ui, ics ?
	    "Write to file (.ics .html .txt .csv .json): " :
	    "Write to file (.html .txt .csv .json): ", name, make_file, d);
	free(name);
}
