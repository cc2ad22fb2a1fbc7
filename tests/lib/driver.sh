#!/bin/sh
# Automake's test driver: run one test program and count its cases.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A test prints TAP: "1..N", then "ok K - words", "not ok K - words", or
# either with "# SKIP why".  A program that prints no plan is one case, judged
# by its exit status; 77 is a skip, and its last line says why.  A case that
# was planned and printed nothing is a failure, and so is an exit status that
# no failed case explains (a sanitizer, say).
#
# TEST_WRAPPER   what to run C tests under (valgrind)
# TEST_LIMIT     seconds before a test program is stopped, default 300

set -u
name='' log='' trs=''
while [ $# -gt 0 ]; do
	case $1 in
	--test-name) name=$2; shift 2 ;;
	--log-file) log=$2; shift 2 ;;
	--trs-file) trs=$2; shift 2 ;;
	--color-tests | --collect-skipped-logs | --expect-failure | \
	--enable-hard-errors) shift 2 ;;
	--) shift; break ;;
	*) break ;;
	esac
done
: "${CMOCKA_MESSAGE_OUTPUT:=TAP}"
export CMOCKA_MESSAGE_OUTPUT

wrapper=
case $1 in
*/sh | sh | */bash | bash | *.sh) ;;
*) wrapper=${TEST_WRAPPER-} ;;
esac

# shellcheck disable=SC2086  # the wrapper is several words
timeout -k 10 "${TEST_LIMIT:-300}" $wrapper "$@" </dev/null >"$log" 2>&1
status=$?
[ $status -ne 124 ] || echo "# stopped after ${TEST_LIMIT:-300} s" >>"$log"

LC_ALL=C awk -v name="$name" -v status=$status '
function result(kind, words)
{
	count[kind]++
	print ":test-result: " kind " " words
	if (kind != "PASS")
		told = told "  " kind ": " words "\n"
}

/^1\.\.0/ && /# *[Ss][Kk][Ii][Pp]/ { whole = 1; planned = 1; plan = 0; next }
/^1\.\.[0-9]+/ && !planned { planned = 1; plan = substr($1, 4) + 0; next }
/^(not )?ok [0-9]+/ {
	cases++
	words = $0
	sub(/^(not )?ok [0-9]+ *(- )?/, "", words)
	if (words ~ /# *SKIP/)
		result("SKIP", words)
	else
		result(/^not/ ? "FAIL" : "PASS", words)
}
{ if ($0 != "") last = $0 }

END {
	if (!planned && status == 77 || whole)
		result("SKIP", whole ? "" : last)
	else if (!planned)
		result(status == 0 ? "PASS" : "FAIL", name)
	else {
		if (cases != plan)
			result("ERROR", cases + 0 " of " plan " cases told their end")
		if (status != 0 && !count["FAIL"] && !count["ERROR"])
			result("ERROR", "exit status " status)
	}
	bad = count["FAIL"] + count["ERROR"]
	all = bad ? "FAIL" : count["PASS"] ? "PASS" : "SKIP"
	print ":global-test-result: " all
	print ":recheck: " (bad ? "yes" : "no")
	print ":copy-in-global-log: " (bad ? "yes" : "no")
	skips = count["SKIP"] ? ", " count["SKIP"] " skipped" : ""
	fails = bad ? ", " bad " failed" : ""
	printf "%s: %s (%d passed%s%s)\n%s", all, name, count["PASS"],
		fails, skips, told | "cat >&2"
	close("cat >&2")
	exit bad != 0
}' "$log" >"$trs"
[ $? -eq 0 ] || { echo "--- $log:"; tail -n "${TEST_TAIL:-80}" "$log"
	echo "---"; } >&2
exit 0
