/* test_naughty_forms.c - texts that break programs are pasted and typed into
 * text fields of every form and saved: they come back, or are refused with a
 * reason. One session does it all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/demo.h"
#include "app/lists.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "model/tables.h"
#include "tests/app/texts.h"
#include "ui/field_text.h"
#include "ui/form_screen.h"

/* Texts a field in the long form; in check every FEW fields get one. */
enum { LONG = 8, FEW = 6 };

struct tried {
	const struct entity *ent;
	int		 f;
	char		*text;		/* as it should be stored */
};

static struct app app;
static struct strs texts;
static struct tried *tried;
static size_t ntried, at;
static char *dir;

static int
setup(void **state)
{
	struct demo_opts small = { .schools = 3, .years = 1 };
	struct err e = { 0 };

	(void)state;
	world_open(&app);
	must(demo_fill(&app, &small, &e), &e);
	texts_naughty(&texts);
	dir = test_tmpdir();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	for (size_t i = 0; i < ntried; i++)
		free(tried[i].text);
	free(tried);
	free(dir);
	strs_clear(&texts);
	world_close(&app);
	return 0;
}

/* What keys and pastes bring (ui/term_keys.c) and a line of a script can hold;
 * forms have marks of their own for what cannot be shown (ui/field_text.h). */
static bool
may_be_keys(const char *text, bool note)
{
	size_t n = strlen(text), len;

	if (str_empty(text) || text[0] == ' ' || strstr(text, "\\n") != NULL ||
	    !field_text_exact(text, true))
		return false;
	for (const char *p = text; n > 0; p += len, n -= len) {
		int32_t cp = utf8_decode(p, n, &len);

		if (!utf8_is_printable(cp) && !(cp == '\n' && note))
			return false;
	}
	return true;
}

static const char *
next_text(bool note)
{
	const char *text;

	do
		text = texts.v[at++ % texts.n];
	while (!may_be_keys(text, note));
	return text;
}

static void
put_text(FILE *to, const char *text)
{
	/* A mark that joins no letter is refused, with a sentence, as it is
	 * typed: what is not ASCII is pasted. */
	char *ascii = utf8_printable(text, false);
	bool typed = at % 2 == 0 && strcmp(ascii, text) == 0;

	free(ascii);

	fputs(typed ? ":type " : ":paste ", to);
	for (; *text != '\0'; text++)
		if (*text == '\n')
			fputs("\\n", to);
		else
			fputc(*text, to);
	fputc('\n', to);
}

/* Into field F of the first record; refused, a 0 takes its place, which on the
 * record's own screen is no key. */
static void
put_field(FILE *to, const struct entity *ent, int f, size_t tabs)
{
	const char *text = next_text(ent->fields[f].type == FT_NOTE);

	fputs("Esc\nEsc\nEsc\n", to);
	if (ent->go)
		fprintf(to, "g %c\n/\nCtrl-U\nEnter\n", ent->go);
	else
		fprintf(to, ":\n:type %s\nEnter\n/\nCtrl-U\nEnter\n",
		    ent->ids);
	fputs("Home\nEnter\ne\n", to);
	while (tabs-- > 0)
		fputs("Tab\n", to);
	fputs("Ctrl-U\n", to);
	put_text(to, text);
	fprintf(to, ":screen typed%zu\nCtrl-S\n:screen %zu\nCtrl-U\n:type 0\n"
	    "Ctrl-S\n", ntried, ntried);
	tried = xreallocarray(tried, ntried + 1, sizeof *tried);
	tried[ntried++] = (struct tried){ ent, f, texts_kept(text) };
}

static bool
is_tried(const struct field *f)
{
	return texts_field(f) && f->check == NULL && !(f->flags & (FF_REQUIRED |
	    FF_KEY | FF_NAME | FF_GIAS)) && f->type != FT_OPEN;
}

/* Whatever else its record says: so that a refused text leaves no draft. */
static bool
takes_zero(const struct entity *ent, int f)
{
	struct err e = { 0 };

	return texts_save(&app, ent, texts_some(&app, ent), f, "0", &e) ==
	    ST_OK;
}

static bool
all_of_it(void)
{
	const char *s = getenv("CASELOAD_LONG");

	return s != NULL && *s != '\0';
}

static void
script(FILE *to, size_t round)
{
	size_t every = all_of_it() ? 1 : FEW, no = 0;

	for (int i = 0; i < ENT_MAX; i++) {
		const struct entity *ent = entities[i];
		size_t tabs = 0;

		if (i == ENT_assessment || texts_some(&app, ent) == 0)
			continue;
		for (size_t f = 0; f < ent->nfields; f++) {
			if (!form_takes(ent, (int)f))
				continue;
			if (is_tried(&ent->fields[f]) && no++ % every == 0 &&
			    takes_zero(ent, (int)f))
				put_field(to, ent, (int)f, tabs);
			tabs++;
		}
	}
	fprintf(to, ":screen end%zu\n", round);
}

static void
play(const char *keys)
{
	int status;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		setenv("CASELOAD_SCREENS", dir, 1);
		execl(test_program(), test_program(), "--db", db_path(app.db),
		    "--script", keys, (char *)NULL);
		_exit(127);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

/* How many of the first records of the kind hold TEXT in the field. */
static int64_t
holding(const struct tried *t, const char *text)
{
	struct list_page page = { 0 };
	struct lister l;
	struct err e = { 0 };
	int64_t n = 0;
	char *now;

	must(lister_open(&l, &app, t->ent, "", &e), &e);
	must(lister_page(&l, NULL, true, 3, &page, &e), &e);
	for (size_t i = 0; i < page.n; i++) {
		now = world_get(&app, t->ent->id, page.row[i].id,
		    t->ent->fields[t->f].id);
		n += strcmp(now, text) == 0;
		free(now);
	}
	list_clear(&page);
	lister_close(&l);
	return n;
}

static bool
screen_has(const char *kind, size_t i, const char *text)
{
	char name[32], *path, *screen;
	bool has;

	snprintf(name, sizeof name, "%s%zu.screen", kind, i);
	path = test_path(dir, name);
	screen = test_read(path);
	has = strstr(screen, text) != NULL;
	free(screen);
	free(path);
	return has;
}

/* Was it told as it was typed that something is left out, or was there a mark
 * at the field when it was saved? */
static bool
was_refused(size_t i)
{
	return screen_has("typed", i, " left out") ||
	    screen_has("", i, "\n!>");
}

static void
texts_come_back_from_forms(void **state)
{
	size_t rounds = all_of_it() ? LONG : 1;
	size_t from = 0, taken = 0, refused = 0;
	char *keys = test_path(dir, "all.keys"), *composed;

	(void)state;
	for (size_t r = 0; r < rounds; r++) {
		FILE *to = fopen(keys, "w");

		assert_non_null(to);
		script(to, r);
		assert_int_equal(fclose(to), 0);
		play(keys);
		for (; from < ntried; from++) {
			struct tried *t = &tried[from];

			composed = utf8_compose(t->text);
			if (holding(t, t->text) > 0 ||
			    holding(t, composed) > 0)
				taken++;
			else if (was_refused(from))
				refused++;
			else
				fail_msg("%s %s: \"%s\" is neither stored nor "
				    "refused", t->ent->id,
				    t->ent->fields[t->f].id, t->text);
			free(composed);
		}
	}
	free(keys);
	print_message("%zu taken, %zu refused\n", taken, refused);
	assert_true(taken > 15);
	world_is_whole(&app);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_come_back_from_forms),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
