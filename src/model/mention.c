/* mention.c - where a text speaks of a person: by name, e-mail or phone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/mention.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "model/plain_words.h"

#define APOSTROPHE '\''

static const char titles[] =
	"mr mrs ms miss mx dr prof professor sir dame lady lord rev cllr";

enum {
	PHONE_LEAST = 6,	/* digits of a number worth looking for */
	PHONE_TAIL = 9,		/* … the last of them are compared */
	PHONE_LEAD = 5,		/* 0, 44, 0044, 44 0 may stand before */
	PHONE_GAP = 3,		/* signs between two digits of a number */
	SHORT = 2,		/* letters of a name too short to be a part */
	MOST = 4		/* bytes that one byte is folded to */
};

/* A text folded, each byte with the bytes of the text it came from. */
struct folded {
	char		*s;
	size_t		*from, *to;
	size_t		 n;
};

/* --- folding ------------------------------------------------------------- */

static void
put(struct folded *f, char c, size_t from, size_t to)
{
	if (c == ' ' && (f->n == 0 || f->s[f->n - 1] == ' '))
		return;
	f->s[f->n] = c;
	f->from[f->n] = from;
	f->to[f->n++] = to;
}

/* A code point of several bytes: its folded letters; a mark alone is nothing,
 * another sign a blank. */
static void
put_other(struct folded *f, const char *text, size_t at, size_t len,
    int32_t cp)
{
	char one[8] = "", *plain;

	if (cp == 0x2019 || cp == 0x2018) {
		put(f, APOSTROPHE, at, at + len);
		return;
	}
	if (cp >= 0x300 && cp <= 0x36F) {
		if (f->n > 0)
			f->to[f->n - 1] = at + len;
		return;
	}
	memcpy(one, text + at, len < sizeof one ? len : sizeof one - 1);
	plain = utf8_fold(one);
	if (*plain == '\0')
		put(f, ' ', at, at + len);
	for (size_t i = 0; plain[i] != '\0' && i < MOST * len; i++)
		put(f, plain[i], at, at + len);
	free(plain);
}

static void
fold(const char *text, struct folded *f)
{
	size_t n = strlen(text), room = MOST * n + 1, len;

	f->s = xcalloc(room, 1);
	f->from = xcalloc(room, sizeof *f->from);
	f->to = xcalloc(room, sizeof *f->to);
	f->n = 0;
	for (size_t at = 0; at < n; at += len) {
		unsigned char c = (unsigned char)text[at];
		int32_t cp;

		len = 1;
		if (c >= 0x80 && (cp = utf8_decode(text + at, n - at, &len)) >=
		    0)
			put_other(f, text, at, len, cp);
		else if (c >= 'A' && c <= 'Z')
			put(f, (char)(c + 32), at, at + 1);
		else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
		    c == APOSTROPHE)
			put(f, (char)c, at, at + 1);
		else {
			len += c == '\\' && text[at + 1] != '\0' &&
			    strchr("nt\"\\", text[at + 1]) != NULL;
			put(f, ' ', at, at + len);
		}
	}
}

static void
unfold(struct folded *f)
{
	free(f->s);
	free(f->from);
	free(f->to);
}

/* What is looked for: folded, without apostrophes and blanks at the ends. */
static char *
needle(const char *text)
{
	struct folded f;
	struct buf b;
	char *out;

	fold(text, &f);
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < f.n; i++)
		if (f.s[i] != APOSTROPHE)
			buf_addc(&b, f.s[i]);
	unfold(&f);
	out = str_trimmed(b.n > 0 ? b.p : "");
	buf_clear(&b);
	return out;
}

/* --- what one may be called by ------------------------------------------- */

static void
add(struct strs *to, char *take)
{
	if (*take != '\0' && !strs_has(to, take))
		strs_take(to, take);
	else
		free(take);
}

void
mention_words(const char *name, struct strs *out)
{
	struct strs all = { 0 };
	char *folded = needle(name);

	str_words(&all, folded);
	for (size_t i = 0; i < all.n; i++)
		if (!str_in(all.v[i], titles))
			strs_add(out, all.v[i]);
	strs_clear(&all);
	free(folded);
}

void
mention_name(struct mention_of *m, const char *name,
    enum mention_others others)
{
	struct strs *to = others == OTHERS_NAME ? &m->perhaps : &m->sure;
	struct strs *rather = others == OTHERS_NOT ? &m->sure : &m->perhaps;
	struct strs words = { 0 }, all = { 0 };
	char *whole = needle(name);
	const char *last;

	mention_words(name, &words);
	str_words(&all, whole);
	if (all.n > 1)
		add(to, xstrdup(whole));
	if (words.n > 1) {
		last = words.v[words.n - 1];
		add(to, strs_join(&words, " "));
		add(&m->names, strs_join(&words, " "));
		add(to, xasprintf("%s %s", last, words.v[0]));
		str_words(&all, titles);
		for (size_t i = 0; i < all.n; i++)
			if (str_in(all.v[i], titles))
				add(rather, xasprintf("%s %s", all.v[i],
				    last));
		if (strlen(last) > 2)
			add(&m->perhaps, xstrdup(last));
	}
	strs_clear(&words);
	strs_clear(&all);
	free(whole);
}

bool
mention_same(const struct mention_of *m, const char *name)
{
	struct strs words = { 0 };
	char *all;
	bool is;

	mention_words(name, &words);
	all = strs_join(&words, " ");
	is = strs_has(&m->names, all);
	free(all);
	strs_clear(&words);
	return is;
}

void
mention_word(struct mention_of *m, const char *word)
{
	if (strlen(word) > 2)
		add(&m->perhaps, xstrdup(word));
}

void
mention_part(struct mention_of *m, const char *word)
{
	add(&m->parts, xstrdup(word));
}

void
mention_surname(struct mention_of *m, const char *word)
{
	if (strlen(word) > 2)
		add(&m->alone, xstrdup(word));
}

void
mention_email(struct mention_of *m, const char *email)
{
	if (strchr(email, '@') != NULL)
		add(&m->sure, needle(email));
}

void
mention_phone(struct mention_of *m, const char *phone)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (; *phone != '\0' && strchr("xXe;,", *phone) == NULL; phone++)
		if (*phone >= '0' && *phone <= '9')
			buf_addc(&b, *phone);
	if (b.n >= PHONE_LEAST)
		add(&m->sure, xasprintf("#%s", b.n > PHONE_TAIL ?
		    b.p + b.n - PHONE_TAIL : b.p));
	buf_clear(&b);
}

void
mention_clear(struct mention_of *m)
{
	strs_clear(&m->sure);
	strs_clear(&m->alone);
	strs_clear(&m->perhaps);
	strs_clear(&m->names);
	strs_clear(&m->parts);
}

/* --- finding ------------------------------------------------------------- */

static bool
is_end(const struct folded *f, size_t i)
{
	return i >= f->n || f->s[i] == ' ' || f->s[i] == APOSTROPHE;
}

/* WORDS from I on, apostrophes of the text passed over; *END is after them. */
static bool
fits(const struct folded *f, size_t i, const char *words, size_t *end)
{
	if (i > 0 && !is_end(f, i - 1))
		return false;
	for (; *words != '\0'; words++, i++) {
		while (i < f->n && f->s[i] == APOSTROPHE)
			i++;
		if (i >= f->n || f->s[i] != *words)
			return false;
	}
	*end = i;
	return is_end(f, i);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The digits of a number from I on: DIGITS, with what may stand before. */
static bool
number_fits(const struct folded *f, size_t i, const char *digits,
    size_t *end)
{
	char run[64];
	size_t at[64], n = 0, gap = 0;
	const char *hit;

	if (!is_digit(f->s[i]) || (i > 0 && !is_end(f, i - 1)))
		return false;
	for (; i < f->n && n + 1 < sizeof run && gap <= PHONE_GAP; i++) {
		gap = is_digit(f->s[i]) ? 0 : gap + 1;
		if (is_digit(f->s[i])) {
			at[n] = i;
			run[n++] = f->s[i];
		} else if (f->s[i] != ' ') {
			break;
		}
	}
	run[n] = '\0';
	hit = strstr(run, digits);
	if (hit == NULL || hit - run > PHONE_LEAD)
		return false;
	*end = at[(size_t)(hit - run) + strlen(digits) - 1] + 1;
	return *end >= f->n || !is_digit(f->s[*end]);
}

static bool
is_small(const struct folded *f, const char *text, size_t i)
{
	unsigned char c = (unsigned char)text[f->from[i]];

	return c >= 'a' && c <= 'z';
}

/* The nearest of WHICH in F from byte AT on; HOW tells which in small letters. */
static bool
find(const struct folded *f, const struct strs *which, enum mention_how how,
    const char *text, size_t at, size_t *from, size_t *to)
{
	size_t end = 0;

	for (size_t i = at; i < f->n; i++)
		for (size_t k = 0; k < which->n; k++) {
			const char *s = which->v[k];

			if (*s == '#' ? !number_fits(f, i, s + 1, &end) :
			    *s != f->s[i] || !fits(f, i, s, &end))
				continue;
			if (how != MENTION_ANY && is_small(f, text, i) &&
			    (how == MENTION_PERHAPS || plain_word(s)))
				continue;
			*from = i;
			*to = end;
			return true;
		}
	return false;
}

/* Does WORD hold NAME and mean nothing else? A whole name in capitals may. */
static bool
holds(const char *word, const char *name, bool small)
{
	bool whole = str_eq(word, name);

	if (!whole && (strlen(name) <= SHORT || strstr(word, name) == NULL))
		return false;
	return (whole && !small) || !plain_word(word);
}

/* The first word in F from AT on that holds one of WHICH. */
static bool
find_part(const struct folded *f, const struct strs *which, const char *text,
    size_t at, size_t *from, size_t *to)
{
	bool is = false;

	for (size_t i = at, end; i < f->n && !is; i = end) {
		char *word;

		while (i < f->n && is_end(f, i))
			i++;
		for (end = i; !is_end(f, end); end++)
			;
		word = xstrndup(f->s + i, end - i);
		for (size_t k = 0; k < which->n && i < end && !is; k++)
			is = holds(word, which->v[k], is_small(f, text, i));
		free(word);
		*from = i;
		*to = end;
	}
	return is;
}

/* The first from AT on of all kinds; the surer wins a tie. */
static bool
first(const struct mention_of *m, const struct folded *f, const char *text,
    enum mention_how how, size_t at, size_t *from, size_t *to)
{
	size_t a, b;
	bool sure = find(f, &m->sure, MENTION_ANY, text, at, from, to);

	if (how >= MENTION_SURE && find(f, &m->alone, MENTION_ANY, text, at,
	    &a, &b) && (!sure || a < *from)) {
		*from = a;
		*to = b;
		sure = true;
	}
	if (how >= MENTION_PERHAPS && find(f, &m->perhaps, how, text, at, &a,
	    &b) && (!sure || a < *from)) {
		*from = a;
		*to = b;
		sure = true;
	}
	if (how == MENTION_PART && find_part(f, &m->parts, text, at, &a, &b) &&
	    (!sure || a < *from)) {
		*from = a;
		*to = b;
		sure = true;
	}
	return sure;
}

bool
mention_in(const struct mention_of *m, const char *text,
    enum mention_how how, size_t *from, size_t *len)
{
	struct folded f;
	size_t a, b;
	bool found;

	fold(text, &f);
	found = first(m, &f, text, how, 0, &a, &b);
	if (found && from != NULL) {
		*from = f.from[a];
		*len = f.to[b - 1] - f.from[a];
	}
	unfold(&f);
	return found;
}

char *
mention_replace(const struct mention_of *m, const char *text,
    enum mention_how how, const char *with)
{
	size_t at = 0, done = 0, a, b;
	struct folded f;
	struct buf out;

	fold(text, &f);
	buf_init(&out, BUF_ROW);
	while (first(m, &f, text, how, at, &a, &b)) {
		size_t from = f.from[a];

		while (from > done && f.s[a] >= '0' && f.s[a] <= '9' &&
		    (text[from - 1] == '+' || text[from - 1] == '('))
			from--;
		buf_addn(&out, text + done, from - done);
		buf_add(&out, with);
		done = f.to[b - 1];
		at = b;
	}
	unfold(&f);
	if (done == 0) {
		buf_clear(&out);
		return NULL;
	}
	buf_add(&out, text + done);
	return buf_take(&out);
}
