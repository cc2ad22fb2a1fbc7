/* fold.c - what SQL may call: names folded as the index folds them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For statements only, never in an index or a constraint: any sqlite3 must be
 * able to write and check the file.
 */
#include "db/fold.h"

#include <sqlite3.h>

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

static void
sql_words(sqlite3_context *c, int n, sqlite3_value **v)
{
	const char *s = (const char *)sqlite3_value_text(v[0]);
	struct strs words = { 0 };
	char *folded, *joined, *all;

	(void)n;
	if (s == NULL || *s == '\0') {
		sqlite3_result_text(c, "", 0, SQLITE_STATIC);
		return;
	}
	folded = utf8_fold(s);
	search_name_words(folded, &words);
	joined = strs_join(&words, " ");
	all = xasprintf(" %s", joined);
	sqlite3_result_text(c, all, -1, SQLITE_TRANSIENT);
	free(all);
	free(joined);
	free(folded);
	strs_clear(&words);
}

int
db_register_functions(struct sqlite3 *s3)
{
	const int how = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
	int rc = sqlite3_create_function(s3, "fold", 1, how, NULL, sql_fold,
	    NULL, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_create_function(s3, "words", 1, how, NULL,
		    sql_words, NULL, NULL);
	return rc;
}
