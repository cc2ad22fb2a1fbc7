/* words.c - a line taken apart into words as a shell groups them, without one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/words.h"

#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

struct reader {
	const char	*p;		/* what is not read yet */
	struct buf	 word;
	bool		 in_word;
	bool		 digits;	/* it is digits so far, none quoted */
};

#define TWICE	"text that holds it needs quotes twice: ssh HUB 'log \"a; b\"'"

static enum status
refuse(const char *what, struct err *e)
{
	return err_set(e, ST_USAGE, "No shell reads this line, so %s is"
	    " refused; " TWICE ".", what);
}

static void
take(struct reader *r, const char *from, size_t n, bool quoted)
{
	if (!r->in_word)
		r->digits = true;
	r->in_word = true;
	for (size_t i = 0; i < n; i++)
		r->digits = r->digits && !quoted &&
		    isdigit((unsigned char)from[i]);
	buf_addn(&r->word, from, n);
}

/* Would a shell put the output of something here? */
static bool
expands(const char *p)
{
	return *p == '`' || (*p == '$' && (p[1] == '(' || p[1] == '{'));
}

static enum status
open_quote(char quote, struct err *e)
{
	return err_set(e, ST_USAGE, "The line ends within %s quotes: close"
	    " them.", quote == '\'' ? "single" : "double");
}

static enum status
single_quoted(struct reader *r, struct err *e)
{
	size_t n = strcspn(++r->p, "'");

	if (r->p[n] == '\0')
		return open_quote('\'', e);
	take(r, r->p, n, true);
	r->p += n + 1;
	return ST_OK;
}

static enum status
double_quoted(struct reader *r, struct err *e)
{
	take(r, "", 0, true);
	r->digits = false;
	for (r->p++; *r->p != '"'; r->p++) {
		if (*r->p == '\0')
			return open_quote('"', e);
		if (expands(r->p))
			return refuse(*r->p == '`' ? "`" : "$( or ${", e);
		if (*r->p == '\\' && r->p[1] != '\0' &&
		    strchr("$`\"\\", r->p[1]) != NULL)
			r->p++;
		take(r, r->p, 1, true);
	}
	r->p++;
	return ST_OK;
}

static enum status
escaped(struct reader *r, struct err *e)
{
	size_t n;

	r->p++;
	if (*r->p == '\0' || *r->p == '\n')
		return err_set(e, ST_USAGE, "The line ends with a backslash:"
		    " say what comes after it.");
	(void)utf8_decode(r->p, strlen(r->p), &n);
	take(r, r->p, n, true);
	r->p += n;
	return ST_OK;
}

static enum status
bare(struct reader *r, struct err *e)
{
	char what[4] = { *r->p, '\0' };

	if (*r->p == '\n')
		return refuse("a second line", e);
	if (strchr(";|&", *r->p) != NULL)
		return refuse(what, e);
	if (expands(r->p))
		return refuse(*r->p == '`' ? "`" : "$( or ${", e);
	if (strchr("<>", *r->p) != NULL && (!r->in_word || r->digits))
		return refuse("a word that begins with < or >", e);
	take(r, r->p++, 1, false);
	return ST_OK;
}

static void
end_word(struct reader *r, struct strs *out)
{
	if (r->in_word)
		strs_add(out, r->word.p);
	buf_reset(&r->word);
	r->in_word = r->digits = false;
}

static enum status
read_on(struct reader *r, struct strs *out, struct err *e)
{
	switch (*r->p) {
	case ' ':
	case '\t':
		end_word(r, out);
		r->p++;
		if (out->n > WORDS_MOST)
			return err_set(e, ST_USAGE, "The line has more than %d"
			    " words: do it in several.", WORDS_MOST);
		return ST_OK;
	case '\'':
		return single_quoted(r, e);
	case '"':
		return double_quoted(r, e);
	case '\\':
		return escaped(r, e);
	default:
		return bare(r, e);
	}
}

enum status
words_split(const char *line, struct strs *out, struct err *e)
{
	struct reader r = { .p = line };
	enum status st = ST_OK;
	struct err why = { 0 };

	if (strlen(line) > WORDS_BYTES)
		return err_set(e, ST_USAGE, "The line is longer than %d bytes:"
		    " send long text as standard input.", WORDS_BYTES);
	if (utf8_check(line, true, 0, &why) != ST_OK)
		return err_set(e, ST_USAGE, "The command: %s", why.text);
	buf_init(&r.word, WORDS_BYTES + 1);
	while (st == ST_OK && *r.p != '\0')
		st = read_on(&r, out, e);
	end_word(&r, out);
	if (st == ST_OK && out->n > WORDS_MOST)
		st = err_set(e, ST_USAGE, "The line has more than %d words: do"
		    " it in several.", WORDS_MOST);
	buf_clear(&r.word);
	return st;
}
