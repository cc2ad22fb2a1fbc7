/* hub_keys.c - the keys that let users into this database.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/hub_keys.h"

#include <stdlib.h>

#include "app/admin.h"
#include "app/options.h"
#include "base/path.h"
#include "model/fields.h"

#define USUAL_DB	".local/share/caseload/caseload.db"

static char *
at_home(const char *name)
{
	const char *home = getenv("HOME");

	return path_join(home != NULL ? home : "/", name);
}

char *
hub_keys_file(void)
{
	return at_home(".ssh/authorized_keys");
}

/* What a session opens whose line names no database: the environment is not
 * asked there (cli/hub.c). */
static char *
usual(const struct app *app)
{
	const char *file = app->config == NULL ?
	    option_text(app->opt, OPT_DB_FILE) : "";

	return *file != '\0' ? path_typed(file) : at_home(USUAL_DB);
}

bool
hub_keys_here(const struct app *app, const char *db)
{
	char *path = *db != '\0' ? path_typed(db) : usual(app);
	bool same = path_same(path, admin_path(app));

	free(path);
	return same;
}

static bool
stands(const struct app *app, const char *name)
{
	char *file = hub_keys_file(), *real = realpath(file, NULL);
	struct strs lines = { 0 };
	struct session_line s;
	bool found = false;

	if (keys_read(real != NULL ? real : file, &lines, NULL) == ST_OK)
		for (size_t i = 0; i < lines.n && !found; i++)
			if (keys_session(lines.v[i], &s)) {
				found = str_ieq(s.user, name) &&
				    hub_keys_here(app, s.db);
				session_line_clear(&s);
			}
	strs_clear(&lines);
	free(real);
	free(file);
	return found;
}

enum status
hub_keys_guard(const struct app *app, const struct row *old,
    const struct row *new, struct err *e)
{
	const char *was = old != NULL ? row_get(old, F_user_name) : "";
	const char *is = new != NULL ? row_get(new, F_user_name) : "";

	if (str_ieq(was, is))
		return ST_OK;
	if (*was != '\0' && stands(app, was))
		return err_set(e, ST_DENIED, "%s comes in here by a key under"
		    " this name: remove it first (caseload user key list %s)"
		    "%s.", was, was, new != NULL ? ", then rename the user and"
		    " add it again" : "");
	if (*is != '\0' && stands(app, is))
		return err_set(e, ST_DENIED, "A key lets in somebody under the"
		    " name %s: remove it first (caseload user key list %s), or"
		    " choose another name.", is, is);
	return ST_OK;
}
