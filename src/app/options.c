/* options.c - settings: checks of option.def's types; the only iniparser.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/options.h"

#include <sys/stat.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/backup.h"
#include "app/ini.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/path.h"
#include "config.h"
#include "model/access.h"
#include "model/eligible.h"
#include "model/fields.h"
#include "model/fit.h"
#include "model/tables.h"

#ifdef HAVE_INIPARSER_INIPARSER_H
#include <iniparser/iniparser.h>
#else
#include <iniparser.h>
#endif

#define KEYS	"keys"

struct options {
	char		*v[OPT_MAX];
	struct strs	 key_names, key_values, key_places;
};

const struct option_info option_table[OPT_MAX] = {
#define OPTION(name, section, key, type, def, lo, hi, choices, help) \
	[OPT_##name] = { section, key, #type, def, choices, help, lo, hi },
#include "app/options.def"
};

struct options *
options_new(void)
{
	struct options *o = xcalloc(1, sizeof *o);
	int i;

	for (i = 0; i < OPT_MAX; i++)
		o->v[i] = xstrdup(option_table[i].def);
	return o;
}

void
options_free(struct options *o)
{
	int i;

	if (o == NULL)
		return;
	for (i = 0; i < OPT_MAX; i++)
		free(o->v[i]);
	strs_clear(&o->key_names);
	strs_clear(&o->key_values);
	strs_clear(&o->key_places);
	free(o);
}

const char *
option_text(const struct options *o, enum option_no n)
{
	return o->v[n];
}

long
option_int(const struct options *o, enum option_no n)
{
	int64_t v = 0;

	(void)str_int(o->v[n], INT32_MIN, INT32_MAX, &v);
	return (long)v;
}

bool
option_yes(const struct options *o, enum option_no n)
{
	return str_eq(o->v[n], "yes");
}

size_t
options_keys(const struct options *o, const char *const **names,
    const char *const **values, const char *const **places)
{
	*names = (const char *const *)o->key_names.v;
	*values = (const char *const *)o->key_values.v;
	*places = (const char *const *)o->key_places.v;
	return o->key_names.n;
}

/* "100", or one for each benchmark: "100 100 75 100 100 100 100 100". */
static bool
read_marks(const char *text, int out[BENCHMARKS])
{
	struct strs words = { 0 };
	int64_t v = 0;
	bool ok;

	str_words(&words, text);
	ok = words.n == 1 || words.n == BENCHMARKS;
	for (size_t i = 0; ok && i < BENCHMARKS; i++) {
		ok = str_int(words.v[words.n == 1 ? 0 : i], 1, 100, &v);
		out[i] = (int)v;
	}
	strs_clear(&words);
	return ok;
}

void
option_marks(const struct options *o, enum option_no n, int out[BENCHMARKS])
{
	(void)read_marks(option_text(o, n), out);
}

/* Types of encounter, with commas. */
static enum status
check_types(const struct option_info *i, const char *text, struct err *e)
{
	const struct field *f = &encounter_entity.fields[F_encounter_type];
	struct strs w = { 0 };
	enum status st = ST_OK;

	str_split(&w, text, ',');
	for (size_t k = 0; k < w.n && st == ST_OK; k++)
		if (*w.v[k] != '\0' && field_choice(f, w.v[k]) == NULL)
			st = err_set(e, ST_INVALID, "[%s] %s: \"%s\" is no type"
			    " of encounter.", i->section, i->key, w.v[k]);
	strs_clear(&w);
	return st;
}

void
option_weights(const struct options *o, enum option_no n,
    struct need_weights *out)
{
	(void)need_weights(option_text(o, n), out);
}

/* "25 50 75": each above the one before it, the last below 100. */
static bool
read_bands(const char *text, int out[OPTION_BANDS])
{
	struct strs words = { 0 };
	int64_t v = 0;
	bool ok;

	str_words(&words, text);
	ok = words.n == OPTION_BANDS;
	for (size_t i = 0; ok && i < OPTION_BANDS; i++) {
		ok = str_int(words.v[i], v + 1, 99, &v);
		out[i] = (int)v;
	}
	strs_clear(&words);
	return ok;
}

void
option_bands(const struct options *o, enum option_no n, int out[OPTION_BANDS])
{
	(void)read_bands(option_text(o, n), out);
}

static enum status
check_year_day(const char *text, struct err *e)
{
	struct access_law *l = access_law_new();
	enum status st = access_law_last(l, text, e);

	access_law_free(l);
	return st;
}

/* "30" or "0.5", up to the row's highest. */
static bool
read_minutes(const struct option_info *i, const char *text, int64_t *ms)
{
	static const char digits[] = "0123456789";
	size_t whole = strspn(text, digits), part = 0;
	const char *rest = text + whole;
	int64_t unit = 60000;

	if (*rest == '.')
		part = strspn(++rest, digits);
	if (whole == 0 || whole > 4 || part > 3 || rest[part] != '\0' ||
	    (rest > text + whole && part == 0))
		return false;
	*ms = strtol(text, NULL, 10) * unit;
	for (; *rest != '\0'; rest++)
		*ms += (*rest - '0') * (unit /= 10);
	return *ms <= i->hi * 60000;
}

int64_t
option_minutes(const struct options *o, enum option_no n)
{
	int64_t ms = 0;

	(void)read_minutes(&option_table[n], option_text(o, n), &ms);
	return ms;
}

/* Words of the checks; the caller puts file and line before them. */
enum status
option_set(struct options *o, enum option_no n, const char *text,
    struct err *e)
{
	const struct option_info *i = &option_table[n];
	int marks[BENCHMARKS], bands[OPTION_BANDS];
	struct need_weights weights;
	struct suit_weights suits;
	struct fit_weights fits;
	enum status st;
	int64_t v;

	if ((str_eq(i->type, "weights") && !need_weights(text, &weights)) ||
	    (str_eq(i->type, "suits") && !suit_weights(text, &suits)) ||
	    (str_eq(i->type, "fits") && !fit_weights(text, &fits)))
		return err_set(e, ST_INVALID, "[%s] %s: \"%s\" is no list of"
		    " parts with weights from 0 to 100, such as %s.",
		    i->section, i->key, text, i->def);
	if (str_eq(i->type, "bands") && !read_bands(text, bands))
		return err_set(e, ST_INVALID, "[%s] %s: \"%s\" is not three"
		    " rising percentages from 1 to 99.", i->section, i->key,
		    text);
	if (str_eq(i->type, "marks") && !read_marks(text, marks))
		return err_set(e, ST_INVALID, "[%s] %s: \"%s\" is neither a"
		    " percentage from 1 to 100 nor eight of them.", i->section,
		    i->key, text);
	if (str_eq(i->type, "number") && text[0] != '\0' &&
	    !str_int(text, i->lo, i->hi, &v))
		return err_set(e, ST_INVALID, "[%s] %s: \"%s\" is no whole"
		    " number from %ld to %ld.", i->section, i->key, text,
		    i->lo, i->hi);
	/* Without tzdata none is known, and all are taken. */
	if (str_eq(i->type, "zone") && !clock_zone_known(text) &&
	    clock_zone_known(i->def))
		return err_set(e, ST_INVALID, "[%s] %s: \"%s\" is no time zone:"
		    " one like Europe/London.", i->section, i->key, text);
	if (str_eq(i->type, "codes") && eligible_check_area(text, e) != ST_OK)
		return err_prefix(e, "[%s] %s: ", i->section, i->key);
	if (str_eq(i->type, "yearday") && check_year_day(text, e) != ST_OK)
		return err_prefix(e, "[%s] %s: ", i->section, i->key);
	if (str_eq(i->type, "date") && text[0] != '\0' &&
	    day_from_iso(text) == DAY_NONE)
		return err_set(e, ST_INVALID, "[%s] %s: \"%s\" is no day: one"
		    " like 2030-12-31.", i->section, i->key, text);
	if (str_eq(i->type, "minutes") && !read_minutes(i, text, &v))
		return err_set(e, ST_INVALID, "[%s] %s: \"%s\" is no number of"
		    " minutes from %ld to %ld: one like 30 or 0.5.", i->section,
		    i->key, text, i->lo, i->hi);
	if (str_eq(i->type, "room") && !backup_room(text, 0, 0, &v))
		return err_set(e, ST_INVALID, "[%s] %s: \"%s\" is no size: one"
		    " like 500 MB, 2 GB or 10 x.", i->section, i->key, text);
	if (str_eq(i->type, "yesno") && !str_in(text, "yes no"))
		return err_set(e, ST_INVALID, "[%s] %s: \"%s\" is neither yes"
		    " nor no.", i->section, i->key, text);
	if (str_eq(i->type, "types") && (st = check_types(i, text, e)) != ST_OK)
		return st;
	if (str_eq(i->type, "choice") && !str_in(text, i->choices))
		return err_set(e, ST_INVALID, "[%s] %s: \"%s\" is not one of:"
		    " %s.", i->section, i->key, text, i->choices);
	free(o->v[n]);
	o->v[n] = xstrdup(text);
	return ST_OK;
}

static enum status
unknown_key(const struct ini_line *l, const char *name, struct err *e)
{
	struct buf b;
	enum status st;
	bool section = false;
	int i;

	buf_init(&b, BUF_LINE);
	for (i = 0; i < OPT_MAX; i++) {
		if (!str_eq(option_table[i].section, l->section))
			continue;
		section = true;
		buf_addf(&b, "%s%s", b.n > 0 ? ", " : "", option_table[i].key);
	}
	if (section)
		st = err_set(e, ST_INVALID, "%s:%u: [%s] has no setting"
		    " \"%s\"; it has: %s.", name, l->line, l->section, l->key,
		    b.p);
	else
		st = err_set(e, ST_INVALID, "%s:%u: there is no section [%s];"
		    " there are: %s.", name, l->line, l->section,
		    OPTION_SECTIONS);
	buf_clear(&b);
	return st;
}

/* The checked settings of one file into O, key by key. */
static enum status
take(struct options *o, const char *name, const struct ini_lines *lines,
    dictionary *d, struct err *e)
{
	size_t l;
	int i;

	for (l = 0; l < lines->n; l++) {
		const struct ini_line *line = &lines->v[l];
		const char *value;
		char *full;

		if (line->key == NULL) {
			if (!str_in(line->section, OPTION_SECTIONS))
				return unknown_key(line, name, e);
			continue;
		}
		full = xasprintf("%s:%s", line->section, line->key);
		value = iniparser_getstring(d, full, NULL);
		free(full);
		if (value == NULL)
			return err_set(e, ST_INVALID, "%s:%u: cannot read this"
			    " setting.", name, line->line);
		if (str_eq(line->section, KEYS)) {
			strs_add(&o->key_names, line->key);
			strs_add(&o->key_values, value);
			strs_take(&o->key_places, xasprintf("%s:%u", name,
			    line->line));
			continue;
		}
		for (i = 0; i < OPT_MAX; i++)
			if (str_eq(option_table[i].section, line->section) &&
			    str_eq(option_table[i].key, line->key))
				break;
		if (i == OPT_MAX)
			return unknown_key(line, name, e);
		if (option_set(o, (enum option_no)i, value, e) != ST_OK)
			return err_prefix(e, "%s:%u: ", name, line->line);
	}
	return ST_OK;
}

static int
to_log(const char *fmt, ...)
{
	(void)fmt;
	log_line("iniparser complains of a settings file");
	return 0;
}

/* iniparser wants a file name: a pipe that holds the checked bytes has one, and
 * needs no room on any disk. */
static enum status
parse(const char *text, size_t n, dictionary **out, struct err *e)
{
	char *name;
	int fd[2];
	bool whole;

	*out = NULL;
	if (pipe(fd) != 0)
		return err_errno(e, "cannot make a pipe");
	whole = fcntl(fd[1], F_SETFL, O_NONBLOCK) == 0 &&
	    write(fd[1], text, n) == (ssize_t)n;
	close(fd[1]);
	if (whole) {
		name = xasprintf("/dev/fd/%d", fd[0]);
		iniparser_set_error_callback(to_log);
		*out = iniparser_load(name);
		free(name);
	}
	close(fd[0]);
	return *out != NULL ? ST_OK :
	    err_set(e, ST_INVALID, "cannot be read as a settings file.");
}

enum status
options_take(struct options *o, const char *name, const char *text, size_t n,
    struct err *e)
{
	struct ini_lines lines = { NULL, 0 };
	dictionary *d;
	enum status st;

	if (n >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		n -= 3;
	}
	if ((st = ini_check(name, text, n, &lines, e)) != ST_OK)
		return st;
	if ((st = parse(text, n, &d, e)) != ST_OK) {
		(void)err_prefix(e, "%s: ", name);
	} else {
		st = take(o, name, &lines, d, e);
		iniparser_freedict(d);
	}
	ini_clear(&lines);
	return st;
}

void
options_files(const char *config, struct strs *out)
{
	if (config != NULL) {
		strs_add(out, config);
		return;
	}
	strs_add(out, "/etc/caseload.ini");
	strs_take(out, path_config("caseload.ini"));
	strs_take(out, path_config("local.ini"));
}

enum status
options_read_file(struct options *o, const char *path, struct err *e)
{
	char *text;
	size_t n;
	enum status st;

	if ((st = path_read(path, INI_MAX, &text, &n, e)) != ST_OK)
		return st;
	st = options_take(o, path, text, n, e);
	free(text);
	return st;
}

enum status
options_read(const char *config, struct options **out, struct err *e)
{
	struct options *o = options_new();
	struct strs files = { 0 };
	enum status st = ST_OK;

	options_files(config, &files);
	for (size_t i = 0; i < files.n && st == ST_OK; i++) {
		st = options_read_file(o, files.v[i], e);
		if (st == ST_NOT_FOUND && config == NULL) {
			err_clear(e);
			st = ST_OK;
		}
	}
	strs_clear(&files);
	if (st != ST_OK) {
		options_free(o);
		return st;
	}
	*out = o;
	return ST_OK;
}
