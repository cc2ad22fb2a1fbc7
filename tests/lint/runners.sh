#!/bin/sh
# The runners tell a failure when there is one: driver, case files, generators.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$(dirname "$0")/lint.sh"

# driven SCRIPT: what the test driver records of a program with this text.
driven() {
	printf '%s\n' "$1" >"$bad/test.sh"
	sh "$root/tests/lib/driver.sh" --test-name t --log-file "$bad/t.log" \
		--trs-file "$bad/t.trs" -- sh "$bad/test.sh" >/dev/null 2>&1
	cat "$bad/t.trs"
}
# records WORDS SCRIPT LINES: the results, in order, joined by blanks.
records() {
	got=$(driven "$2" | sed -n 's/^:test-result: \([A-Z]*\).*/\1/p' |
		tr '\n' ' ')
	[ "$got" = "$3 " ]
	status=$?
	[ $status -eq 0 ] || echo "# recorded: $got"
	told $status "$1"
}

records "cases are counted one by one" \
	'echo 1..3; echo "ok 1 - a"; echo "not ok 2 - b"; echo "ok 3 - c"' \
	'PASS FAIL PASS'
records "a skip is never a pass" \
	'echo 1..2; echo "ok 1 - a"; echo "not ok 2 # SKIP why"' 'PASS SKIP'
records "a whole program may be skipped" 'echo "1..0 # SKIP why"' SKIP
records "exit 77 is a skip" 'echo no terminal; exit 77' SKIP
records "a case that told nothing is an error" \
	'echo 1..2; echo "ok 1 - a"' 'PASS ERROR'
records "a sanitizer report after good cases is an error" \
	'echo 1..1; echo "ok 1 - a"; exit 1' 'PASS ERROR'
records "a failure is not counted twice" \
	'echo 1..1; echo "not ok 1 - a"; exit 1' FAIL
records "a program without a plan is one case" 'exit 0' PASS
records "and fails by its status" 'exit 4' FAIL

case_file() { sample "x.test"; }
ran() {
	CASELOAD_SRCDIR=$root CASELOAD_BUILDDIR=$bad \
		sh "$root/tests/cli/run.sh" "$@" "$bad/x.test" 2>&1
}
case_file <<'X'
<< note.txt
one
>>
$ cat note.txt; echo two >&2; exit 3
one
2> two
? 3
X
ran >/dev/null
told $? "a case that holds passes"
cp "$bad/x.test" "$bad/good"
for wrong in 's/^one$/three/' 's/^2> two/2> four/' 's/^? 3/? 2/' '/^2>/d'; do
	sed "/^>>/,\$ {
		$wrong
	}" "$bad/good" >"$bad/x.test" || exit 99
	! ran >/dev/null
	told $? "a wrong line is told: $wrong"
done
sed '/^2>/d; /^? /d; $d' "$bad/good" >"$bad/x.test"
ran --update >/dev/null
cmp -s "$bad/x.test" "$bad/good"
told $? "--update writes what was printed"

sql2c() {
	LC_ALL=C "$AWK" -v out=h -f "$root/db/sql2c.awk" "$bad/q.sql" 2>&1
}
# refuses WORDS PATTERN: sql2c on standard input.
refuses() {
	cat >"$bad/q.sql"
	words=$(sql2c)
	[ $? -ne 0 ] && printf '%s\n' "$words" | grep -q "$2"
	told $? "$1"
}
refuses "two statements under a name are refused" 'a second statement' <<'X'
-- name: A
SELECT 1;
SELECT 2;
X
refuses "a name without a statement is refused" 'no statement' <<'X'
-- name: A
-- name: B
SELECT 1;
X
refuses "a name used twice is refused" 'A is already in' <<'X'
-- name: A
SELECT 1;
-- name: A
SELECT 2;
X
refuses "an unknown mark is refused" 'not .slow. or' <<'X'
-- name: A [fast]
SELECT 1;
X
finish
