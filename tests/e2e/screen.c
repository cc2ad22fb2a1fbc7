/* screen.c - what the emulated terminal shows, and golden screens. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/e2e/term.h"
#include "tests/e2e/term_priv.h"

/* One cell is at most 6 code points of 4 bytes. */
#define CELL_BYTES 24

static char *text;		/* of the last t_row or t_screen */

static size_t
put_utf8(char *s, uint32_t c)
{
	if (c < 0x80) {
		s[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		s[0] = (char)(0xc0 | c >> 6);
		s[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		s[0] = (char)(0xe0 | c >> 12);
		s[1] = (char)(0x80 | (c >> 6 & 0x3f));
		s[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	s[0] = (char)(0xf0 | c >> 18);
	s[1] = (char)(0x80 | (c >> 12 & 0x3f));
	s[2] = (char)(0x80 | (c >> 6 & 0x3f));
	s[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

/* Append row ROW to S without its trailing blanks; the new length. */
static size_t
put_row(char *s, size_t len, int row)
{
	int rows, cols, i;
	VTermScreen *screen = term_vterm(&rows, &cols);
	VTermPos at = { .row = row };
	VTermScreenCell cell;
	size_t start = len;

	for (at.col = 0; at.col < cols; at.col++) {
		if (!vterm_screen_get_cell(screen, at, &cell))
			continue;
		if (cell.chars[0] == (uint32_t)-1)
			continue;	/* right half of a wide character */
		if (cell.chars[0] == 0)
			s[len++] = ' ';
		for (i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
			len += put_utf8(s + len, cell.chars[i]);
	}
	while (len > start && s[len - 1] == ' ')
		len--;
	return len;
}

static char *
new_text(int rows, int cols)
{
	free(text);
	text = malloc((size_t)rows * ((size_t)cols * CELL_BYTES + 1) + 1);
	assert_non_null(text);
	return text;
}

const char *
t_row(int row)
{
	int rows, cols;

	term_vterm(&rows, &cols);
	assert_in_range(row, 0, rows - 1);
	new_text(1, cols);
	text[put_row(text, 0, row)] = '\0';
	return text;
}

const char *
t_screen(void)
{
	int rows, cols, row;
	size_t len = 0;

	term_vterm(&rows, &cols);
	new_text(rows, cols);
	for (row = 0; row < rows; row++) {
		len = put_row(text, len, row);
		text[len++] = '\n';
	}
	text[len] = '\0';
	return text;
}

bool
t_shows(const char *wanted)
{
	return strstr(t_screen(), wanted) != NULL;
}

void
t_cursor(int *row, int *col)
{
	VTermPos pos;

	term_cursor_pos(&pos);
	*row = pos.row;
	*col = pos.col;
}

void
term_fail(const char *what, const char *about)
{
	const char *s = t_screen(), *end;
	int row, col, n;

	t_cursor(&row, &col);
	print_error("%s: %s (cursor at row %d, column %d)\n", what, about,
	    row, col);
	for (n = 0; *s != '\0'; s = end + 1, n++) {
		end = strchr(s, '\n');
		print_error("%2d|%.*s\n", n, (int)(end - s), s);
	}
	fail_msg("%s: %s", what, about);
}

/* --- waiting -------------------------------------------------------------- */

struct want {
	bool		(*met)(const struct want *);
	const char	*text;
	int		 row, col;
};

static void
wait_for(const struct want *w, const char *what, const char *about)
{
	int64_t end = term_now_ms() + t_deadline_ms();

	while (!w->met(w)) {
		if (!term_pump(20)) {
			if (w->met(w))
				return;
			term_fail("the program ended", about);
		}
		if (term_now_ms() > end)
			term_fail(what, about);
	}
}

static bool
is_shown(const struct want *w)
{
	return t_shows(w->text);
}

static bool
is_gone(const struct want *w)
{
	return !t_shows(w->text);
}

static bool
is_in_row(const struct want *w)
{
	return strstr(t_row(w->row), w->text) != NULL;
}

static bool
is_cursor_at(const struct want *w)
{
	int row, col;

	t_cursor(&row, &col);
	return row == w->row && col == w->col;
}

void
t_wait(const char *wanted)
{
	wait_for(&(struct want){ .met = is_shown, .text = wanted },
	    "does not appear", wanted);
}

void
t_wait_gone(const char *unwanted)
{
	wait_for(&(struct want){ .met = is_gone, .text = unwanted },
	    "does not go away", unwanted);
}

void
t_wait_row(int row, const char *wanted)
{
	char what[64];

	snprintf(what, sizeof what, "does not appear in row %d", row);
	wait_for(&(struct want){ .met = is_in_row, .text = wanted, .row = row },
	    what, wanted);
}

void
t_wait_cursor(int row, int col)
{
	char about[64];

	snprintf(about, sizeof about, "row %d, column %d", row, col);
	wait_for(&(struct want){ .met = is_cursor_at, .row = row, .col = col },
	    "the cursor does not come", about);
}

void
t_quiet(int ms)
{
	size_t had;

	do {
		had = t_bytes();
		if (!term_pump(ms))
			return;
	} while (t_bytes() != had);
}

/* --- golden screens ------------------------------------------------------- */

static size_t
put_colour(char *s, size_t room, const char *which, const VTermColor *c,
    bool is_default)
{
	if (is_default)
		s[0] = '\0';
	else if (VTERM_COLOR_IS_INDEXED(c))
		snprintf(s, room, " %s=%d", which, c->indexed.idx);
	else
		snprintf(s, room, " %s=#%02x%02x%02x", which, c->rgb.red,
		    c->rgb.green, c->rgb.blue);
	return strlen(s);
}

/* " bold reverse fg=2", or "" for plain text. */
static void
describe(const VTermScreenCell *c, char *s, size_t room)
{
	size_t n;

	snprintf(s, room, "%s%s%s%s%s", c->attrs.bold ? " bold" : "",
	    c->attrs.underline ? " underline" : "",
	    c->attrs.italic ? " italic" : "", c->attrs.blink ? " blink" : "",
	    c->attrs.reverse ? " reverse" : "");
	n = strlen(s);
	n += put_colour(s + n, room - n, "fg", &c->fg,
	    VTERM_COLOR_IS_DEFAULT_FG(&c->fg));
	put_colour(s + n, room - n, "bg", &c->bg,
	    VTERM_COLOR_IS_DEFAULT_BG(&c->bg));
}

/* One line per run of equal cells that are not plain; the caller frees it. */
static char *
attributes(void)
{
	int rows, cols, from;
	VTermScreen *screen = term_vterm(&rows, &cols);
	char *s = NULL, now[96], was[96];
	size_t len = 0;
	FILE *f = open_memstream(&s, &len);
	VTermScreenCell cell;
	VTermPos at;

	assert_non_null(f);
	for (at.row = 0; at.row < rows; at.row++) {
		was[0] = '\0';
		from = 0;
		for (at.col = 0; at.col <= cols; at.col++) {
			now[0] = '\0';
			if (at.col < cols &&
			    vterm_screen_get_cell(screen, at, &cell))
				describe(&cell, now, sizeof now);
			if (at.col < cols && strcmp(now, was) == 0)
				continue;
			if (was[0] != '\0')
				fprintf(f, "%02d:%02d-%02d%s\n", at.row, from,
				    at.col - 1, was);
			snprintf(was, sizeof was, "%s", now);
			from = at.col;
		}
	}
	fclose(f);
	return s;
}

static char *
screen_copy(void)
{
	return strdup(t_screen());
}

static void
show_differences(const char *want, const char *got)
{
	size_t n, m;
	int row;

	for (row = 0; *want != '\0' || *got != '\0'; row++) {
		n = strcspn(want, "\n");
		m = strcspn(got, "\n");
		if (n != m || strncmp(want, got, n) != 0)
			print_error("%2d -|%.*s\n   +|%.*s\n", row, (int)n,
			    want, (int)m, got);
		want += n + (want[n] == '\n');
		got += m + (got[m] == '\n');
	}
}

static void
golden(const char *name, const char *ending, char *(*look)(void))
{
	int64_t end = term_now_ms() + t_deadline_ms();
	char file[256], *path, *want, *got;
	FILE *f;
	bool open = true;

	snprintf(file, sizeof file, "tests/e2e/golden/%s.%s", name, ending);
	path = test_path(test_srcdir(), file);
	if (getenv("UPDATE_GOLDEN") != NULL) {
		t_quiet(300);
		got = look();
		f = fopen(path, "w");
		if (f == NULL)
			fail_msg("%s: %s", path, strerror(errno));
		fputs(got, f);
		fclose(f);
		free(got);
		free(path);
		return;
	}
	want = test_read(path);
	for (got = look(); strcmp(want, got) != 0; got = look()) {
		if (!open || term_now_ms() > end) {
			show_differences(want, got);
			fail_msg("the screen is not %s", file);
		}
		free(got);
		open = term_pump(20);
	}
	free(got);
	free(want);
	free(path);
}

void
t_golden(const char *name)
{
	golden(name, "screen", screen_copy);
}

void
t_golden_attrs(const char *name)
{
	golden(name, "attrs", attributes);
}
