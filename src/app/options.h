/* options.h - settings: one row each in options.def, read from ini files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Later files win key by key: /etc/caseload.ini, the user's, local.ini beside
 * it (or only --config FILE). An unknown section, key or value is an error
 * with file, line, section, key and the values allowed.
 */
#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H

#include "base/err.h"
#include "base/str.h"
#include "model/entity.h"
#include "model/need.h"
#include "model/suit.h"

enum option_no {
#define OPTION(name, section, key, type, def, lo, hi, choices, help) OPT_##name,
#include "app/options.def"
	OPT_MAX
};

/* All there are. */
#define OPTION_SECTIONS "database user hub ui keys report rules retention backup"

struct options;		/* the values; also [keys] as written */

/* CONFIG: the one file to read, or NULL for the usual three. A missing usual
 * file is fine; a missing CONFIG is not. */
enum status	options_read(const char *config, struct options **out, struct err *) MUST_CHECK;
/* The files that are read, in their order, there or not; and one of them over
 * what O holds: ST_NOT_FOUND when it is not there. */
void		options_files(const char *config, struct strs *out);
enum status	options_read_file(struct options *o, const char *path,
		    struct err *) MUST_CHECK;
/* The defaults; and the settings of one file's text over what O holds. */
struct options	*options_new(void);
enum status	options_take(struct options *o, const char *name, const char *text,
		    size_t n, struct err *) MUST_CHECK;
void		options_free(struct options *);
const char	*option_text(const struct options *, enum option_no);
long		option_int(const struct options *, enum option_no);
/* Of a setting in minutes, as milliseconds. */
int64_t		option_minutes(const struct options *, enum option_no);
bool		option_yes(const struct options *, enum option_no);
/* One percentage a benchmark. */
void		option_marks(const struct options *, enum option_no, int out[BENCHMARKS]);
/* What the parts of a need score weigh. */
void		option_weights(const struct options *, enum option_no, struct need_weights *out);
/* Three percentages, rising. */
#define OPTION_BANDS	3
void		option_bands(const struct options *, enum option_no, int out[OPTION_BANDS]);
/* [keys]: request = keys; N of them, each with its "FILE:LINE". Who knows the
 * requests checks them (app_start.check). */
size_t		options_keys(const struct options *, const char *const **names,
		    const char *const **values, const char *const **places);
/* One setting from text, checked as the file would be: the environment, tests. */
enum status	option_set(struct options *, enum option_no, const char *text, struct err *) MUST_CHECK;

struct option_info {
	const char	*section, *key, *type, *def, *choices, *help;
	long		 lo, hi;
};
extern const struct option_info option_table[OPT_MAX];

#endif
