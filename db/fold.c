/* fold.c - what SQL may call: names folded as the index folds them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For statements only, never in an index or a constraint: any sqlite3 must be
 * able to write and check the file.
 */
#include "db/fold.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "db/search_words.h"

static void
sql_fold(sqlite3_context *c, int n, sqlite3_value **v)
{
	const char *s = (const char *)sqlite3_value_text(v[0]);
	char *folded;

	(void)n;
	if (s == NULL || *s == '\0') {
		sqlite3_result_text(c, "", 0, SQLITE_STATIC);
		return;
	}
	folded = utf8_fold(s);
	sqlite3_result_text(c, folded, -1, SQLITE_TRANSIENT);
	free(folded);
}

/* Do the initials of the folded name begin with WORD? BIG: those of its words
 * but and, of, the, for. One word has none. */
static bool
initials_begin(const char *folded, const char *word, bool big)
{
	size_t words = 0, n, len;

	for (; *folded != '\0'; folded += n + (folded[n] == ' ')) {
		n = strcspn(folded, " ");
		if (n == 0 || (big && search_small_word(folded, n)))
			continue;
		words++;
		if (*word == '\0')
			continue;
		(void)utf8_decode(folded, n, &len);
		if (strncmp(folded, word, len) != 0)
			return false;
		word += len;
	}
	return words > 1 && *word == '\0';
}

/* begins(name, word): does one of the words by which the index knows the name
 * begin with WORD, which is folded? The same as search_name_words says. */
static void
sql_begins(sqlite3_context *c, int n, sqlite3_value **v)
{
	const char *s = (const char *)sqlite3_value_text(v[0]);
	const char *word = (const char *)sqlite3_value_text(v[1]), *at;
	bool begins = false;
	char *folded;
	size_t len;

	(void)n;
	if (s == NULL || *s == '\0' || word == NULL)
		return;
	folded = utf8_fold(s);
	len = strlen(word);
	for (at = folded; at != NULL && !begins; at = strchr(at, ' ')) {
		at += *at == ' ';
		begins = strncmp(at, word, len) == 0;
	}
	sqlite3_result_int(c, begins || initials_begin(folded, word, false) ||
	    initials_begin(folded, word, true));
	free(folded);
}

/* Is TEXT folded VALUE, or a beginning where '*' ends it? */
static bool
folded_is(const char *text, size_t n, const char *value)
{
	size_t len = strlen(value);
	bool star = len > 0 && value[len - 1] == '*';
	char *bare = xstrndup(text, n), *folded = utf8_fold(bare);
	bool is = star ? strncmp(folded, value, len - 1) == 0 :
	    strcmp(folded, value) == 0;

	free(bare);
	free(folded);
	return is;
}

/* joins(text, value): is one of the names of "priya, dan", or all of them,
 * VALUE? Names of users hold no comma. */
static void
sql_joins(sqlite3_context *c, int n, sqlite3_value **v)
{
	const char *s = (const char *)sqlite3_value_text(v[0]);
	const char *value = (const char *)sqlite3_value_text(v[1]);
	bool is;

	(void)n;
	if (s == NULL || value == NULL)
		return;
	is = folded_is(s, strlen(s), value);
	while (!is) {
		const char *end = strstr(s, ", ");

		is = folded_is(s, end != NULL ? (size_t)(end - s) : strlen(s),
		    value);
		if (end == NULL)
			break;
		s = end + 2;
	}
	sqlite3_result_int(c, is);
}

int
db_register_functions(struct sqlite3 *s3)
{
	const int how = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
	int rc = sqlite3_create_function(s3, "fold", 1, how, NULL, sql_fold,
	    NULL, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_create_function(s3, "begins", 2, how, NULL,
		    sql_begins, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_create_function(s3, "joins", 2, how, NULL,
		    sql_joins, NULL, NULL);
	return rc;
}
