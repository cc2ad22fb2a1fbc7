/* term.c - the program, its pseudo terminal and its world. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/e2e/term.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/e2e/output.h"
#include "tests/e2e/term_priv.h"

extern char **environ;

struct terminal {
	VTerm		*vt;
	VTermScreen	*screen;
	int		 rows, cols;
	int		 fd;		/* of the terminal, -1 when closed */
	pid_t		 pid;		/* 0 when nothing runs */
	size_t		 bytes;
	struct output	 output;
};

static struct terminal terminals[T_TERMINALS] = { { .fd = -1 }, { .fd = -1 } };
static struct terminal *at = &terminals[0];	/* the one meant by every t_ call */

static struct {
	char		*home;
	char		*overrides[32];	/* NAME=value, or NAME to unset */
	size_t		 noverrides;
	int		 keys;
} t;

int64_t
term_now_ms(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

int
t_deadline_ms(void)
{
	int times = test_slowness();

#ifdef __SANITIZE_ADDRESS__
	times = times < 5 ? 5 : times;
#endif
	return 10000 * times;
}

/* --- the world ---------------------------------------------------------- */

const char *
t_home(void)
{
	if (t.home == NULL)
		t.home = test_tmpdir();
	return t.home;
}

void
t_env(const char *name, const char *value)
{
	size_t size = strlen(name) + (value != NULL ? strlen(value) : 0) + 2;
	char *entry = malloc(size);

	assert_non_null(entry);
	assert_true(t.noverrides < COUNT(t.overrides));
	if (value != NULL)
		snprintf(entry, size, "%s=%s", name, value);
	else
		snprintf(entry, size, "%s", name);
	t.overrides[t.noverrides++] = entry;
}

/* NAME=BEFORE, the world's folder, AFTER. */
static void
put(const char *name, const char *before, const char *after)
{
	char text[4096];

	snprintf(text, sizeof text, "%s%s%s", before, t.home, after);
	setenv(name, text, 1);
}

/* The same fixed world as tests/lib/env.sh.  Only called in the child. */
static void
enter_world(void)
{
	static const char *const kept[] = {
		"PATH", "TMPDIR", "CASELOAD_SRCDIR", "CASELOAD_BUILDDIR",
		"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS",
		"GCOV_PREFIX", "GCOV_PREFIX_STRIP",
	};
	char *values[COUNT(kept)];
	size_t i;

	for (i = 0; i < COUNT(kept); i++)
		values[i] = getenv(kept[i]);
	environ = NULL;
	for (i = 0; i < COUNT(kept); i++)
		if (values[i] != NULL)
			setenv(kept[i], values[i], 1);
	put("HOME", "", "");
	put("XDG_DATA_HOME", "", "/.local/share");
	put("XDG_CONFIG_HOME", "", "/.config");
	put("XDG_STATE_HOME", "", "/.local/state");
	put("XDG_CACHE_HOME", "", "/.cache");
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TZ", "Europe/London", 1);
	setenv("SHELL", "/bin/sh", 1);
	setenv("CASELOAD_NOW", "2026-11-20T10:00:00Z", 1);
	setenv("CASELOAD_TODAY", "2026-11-20", 1);
	setenv("CASELOAD_USER", "tester", 1);
	setenv("CASELOAD_BACKUP", "no", 1);
	put("ASAN_OPTIONS", "detect_leaks=1:log_path=", "/sanitizer");
	put("UBSAN_OPTIONS", "print_stacktrace=1:log_path=", "/sanitizer");
	for (i = 0; i < t.noverrides; i++) {
		if (strchr(t.overrides[i], '=') != NULL)
			putenv(t.overrides[i]);
		else
			unsetenv(t.overrides[i]);
	}
}

/* Become ARGV, under CASELOAD_WRAPPER (words split at blanks) if set. */
void
t_become(const char *const argv[])
{
	const char *wrapper = getenv("CASELOAD_WRAPPER");
	char *words = wrapper != NULL ? strdup(wrapper) : NULL;
	const char *all[64];
	char *rest = NULL, *word;
	size_t n = 0, i;

	if (words != NULL && strcmp(argv[0], test_program()) == 0)
		for (word = strtok_r(words, " ", &rest); word != NULL && n < 32;
		    word = strtok_r(NULL, " ", &rest))
			all[n++] = word;
	for (i = 0; argv[i] != NULL && n < COUNT(all) - 1; i++)
		all[n++] = argv[i];
	all[n] = NULL;
	enter_world();
	if (chdir(t.home) == 0)
		execvp(all[0], (char *const *)all);
	fprintf(stderr, "cannot run %s: %s\n", all[0], strerror(errno));
	_exit(127);
}

char *
t_run(int status, const char *input, const char *const argv[])
{
	char *path = test_path(t_home(), ".output"), *text;
	int in, out, got;
	pid_t pid;

	in = open(input != NULL ? input : "/dev/null", O_RDONLY);
	out = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(in >= 0 && out >= 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		dup2(in, STDIN_FILENO);
		dup2(out, STDOUT_FILENO);
		dup2(out, STDERR_FILENO);
		close(in);
		close(out);
		t_become(argv);
	}
	close(in);
	close(out);
	assert_int_equal(waitpid(pid, &got, 0), pid);
	text = test_read(path);
	free(path);
	if (!WIFEXITED(got) || WEXITSTATUS(got) != status)
		fail_msg("%s %s: wait status %d, wanted exit %d:\n%s", argv[0],
		    argv[1] != NULL ? argv[1] : "", got, status, text);
	return text;
}

/* Fail with the sanitizer's report if there is one. */
static void
check_sanitizer(void)
{
	char *pattern = test_path(t_home(), "sanitizer*"), *text;
	glob_t found;

	if (glob(pattern, 0, NULL, &found) == 0) {
		text = test_read(found.gl_pathv[0]);
		print_error("%s\n", text);
		free(text);
		globfree(&found);
		fail_msg("the program had a sanitizer report");
	}
	free(pattern);
}

static void
forget_screen(void)
{
	if (at->fd >= 0)
		close(at->fd);
	at->fd = -1;
	if (at->vt != NULL)
		vterm_free(at->vt);
	at->vt = NULL;
	at->screen = NULL;
}

void
t_use(int terminal)
{
	assert_true(terminal >= 0 && terminal < T_TERMINALS);
	at = &terminals[terminal];
}

int
t_teardown(void **state)
{
	(void)state;
	for (int i = T_TERMINALS; i-- > 0;) {
		t_use(i);
		if (at->pid > 0) {
			kill(at->pid, SIGKILL);
			waitpid(at->pid, NULL, 0);
			at->pid = 0;
		}
		forget_screen();
	}
	free(t.home);
	t.home = NULL;
	while (t.noverrides > 0)
		free(t.overrides[--t.noverrides]);
	t.keys = 0;
	return 0;
}

/* --- the terminal ------------------------------------------------------- */

VTermScreen *
term_vterm(int *rows, int *cols)
{
	if (at->screen == NULL)
		fail_msg("no program was started");
	*rows = at->rows;
	*cols = at->cols;
	return at->screen;
}

void
term_cursor_pos(VTermPos *pos)
{
	vterm_state_get_cursorpos(vterm_obtain_state(at->vt), pos);
}

static bool
pump(struct terminal *one, int ms)
{
	struct pollfd p = { .fd = one->fd, .events = POLLIN };
	char bytes[16384], reply[256];
	ssize_t n;
	size_t len;

	if (one->fd < 0)
		return false;
	if (poll(&p, 1, ms) <= 0)
		return true;
	n = read(one->fd, bytes, sizeof bytes);
	if (n <= 0 && (n == 0 || errno == EIO)) {
		close(one->fd);
		one->fd = -1;
		return false;
	}
	if (n > 0) {
		one->bytes += (size_t)n;
		output_check(&one->output, bytes, (size_t)n);
		vterm_input_write(one->vt, bytes, (size_t)n);
		while ((len = vterm_output_read(one->vt, reply, sizeof reply)) > 0)
			if (write(one->fd, reply, len) < 0)
				break;
	}
	return true;
}

/* What the others write is read too: none of them ever waits for us. */
bool
term_pump(int ms)
{
	for (int i = 0; i < T_TERMINALS; i++)
		if (&terminals[i] != at &&
		    terminals[i].fd >= 0)
			pump(&terminals[i], 0);
	return pump(at, ms);
}

/* Was the locale C asked for? What else is set says UTF-8. */
static bool
is_ascii(void)
{
	bool ascii = false;

	for (size_t i = 0; i < t.noverrides; i++)
		if (strncmp(t.overrides[i], "LC_ALL=", 7) == 0)
			ascii = strcmp(t.overrides[i] + 7, "C") == 0;
	return ascii;
}

void
t_start(int rows, int cols, const char *const argv[])
{
	struct winsize size = {
		.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols,
	};

	if (at->pid != 0)
		fail_msg("a program is running already");
	t_home();
	forget_screen();
	at->rows = rows;
	at->cols = cols;
	at->vt = vterm_new(rows, cols);
	vterm_set_utf8(at->vt, 1);
	at->screen = vterm_obtain_screen(at->vt);
	vterm_screen_enable_altscreen(at->screen, 1);
	vterm_screen_reset(at->screen, 1);
	at->bytes = 0;
	at->output = (struct output){ .ascii = is_ascii() };
	at->pid = forkpty(&at->fd, NULL, NULL, &size);
	assert_true(at->pid >= 0);
	if (at->pid == 0)
		t_become(argv);
}

void
t_raw(const char *bytes)
{
	size_t left = strlen(bytes);
	int64_t end = term_now_ms() + t_deadline_ms();
	ssize_t n;

	while (left > 0) {
		struct pollfd p = { .fd = at->fd, .events = POLLIN | POLLOUT };

		if (at->fd < 0 || term_now_ms() > end)
			term_fail("the program does not read its keys", bytes);
		if (poll(&p, 1, 100) <= 0)
			continue;
		if (p.revents & (POLLIN | POLLHUP))
			term_pump(0);
		if (!(p.revents & POLLOUT) || at->fd < 0)
			continue;
		n = write(at->fd, bytes, left < 512 ? left : 512);
		if (n > 0) {
			bytes += n;
			left -= (size_t)n;
		}
	}
}

/* Bytes of the key at the start of S. */
static size_t
key_length(const char *s)
{
	size_t n = 1;

	if (s[0] == '\033' && s[1] == 'O' && s[2] != '\0')
		return 3;
	if (s[0] == '\033' && s[1] == '[') {
		for (n = 2; s[n] != '\0' && (s[n] < '@' || s[n] > '~'); n++)
			;
		return s[n] != '\0' ? n + 1 : n;
	}
	while (((unsigned char)s[n] & 0xc0) == 0x80)
		n++;
	return n;
}

void
t_keys(const char *keys)
{
	const char *s;

	for (s = keys; *s != '\0'; s += key_length(s))
		t.keys++;
	t_raw(keys);
}

void
t_paste(const char *text)
{
	t_raw("\033[200~");
	t_raw(text);
	t_raw("\033[201~");
}

void
t_resize(int rows, int cols)
{
	struct winsize size = {
		.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols,
	};

	at->rows = rows;
	at->cols = cols;
	vterm_set_size(at->vt, rows, cols);
	assert_int_equal(ioctl(at->fd, TIOCSWINSZ, &size), 0);
}

void
t_signal(int sig)
{
	assert_true(at->pid > 0);
	assert_int_equal(kill(at->pid, sig), 0);
}

int
t_wait_exit(void)
{
	int64_t end = term_now_ms() + t_deadline_ms();
	int status = 0;

	assert_true(at->pid > 0);
	while (waitpid(at->pid, &status, WNOHANG) == 0) {
		if (term_now_ms() > end)
			term_fail("the program does not end", "");
		if (!term_pump(20))
			poll(NULL, 0, 5);	/* closed, not yet gone */
	}
	while (term_pump(0) && at->fd >= 0) {
		struct pollfd p = { .fd = at->fd, .events = POLLIN };

		if (poll(&p, 1, 0) <= 0)
			break;
	}
	at->pid = 0;
	check_sanitizer();
	return status;
}

int
t_stop(void)
{
	t_signal(SIGHUP);
	return t_wait_exit();
}

/* --- counting ----------------------------------------------------------- */

void
t_count_reset(void)
{
	t.keys = 0;
}

int
t_count(void)
{
	return t.keys;
}

void
t_mark(void)
{
	at->bytes = 0;
}

size_t
t_bytes(void)
{
	return at->bytes;
}
