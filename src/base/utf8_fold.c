/* utf8_fold.c - names folded for comparing, searching and ordering.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8_table.h"

/* The folded text so far, and the word that is growing at its end. */
struct fold {
	struct buf b;
	size_t	   word;	/* where that word begins */
};

static void
fold_end_word(struct fold *f)
{
	size_t n = f->b.n - f->word;

	if (n == 2 && memcmp(f->b.p + f->word, "st", 2) == 0) {
		buf_cut(&f->b, f->word);
		buf_add(&f->b, "saint");
	}
	if (n > 0)
		buf_addc(&f->b, ' ');
	f->word = f->b.n;
}

static void
fold_ascii(struct fold *f, char c)
{
	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
		buf_addc(&f->b, c);
	} else if (c >= 'A' && c <= 'Z') {
		buf_addc(&f->b, (char)(c + ('a' - 'A')));
	} else if (c == '&') {
		fold_end_word(f);
		buf_add(&f->b, "and");
		fold_end_word(f);
	} else if (c != '\'' && c != '`') {
		fold_end_word(f);
	}
}

/* One code point of a decomposed and case-folded character. */
static void
fold_part(struct fold *f, int32_t cp)
{
	const char *plain;
	char out[4];

	if (cp < 0x80) {
		fold_ascii(f, (char)cp);
		return;
	}
	if (cp == 0x2018 || cp == 0x2019 || cp == 0x02BC)
		return;
	switch (utf8proc_category(cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
		if ((plain = utf8_table_plain(cp)) == NULL)
			buf_addn(&f->b, out, utf8_encode(cp, out));
		for (; plain != NULL && *plain != '\0'; plain++)
			fold_ascii(f, *plain);
		break;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
	case UTF8PROC_CATEGORY_CF:	/* soft hyphen, joiners */
		break;
	default:
		fold_end_word(f);
	}
}

/* Folding one part may give a character that folds further (a capital out of
 * a compatibility form), so parts are taken through twice. */
static void
fold_wide(struct fold *f, int32_t cp)
{
	utf8proc_int32_t part[32], again[32];
	utf8proc_ssize_t n, k;
	int bound = 0;
	const utf8proc_option_t how = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
	    UTF8PROC_CASEFOLD;

	n = utf8proc_decompose_char(cp, part, 32, how, &bound);
	for (utf8proc_ssize_t i = 0; i < n && i < 32; i++) {
		k = utf8proc_decompose_char(part[i], again, 32, how, &bound);
		for (utf8proc_ssize_t j = 0; j < k && j < 32; j++)
			fold_part(f, again[j]);
	}
}

char *
utf8_fold(const char *s)
{
	size_t n = strlen(s), len;
	struct fold f = { .word = 0 };

	buf_init(&f.b, BUF_FILE);
	for (; n > 0; s += len, n -= len) {
		int32_t cp = utf8_decode(s, n, &len);

		if (cp < 0)
			fold_end_word(&f);
		else if (cp < 0x80)
			fold_ascii(&f, (char)cp);
		else
			fold_wide(&f, cp);
	}
	fold_end_word(&f);
	if (f.b.n > 0)
		buf_cut(&f.b, f.b.n - 1);	/* the blank after the last */
	return buf_take(&f.b);
}

/* P.L.C., which folds to three words. */
static bool
ends_in_plc(const struct strs *l)
{
	return l->n >= 3 && str_eq(l->v[l->n - 3], "p") &&
	    str_eq(l->v[l->n - 2], "l") && str_eq(l->v[l->n - 1], "c");
}

char *
utf8_fold_company(const char *s)
{
	static const char dropped[] = "ltd limited plc llp the and";
	char *folded = utf8_fold(s), *left;
	struct strs words = { 0 }, kept = { 0 };

	str_words(&words, folded);
	for (size_t i = 0; i < words.n; i++) {
		if (str_in(words.v[i], dropped))
			continue;
		strs_add(&kept, words.v[i]);
		if (ends_in_plc(&kept))
			for (int k = 0; k < 3; k++)
				free(kept.v[--kept.n]);
	}
	left = kept.n > 0 ? strs_join(&kept, " ") : xstrdup(folded);
	strs_clear(&words);
	strs_clear(&kept);
	free(folded);
	return left;
}

char *
utf8_initials(const char *folded)
{
	struct buf b;
	bool start = true;
	size_t n = strlen(folded), len;

	buf_init(&b, BUF_FILE);
	for (; n > 0; folded += len, n -= len) {
		(void)utf8_decode(folded, n, &len);
		if (start && *folded != ' ')
			buf_addn(&b, folded, len);
		start = *folded == ' ';
	}
	return buf_take(&b);
}
