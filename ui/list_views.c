/* list_views.c - a list's state as a saved view, and as a file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/export.h"
#include "app/record.h"
#include "base/mem.h"
#include "model/fields.h"
#include "ui/dialog.h"
#include "ui/list_actions.h"
#include "ui/statusbar.h"
#include "ui/to_file.h"

/* --- views --------------------------------------------------------------- */

static const struct entity *
view_entity(void)
{
	return entities[ENT_view];
}

/* Fill ROW with what V shows. */
static void
view_from(const struct list_view *v, const char *name, struct row *row)
{
	const struct entity *ent = v->l.spec.ent;
	struct strs cols = {0};
	char *text;
	size_t i;

	for (i = 0; i < v->l.ncols; i++)
		strs_add(&cols, ent->fields[v->l.cols[i]].id);
	text = strs_join(&cols, ",");
	strs_clear(&cols);
	row_set(row, F_view_name, name);
	row_set(row, F_view_entity, ent->id);
	row_set(row, F_view_filter, v->l.text);
	row_set(row, F_view_columns, text);
	free(text);
	text = v->l.spec.sort < 0 ? xstrdup("") : xasprintf("%s%s",
	    v->l.spec.desc ? "-" : "", ent->fields[v->l.spec.sort].id);
	row_set(row, F_view_sort, text);
	free(text);
}

/* The saved view of this name for this list; 0 none. */
struct views {
	struct ui		*ui;
	const struct list_view	*v;
	struct strs		 names;
	int64_t			 id[64];
};

static enum status
add_view(void *arg, int64_t id, struct err *e)
{
	struct views *w = arg;
	struct row *r;
	enum status st;

	st = record_load(w->ui->app, view_entity(), id, &r, e);
	if (st)
		return st;
	if (row_is(r, F_view_entity, w->v->l.spec.ent->id) &&
	    w->names.n < sizeof w->id / sizeof w->id[0]) {
		w->id[w->names.n] = id;
		strs_add(&w->names, row_get(r, F_view_name));
	}
	row_free(r);
	return ST_OK;
}

static bool
read_views(struct ui *ui, const struct list_view *v, struct views *w)
{
	struct lister l;
	struct err e = {0};
	enum status st;
	char *filter;

	*w = (struct views){.ui = ui, .v = v};
	filter = xasprintf("entity:%s", v->l.spec.ent->id);
	st = lister_open(&l, ui->app, view_entity(), filter, &e);
	free(filter);
	if (!st) {
		st = lister_each(&l, add_view, w, &e);
		lister_close(&l);
	}
	if (st)
		say_err(ui, &e);
	return st == ST_OK;
}

static bool
on_name(struct ui *ui, void *arg, const char *name)
{
	struct list_view *v = arg;
	struct row *base = NULL, *row;
	struct views w;
	struct err e = {0};
	enum status st;
	size_t i;

	if (!name || !*name || !read_views(ui, v, &w))
		return true;
	for (i = 0; i < w.names.n; i++)
		if (str_ieq(w.names.v[i], name))
			break;
	st = ST_OK;
	if (i < w.names.n)
		st = record_load(ui->app, view_entity(), w.id[i], &base, &e);
	strs_clear(&w.names);
	row = base ? row_copy(base) : record_new(ui->app, view_entity());
	view_from(v, name, row);
	row_set(row, F_view_owner, ui->app->user);
	if (!st)
		st = record_save(ui->app, base, row, NULL, &e);
	if (st)
		say_err(ui, &e);
	else
		say(ui, "Saved the view %s; V opens it. u takes it back.",
		    name);
	if (!st)
		ui_changed(ui);
	row_free(base);
	row_free(row);
	return true;
}

void
list_save_view(struct ui *ui, struct list_view *v)
{
	dialog_prompt(ui, "Name of this view: ", "", on_name, v);
}

/* The names of ROW's columns to fields of V's entity. */
static void
set_columns(struct list_view *v, const char *text)
{
	struct strs names = {0};
	const struct entity *ent = v->l.spec.ent;
	int *cols = xcalloc(ent->nfields + 1, sizeof *cols), f;
	size_t i, n = 0;

	str_split(&names, text, ',');
	for (i = 0; i < names.n && n < ent->nfields; i++) {
		f = entity_field(ent, names.v[i]);
		if (f >= 0)
			cols[n++] = f;
	}
	if (n)
		list_view_columns(v, cols, n);
	free(cols);
	strs_clear(&names);
}

static void
show_view(struct ui *ui, struct list_view *v, int64_t id)
{
	struct row *r;
	struct err e = {0};
	const char *sort;
	int f;

	if (record_load(ui->app, view_entity(), id, &r, &e)) {
		say_err(ui, &e);
		return;
	}
	set_columns(v, row_get(r, F_view_columns));
	sort = row_get(r, F_view_sort);
	f = *sort ? entity_field(v->l.spec.ent, sort + (*sort == '-')) : -1;
	lister_sort(&v->l, f, f >= 0 && *sort == '-');
	if (list_view_filter(v, row_get(r, F_view_filter)))
		say(ui, "View %s.", row_get(r, F_view_name));
	row_free(r);
}

static void
on_view(struct ui *ui, void *arg, int n)
{
	struct list_view *v = arg;
	struct views w;

	if (n < 0 || !read_views(ui, v, &w))
		return;
	if ((size_t)n < w.names.n)
		show_view(ui, v, w.id[n]);
	strs_clear(&w.names);
}

void
list_open_view(struct ui *ui, struct list_view *v)
{
	struct views w;

	if (!read_views(ui, v, &w))
		return;
	if (w.names.n)
		dialog_choose(ui, "Views", "", &w.names, 0, on_view, v);
	else
		say(ui, "No view of this list is saved yet; w saves one.");
	strs_clear(&w.names);
}

/* --- a file -------------------------------------------------------------- */

static enum format
format_of(const char *path)
{
	if (str_ends(path, ".json"))
		return FMT_JSON;
	return str_ends(path, ".tsv") ? FMT_TSV : FMT_CSV;
}

static enum status
make_file(struct ui *ui, void *arg, const char *path, char **text,
    size_t *size, struct buf *said, struct err *e)
{
	struct list_view *v = arg;
	int64_t rows = 0;
	FILE *f = open_memstream(text, size);
	enum status st;

	if (!f)
		return err_errno(e, "cannot write %s", path);
	st = export_list(ui->app, &v->l.spec, format_of(path), 0, f, &rows, e);
	if (fclose(f) != 0 && !st)
		st = err_errno(e, "cannot write %s", path);
	count_text(rows, said);
	buf_addf(said, " row%s", rows == 1 ? "" : "s");
	return st;
}

void
list_export(struct ui *ui, struct list_view *v)
{
	char *name = xasprintf("%s.csv", v->l.spec.ent->ids);

	to_file_ask(ui, "Write to file (.csv .json .tsv): ", name, make_file,
	    v);
	free(name);
}
