/* ini.c - check a settings file before iniparser reads it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/ini.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

#define LINE_MAX_INI	1000	/* iniparser's own limit is 1024 */

void
ini_clear(struct ini_lines *l)
{
	size_t i;

	for (i = 0; i < l->n; i++) {
		free(l->v[i].section);
		free(l->v[i].key);
	}
	free(l->v);
	*l = (struct ini_lines){ NULL, 0 };
}

static void
lower(char *s)
{
	for (; *s != '\0'; s++)
		*s = (char)tolower((unsigned char)*s);
}

static bool
is_word(const char *s)
{
	if (*s == '\0')
		return false;
	for (; *s != '\0'; s++)
		if (!isalnum((unsigned char)*s) && strchr("_-.", *s) == NULL)
			return false;
	return true;
}

/* The line of SECTION's KEY (NULL: of the section itself); 0 when it is new. */
static unsigned
seen(const struct ini_lines *l, const char *section, const char *key)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		if (str_eq(l->v[i].section, section) &&
		    (key == NULL ? l->v[i].key == NULL :
		    l->v[i].key != NULL && str_eq(l->v[i].key, key)))
			return l->v[i].line;
	return 0;
}

static void
note(struct ini_lines *l, const char *section, const char *key, unsigned line)
{
	struct ini_line *v;

	l->v = xreallocarray(l->v, l->n + 1, sizeof *l->v);
	v = &l->v[l->n++];
	v->section = xstrdup(section);
	v->key = key != NULL ? xstrdup(key) : NULL;
	v->line = line;
}

static enum status
check_section(const char *name, unsigned line, char *s, char **section,
    struct ini_lines *out, struct err *e)
{
	size_t n = strlen(s);
	unsigned before;

	if (s[n - 1] != ']')
		return err_set(e, ST_INVALID, "%s:%u: a section is written"
		    " [name], alone on its line.", name, line);
	s[n - 1] = '\0';
	s = str_trim(s + 1);
	lower(s);
	if (!is_word(s))
		return err_set(e, ST_INVALID, "%s:%u: \"%s\" is no name of a"
		    " section.", name, line, s);
	if ((before = seen(out, s, NULL)) != 0)
		return err_set(e, ST_INVALID, "%s:%u: section [%s] stands on"
		    " line %u already; put its settings together.", name, line,
		    s, before);
	note(out, s, NULL, line);
	free(*section);
	*section = xstrdup(s);
	return ST_OK;
}

static enum status
check_value(const char *name, unsigned line, const char *key, const char *v,
    struct err *e)
{
	size_t n = strlen(v);

	if (v[0] == '"' || v[0] == '\'') {
		const char *end = strchr(v + 1, v[0]);

		if (end != NULL)
			end += 1 + strspn(end + 1, " \t");
		if (end == NULL || strchr("#;", *end) == NULL)
			return err_set(e, ST_INVALID, "%s:%u: the quoted value"
			    " of %s does not end where the line does.", name,
			    line, key);
		return ST_OK;
	}
	if (strpbrk(v, "#;") != NULL)
		return err_set(e, ST_INVALID, "%s:%u: the value of %s holds"
		    " \"#\" or \";\": write it in double quotes.", name, line,
		    key);
	if (n > 0 && v[n - 1] == '\\')
		return err_set(e, ST_INVALID, "%s:%u: the value of %s ends"
		    " with a backslash: write it on one line.", name, line,
		    key);
	return ST_OK;
}

static enum status
check_line(const char *name, unsigned line, char *s, char **section,
    struct ini_lines *out, struct err *e)
{
	char *eq;
	unsigned before;

	s = str_trim(s);
	if (s[0] == '\0' || s[0] == '#' || s[0] == ';')
		return ST_OK;
	if (strlen(s) > LINE_MAX_INI)
		return err_set(e, ST_INVALID, "%s:%u: the line is longer than"
		    " %d bytes.", name, line, LINE_MAX_INI);
	if (s[0] == '[')
		return check_section(name, line, s, section, out, e);
	eq = strchr(s, '=');
	if (eq == NULL)
		return err_set(e, ST_INVALID, "%s:%u: \"%.60s\" is neither"
		    " [section] nor key = value.", name, line, s);
	*eq = '\0';
	s = str_trim(s);
	lower(s);
	if (!is_word(s))
		return err_set(e, ST_INVALID, "%s:%u: \"%s\" is no name of a"
		    " setting.", name, line, s);
	if (*section == NULL)
		return err_set(e, ST_INVALID, "%s:%u: %s stands before the"
		    " first [section].", name, line, s);
	if ((before = seen(out, *section, s)) != 0)
		return err_set(e, ST_INVALID, "%s:%u: [%s] %s stands on line"
		    " %u already.", name, line, *section, s, before);
	note(out, *section, s, line);
	return check_value(name, line, s, str_trim(eq + 1), e);
}

enum status
ini_check(const char *name, const char *text, size_t n, struct ini_lines *out,
    struct err *e)
{
	struct ini_lines found = { NULL, 0 };
	struct strs lines = { 0 };
	char *section = NULL;
	enum status st = ST_OK;
	size_t i;

	if (n > INI_MAX)
		return err_set(e, ST_INVALID, "%s: larger than 64 kB; this is"
		    " no settings file.", name);
	if (strlen(text) != n || !utf8_valid(text, n))
		return err_set(e, ST_INVALID, "%s: not a text file in UTF-8.",
		    name);
	str_split(&lines, text, '\n');
	for (i = 0; st == ST_OK && i < lines.n; i++)
		st = check_line(name, (unsigned)i + 1, lines.v[i], &section,
		    &found, e);
	strs_clear(&lines);
	free(section);
	if (st == ST_OK)
		*out = found;
	else
		ini_clear(&found);
	return st;
}
