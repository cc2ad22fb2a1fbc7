/* return_deeds.h - a month-end return: the register's download, its file, sent.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef UI_RETURN_DEEDS_H
#define UI_RETURN_DEEDS_H

#include "app/monthend.h"
#include "app/report.h"
#include "model/row.h"
#include "ui/request.h"
#include "ui/session.h"

/* Whose keys these are; a part of the screen or tab that shows it. */
struct return_of {
	char	 month[MONTH_TEXT];
	bool	 confirmed;		/* when it was looked at last */
};
void	return_of_month(struct return_of *, const char *month);
/* Of a report and its words; false when it is not a return, or that of a
 * school. */
bool	return_of_words(struct app *, struct return_of *,
	    const struct report_info *, const struct strs *words);

/* Look whether it is confirmed. */
void	return_of_look(struct app *, struct return_of *);
/* Why that is not possible once it is; NULL when it is, or is none of these. */
const char *return_refused(bool confirmed, enum request);
/* I asks for the register's own download and keeps it with the return, W
 * writes it to a file, C confirms it after a look at what is to mend, H opens
 * earlier ones. False: it is none of these. */
bool	return_request(struct ui *, struct return_of *, enum request);
/* What row 23 says in a window COLS wide. */
const char *return_hint(int cols);
/* t: confirms it likewise. */
void	return_tick(struct ui *, int64_t ret);

#endif
