/* report_out.c - the formats a report is written in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/report_out.h"

#include <string.h>

#include "base/path.h"

static const struct {
	const char	*word, *ending;
} formats[] = {
	[RF_TEXT] = { "text", ".txt" },
	[RF_CSV] = { "csv", ".csv" },
	[RF_JSON] = { "json", ".json" },
	[RF_HTML] = { "html", ".html" },
	[RF_ICS] = { "ics", ".ics" },
};

enum status
report_format(const char *word, const char *file, enum report_format *out,
    struct err *e)
{
	const char *ending;
	size_t i;

	*out = RF_TEXT;
	if (word != NULL && str_ieq(word, "table"))
		return ST_OK;
	for (i = 0; i < sizeof formats / sizeof formats[0]; i++)
		if (word != NULL ? str_ieq(word, formats[i].word) :
		    file != NULL && str_ends(file, formats[i].ending)) {
			*out = (enum report_format)i;
			return ST_OK;
		}
	if (word != NULL)
		return err_set(e, ST_USAGE, "\"%s\" is no format of a report:"
		    " text, csv, json or html; of the diary also ics", word);
	ending = file != NULL ? strrchr(path_base(file), '.') : NULL;
	return ending == NULL || ending == path_base(file) ? ST_OK :
	    err_set(e, ST_USAGE, "\"%s\": a report's file is .txt, .csv,"
	    " .json or .html; the diary's also .ics", ending);
}

void
report_write(struct app *app, const struct report *r, enum report_format f,
    bool utf8, struct buf *out)
{
	switch (f) {
	case RF_TEXT:
		report_to_text(r, REPORT_COLS, utf8, out);
		break;
	case RF_CSV:
		report_to_csv(app, r, out);
		break;
	case RF_JSON:
		report_to_json(app, r, out);
		break;
	case RF_HTML:
		report_to_html(r, out);
		break;
	case RF_ICS:		/* is made of days, not of blocks */
		break;
	}
}

enum status
report_file(struct app *app, const struct report_info *info,
    const struct strs *words, enum report_format f, bool utf8,
    struct buf *out, struct err *e)
{
	struct report r;
	enum status st;

	if (f == RF_ICS)
		return report_calendar(app, info, words, out, e);
	st = report_make(app, info, words, &r, e);
	if (st != ST_OK)
		return st;
	report_write(app, &r, f, utf8, out);
	report_clear(&r);
	return ST_OK;
}
