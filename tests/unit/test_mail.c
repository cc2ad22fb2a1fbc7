/* test_mail.c - headers that cannot be broken out of, bodies that come back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/mail.h"
#include "base/str.h"
#include "base/utf8.h"
#include "tests/lib/test.h"

/* Each line is short enough, and none but the first begins without a blank. */
static void
is_one_header(const char *s)
{
	assert_true(str_ends(s, "\r\n"));
	for (const char *p = s; *p != '\0';) {
		const char *end = strstr(p, "\r\n");
		size_t n = (size_t)(end - p);

		assert_true(n <= 78);
		assert_true(p == s || *p == ' ');
		for (size_t i = 0; i < n; i++)
			assert_true(p[i] >= 0x20 && p[i] < 0x7F);
		p = end + 2;
	}
}

static int
digit(char c)
{
	return c <= '9' ? c - '0' : c - 'A' + 10;
}

/* What a reader makes of encoded words. */
static char *
decoded(const char *s)
{
	struct buf b;

	buf_init(&b, BUF_ROW);
	for (const char *p = strstr(s, "=?UTF-8?Q?"); p != NULL;
	    p = strstr(p, "=?UTF-8?Q?")) {
		const char *end = strstr(p + 10, "?=");
		size_t at = b.n;

		assert_true(end + 2 - p <= 75);
		for (p += 10; p < end; p++) {
			if (*p == '=') {
				buf_addc(&b, (char)(digit(p[1]) * 16 +
				    digit(p[2])));
				p += 2;
			} else {
				buf_addc(&b, *p == '_' ? ' ' : *p);
			}
		}
		assert_true(utf8_valid(b.p + at, b.n - at));
	}
	return buf_take(&b);
}

static void
headers_are_folded_and_cannot_be_left(void **state)
{
	struct buf b;
	char *text;

	(void)state;
	buf_init(&b, BUF_ROW);
	mail_header(&b, "Subject", "Autumn assessment");
	assert_string_equal(b.p, "Subject: Autumn assessment\r\n");
	buf_reset(&b);
	mail_header(&b, "Subject", "One\r\nBcc: all@place.example\r\n\r\nX");
	is_one_header(b.p);
	assert_null(strstr(b.p, "\nBcc"));
	buf_reset(&b);
	mail_header(&b, "Subject", "a careers fair for every year group of "
	    "all the schools of the three boroughs in the spring term, and "
	    "what each of them is asked to do before it");
	is_one_header(b.p);
	buf_reset(&b);
	mail_header(&b, "Subject", "=?UTF-8?Q?=0D=0ABcc:?=");
	is_one_header(b.p);
	text = decoded(b.p);
	assert_string_equal(text, "=?UTF-8?Q?=0D=0ABcc:?=");
	free(text);
	buf_clear(&b);
}

static void
other_letters_come_back_whole(void **state)
{
	static const char said[] = "Été à l'école \xe2\x80\x93 "
	    "żółć żółć żółć żółć żółć żółć żółć żółć żółć \xf0\x9f\x8e\x93";
	struct buf b;
	char *text;

	(void)state;
	buf_init(&b, BUF_ROW);
	mail_header(&b, "Subject", said);
	is_one_header(b.p);
	text = decoded(b.p);
	assert_string_equal(text, said);
	free(text);
	buf_clear(&b);
}

static void
addresses(void **state)
{
	static const struct { const char *name, *line; } good[] = {
		{ "", "To: a@b.example\r\n" },
		{ "Ms Bell", "To: Ms Bell <a@b.example>\r\n" },
		{ "Bell, G. \"Gee\"",
		    "To: \"Bell, G. \\\"Gee\\\"\" <a@b.example>\r\n" },
		{ "Bell\r\nX: y", "To: \"Bell  X: y\" <a@b.example>\r\n" },
	};
	struct buf b;
	char *text;

	(void)state;
	buf_init(&b, BUF_ROW);
	for (size_t i = 0; i < COUNT(good); i++) {
		buf_reset(&b);
		mail_address(&b, "To", good[i].name, "a@b.example");
		assert_string_equal(b.p, good[i].line);
	}
	buf_reset(&b);
	mail_address(&b, "To", "André Farrant, head of careers at Park House",
	    "andre.farrant.careers@parkhouse.example");
	is_one_header(b.p);
	text = decoded(b.p);
	assert_string_equal(text,
	    "André Farrant, head of careers at Park House");
	free(text);
	buf_clear(&b);
	assert_true(mail_address_ok("o'neil+x@a-b.example"));
	assert_false(mail_address_ok("a b@c.example"));
	assert_false(mail_address_ok("a@b\r\nBcc: c@d"));
	assert_false(mail_address_ok("a@b>,<c@d.example"));
	assert_false(mail_address_ok("a..b@c.example"));
	assert_false(mail_address_ok(".a@c.example"));
	assert_false(mail_address_ok("a@"));
	assert_false(mail_address_ok("\xc3\xa9@c.example"));
	assert_false(mail_address_ok("Name <a@b.example>"));
}

static void
what_is_wrong_is_said(void **state)
{
	static const struct {
		const char	*address, *why;
	} bad[] = {
		{ "a@x.example>", "it holds \">\"" },
		{ "a;b@x.example", "it holds \";\"" },
		{ "x y z", "it holds a blank" },
		{ "zo\xc3\xab@x.example", "it holds \"\xc3\xab\"" },
		{ "bell", "it has no @" },
		{ "a@b@c.example", "it has more than one @" },
		{ "@c.example", "nothing stands before the @" },
		{ "a@", "nothing stands after the @" },
		{ "a@b_c.example", "after the @ it may hold letters, digits, "
		    "dots and hyphens only" },
		{ "a..b@c.example", "a dot stands first, last or beside "
		    "another" },
		{ "a.b+c@d-e.example", "" },
	};
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		buf_reset(&b);
		mail_address_fault(bad[i].address, &b);
		assert_string_equal(b.n > 0 ? b.p : "", bad[i].why);
		assert_int_equal(mail_address_ok(bad[i].address), b.n == 0);
	}
	buf_clear(&b);
}

static void
a_body_comes_back(void **state)
{
	static const char said[] = "Dear Zoë,\n\n.\nFrom here = there\t\nend "
	    "\nA long line that goes on and on and on, past the end of what a "
	    "line of a message may hold, żółć żółć.\nlast";
	struct buf b, back;
	const char *p;

	(void)state;
	buf_init(&b, BUF_ROW);
	buf_init(&back, BUF_ROW);
	mail_body(&b, said);
	p = strstr(b.p, "\r\n\r\n");
	assert_non_null(p);
	for (p += 4; *p != '\0'; p++) {
		const char *end = strstr(p, "\r\n");

		assert_true(end - p <= 76);
		assert_false(end > p && (end[-1] == ' ' || end[-1] == '\t'));
		for (; p < end; p++) {
			assert_true(*p == '\t' || (*p >= 0x20 && *p < 0x7F));
			if (*p != '=') {
				buf_addc(&back, *p);
			} else if (p + 1 < end) {
				buf_addc(&back, (char)(digit(p[1]) * 16 +
				    digit(p[2])));
				p += 2;
			}
		}
		if (end[-1] != '=' || end[-2] == '\n')
			buf_addc(&back, '\n');
		p = end + 1;
	}
	assert_int_equal(strncmp(back.p, said, strlen(said)), 0);
	assert_string_equal(back.p + strlen(said), "\n");
	buf_clear(&b);
	buf_clear(&back);
}

static void
a_date(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b, BUF_LINE);
	mail_date(&b, INT64_C(1795168800000));
	assert_string_equal(b.p, "Date: Fri, 20 Nov 2026 10:00:00 +0000\r\n");
	buf_clear(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headers_are_folded_and_cannot_be_left),
		cmocka_unit_test(other_letters_come_back_whole),
		cmocka_unit_test(addresses),
		cmocka_unit_test(what_is_wrong_is_said),
		cmocka_unit_test(a_body_comes_back),
		cmocka_unit_test(a_date),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
