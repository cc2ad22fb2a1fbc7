/* filter_raw.c - the text of a filter cut into terms, not yet understood.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A term is [-]word, [-]"several words", or [-]field followed by : < > <= >=
 * and values. Blanks end a term but inside quotes and after a comma; in an
 * argument of a command only where another term plainly begins.
 */
#include "model/filter_impl.h"

#include "base/mem.h"

const char *const filter_pseudo[] = { "since", "until", "archived", "is", NULL };

void
filter_raw_clear(struct filter_raw *r)
{
	free(r->name);
	free(r->all);
	strs_clear(&r->piece);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Length of "field" when S begins with field: field< or field>, else 0. */
static size_t
name_length(const char *s)
{
	size_t n = 0;

	if (!((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z')))
		return 0;
	while ((s[n] >= 'a' && s[n] <= 'z') || (s[n] >= 'A' && s[n] <= 'Z') ||
	    (s[n] >= '0' && s[n] <= '9') || s[n] == '_' || s[n] == '-')
		n++;
	return s[n] == ':' || s[n] == '<' || s[n] == '>' ? n : 0;
}

static char *
name_lower(const char *s, size_t n)
{
	char *name = xstrndup(s, n);
	size_t i;

	for (i = 0; i < n; i++) {
		if (name[i] >= 'A' && name[i] <= 'Z')
			name[i] = (char)(name[i] - 'A' + 'a');
		else if (name[i] == '-')
			name[i] = '_';
	}
	return name;
}

static bool
is_known(const struct entity *ent, const char *name)
{
	size_t i;

	for (i = 0; filter_pseudo[i] != NULL; i++)
		if (str_eq(filter_pseudo[i], name))
			return true;
	return entity_field(ent, name) >= 0;
}

/* Does a term with a field of ENT begin at S? */
static bool
known_term(const struct entity *ent, const char *s)
{
	size_t n;
	char *name;
	bool known;

	if (*s == '-')
		s++;
	if ((n = name_length(s)) == 0)
		return false;
	name = name_lower(s, n);
	known = is_known(ent, name);
	free(name);
	return known;
}

/* The closing quote of the one at S, or the end of the text. */
static const char *
quote_end(const char *s)
{
	for (s++; *s != '\0'; s++) {
		if (*s != '"')
			continue;
		if (s[1] != '"')
			return s;
		s++;
	}
	return s;
}

/* Take the quotes off a piece that begins with one; what follows the closing
 * quote stays. */
static char *
unquote(const char *s, size_t n)
{
	char *text = xstrndup(s, n);
	char *from = text + 1, *to = text;

	if (*text != '"')
		return text;
	while (*from != '\0') {
		if (*from == '"' && from[1] != '"') {
			from++;
			break;
		}
		if (*from == '"')
			from++;
		*to++ = *from++;
	}
	while (*from != '\0')
		*to++ = *from++;
	*to = '\0';
	return text;
}

/* Where the value that begins at S ends; ARG: blanks belong to it. */
static const char *
value_end(const struct entity *ent, const char *s, bool arg)
{
	bool fresh = true;	/* a quote here opens */

	while (*s != '\0') {
		if (*s == '"' && fresh) {
			s = quote_end(s);
			if (*s == '\0')
				return s;
			fresh = false;
		} else if (is_blank(*s)) {
			const char *next = s + strspn(s, " \t\r\n");

			if (*next == '\0' || known_term(ent, next) ||
			    (!arg && !(s[-1] == ',')))
				return s;
			s = next;
			continue;
		} else {
			fresh = *s == ',';
		}
		s++;
	}
	return s;
}

/* Cut the text of a value at its commas. */
static void
value_pieces(struct filter_raw *r, const char *s, size_t n)
{
	const char *end = s + n, *from = s;
	size_t commas = 0, quotes = 0;

	while (from <= end) {
		const char *to;
		char *piece;

		while (from < end && is_blank(*from))
			from++;
		to = from;
		if (from < end && *from == '"') {
			to = quote_end(from);
			quotes++;
		}
		while (to < end && *to != ',')
			to++;
		if (to > end)
			to = end;
		piece = unquote(from, (size_t)(to - from));
		if (!str_empty(piece))
			strs_take(&r->piece, str_trimmed(piece));
		free(piece);
		if (to < end)
			commas++;
		from = to + 1;
	}
	r->quoted = quotes == 1 && commas == 0;
	if (quotes == 0 && commas > 0) {
		char *all = xstrndup(s, n);

		r->all = str_trimmed(all);
		free(all);
	}
}

static const char *
read_operator(const char *s, enum filter_op *op)
{
	if (*s == ':') {
		*op = OP_EQ;
		return s + 1;
	}
	if (s[1] == '=') {
		*op = *s == '<' ? OP_LE : OP_GE;
		return s + 2;
	}
	*op = *s == '<' ? OP_LT : OP_GT;
	return s + 1;
}

/* Cut the next term out of S; returns where it ends. */
const char *
filter_raw_read(const struct entity *ent, const char *s, bool arg, struct filter_raw *r)
{
	const char *end;
	size_t n;

	memset(r, 0, sizeof *r);
	if (*s == '-') {
		r->not = true;
		s++;
	}
	if (*s == '"') {
		end = quote_end(s);
		if (*end != '\0')
			end++;
		r->op = OP_WORD;
		r->quoted = true;
		strs_take(&r->piece, unquote(s, (size_t)(end - s)));
		return end;
	}
	if ((n = name_length(s)) > 0) {
		r->name = name_lower(s, n);
		s = read_operator(s + n, &r->op);
		end = value_end(ent, s, arg);
		value_pieces(r, s, (size_t)(end - s));
		return end;
	}
	r->op = OP_WORD;
	n = strcspn(s, " \t\r\n");
	strs_take(&r->piece, xstrndup(s, n));
	return s + n;
}

