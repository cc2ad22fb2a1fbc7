#!/bin/sh
# A real sshd on the loopback, three users' keys: what comes through, what not.
# SPDX-License-Identifier: GPL-3.0-or-later

set -u
program=${CASELOAD_BUILDDIR:-$(pwd -P)}/caseload
case $program in /*) ;; *) program=$(pwd -P)/$program ;; esac

here=${0%/*}
crafted=${CASELOAD_SRCDIR:-$here/../..}/tests/cli/data/crafted.txt

top=$(mktemp -d "${TMPDIR:-/tmp}/caseload-sshd.XXXXXX") || exit 99
end() {
	sh "$here/sshd.sh" end "$top"
	rm -rf "$top"
}
trap end EXIT
trap 'exit 99' HUP INT TERM
HOME=$top/home
export HOME
mkdir -m 700 "$HOME"
unset CASELOAD_DB CASELOAD_CONFIG XDG_DATA_HOME XDG_STATE_HOME XDG_CONFIG_HOME
db=$top/hub.db
n=0 failed=0

ok() {		# ok STATUS NAME
	n=$((n + 1))
	if [ "$1" = 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		failed=1
		sed 's/^/# /' "$top/out" "$top/err" 2>/dev/null | head -n 20
	fi
}

SETTINGS=$top/hub.ini
CASELOAD_BACKUP=no		# not in the sessions
export SETTINGS CASELOAD_BACKUP
printf '[hub]\nown_schools = yes\n' >"$SETTINGS"
keeper() { "$program" --db "$db" --config "$SETTINGS" --user keeper "$@"; }

keeper init >/dev/null || exit 99
keeper add school urn=136578 "name=Brookvale School" >/dev/null || exit 99
keeper add school urn=900124 "name=Harbour UTC" >/dev/null || exit 99
for who in viv:viewer edi:editor dan:editor cora:coordinator; do
	keeper user add "${who%:*}" "${who#*:}" >/dev/null || exit 99
done
keeper add coordinator school=136578 user=edi from=2020-09-01 >/dev/null &&
    keeper add coordinator school=900124 user=dan from=2020-09-01 >/dev/null ||
    exit 99
why=$(sh "$here/sshd.sh" begin "$top" "$db" viv edi dan cora)
case $? in
0)	;;
77)	echo "1..0 # SKIP $why"; exit 0 ;;
*)	exit 99 ;;
esac

as() {		# as [ssh options] USER [words]
	ssh -F "$top/ssh_config" "$@"
}
hub() {		# hub USER ssh words: output and status kept
	as -n "$1" "$2" >"$top/out" 2>"$top/err"
}

hub viv 'count school'

[ "$(cat "$top/out")" = 2 ]
ok $? "a viewer looks"

keeper export all -o "$top/before"
steps=$(keeper history --limit 1 --format csv)
# Each third line; all of them in check-long.
tried=0
while IFS= read -r line; do
	tried=$((tried + 1))
	[ -n "${CASELOAD_LONG:-}" ] || [ $((tried % 3)) = 1 ] || continue
	hub viv "$line"
	status=$?
	[ "$status" != 0 ] && [ ! -s "$top/out" ]
	ok $? "a viewer is refused: $line"
done <"$crafted"
[ "$tried" -ge 50 ]
ok $? "of many lines"
nul=$(printf 'list\377')
hub viv "$nul"; [ $? != 0 ]
ok $? "what is not UTF-8 is refused"
hub viv "$(printf 'count school\nundo')"; [ $? != 0 ]
ok $? "a second line is refused"
as -n -s viv sftp >"$top/out" 2>"$top/err"; [ $? != 0 ] && [ ! -s "$top/out" ]
ok $? "there is no sftp"
as -n -N -o ExitOnForwardFailure=yes -R 0:127.0.0.1:22 viv >"$top/out" 2>"$top/err"
[ $? != 0 ]
ok $? "no port is forwarded"
as -n viv >"$top/out" 2>"$top/err"; [ $? = 1 ] && [ ! -s "$top/out" ]
ok $? "there is no shell without a terminal"
keeper export all -o "$top/after"
diff -r "$top/before" "$top/after" >"$top/out" &&
    [ "$steps" = "$(keeper history --limit 1 --format csv)" ]
ok $? "nothing was changed by all that"
find "$HOME" "$db".* ! -path '*/caseload/log' -type f >"$top/out" 2>/dev/null
[ ! -s "$top/out" ] && [ ! -e /tmp/hub-x ]
ok $? "no file was written by all that"

hub edi 'set school/136578 "town=Newham; East"' &&
    [ "$(keeper history --limit 1 --format csv | cut -d, -f3 | tail -n 1)" = edi ]
ok $? "an editor changes, under the name of the key"
n_backups() { ls "$db".backups/2*.db 2>/dev/null | grep -c .; }
tries=0
until [ "$(n_backups)" = 1 ] || [ $tries -gt 300 ]; do
	sleep 0.1
	tries=$((tries + 1))
done
"$program" --db "$(ls "$db".backups/2*.db)" --user keeper count school \
	'town:Newham' >"$top/out" 2>"$top/err" && [ "$(cat "$top/out")" = 1 ]
ok $? "the session ends, and the day's backup of it comes"
printf 'urn,name\n900125,Northgate School\n' | as cora import school - >"$top/out" 2>"$top/err"
ok $? "a file comes in as standard input"
mkfifo "$top/half"
for line in 'import employer -' 'log -'; do
	ssh -F "$top/ssh_config" cora "$line" <"$top/half" >"$top/out" 2>"$top/err" &
	client=$!
	exec 3>"$top/half"
	case $line in
	import*) printf 'name\nWholeco Kappa\nWholeco Lam' >&3 ;;
	*) printf 'brookvale; talk; y10 240; yesterday\nbrookvale; talk; y10 2' >&3 ;;
	esac
	tries=0
	until pgrep -f "hub-session cora" >/dev/null || [ $tries -gt 200 ]; do
		sleep 0.05
		tries=$((tries + 1))
	done
	sleep 0.3
	kill -9 $client
	wait $client 2>/dev/null
	exec 3>&-
	while pgrep -f "hub-session cora" >/dev/null && [ $tries -le 400 ]; do
		sleep 0.05
		tries=$((tries + 1))
	done
done
[ "$(keeper count employer),$(keeper count encounter)" = 0,0 ]
ok $? "half of one, as a lost connection leaves it, is not saved"

# Schools of one's own: neither a field, a line, a file nor an assessment of
# another's, until one covers for them.
set='set school/900124 town=Ham'
log='log "harbour; talk; y10 24; yesterday"'
assess='assess school/900124 1.1=yes'
sheet() { printf 'urn,town\n136578,Ilford %s\n900124,Ham\n' "$1"; }
for line in "$set" "$log" "$assess"; do
	hub edi "$line"
	[ $? = 1 ] && grep -q 'Harbour UTC is looked after by dan' "$top/err"
	ok $? "not another's school: $line"
done
sheet one | as edi import school - >"$top/out" 2>"$top/err"
[ $? = 3 ] && grep -q '^-:3: .*Harbour UTC is looked after by dan' "$top/err" &&
    [ "$(keeper count school 'town:"Ilford one"')" = 1 ]
ok $? "not another's school: a row of a file, the others are taken"
[ "$(keeper count encounter),$(keeper count school town:Ham)" = 0,0 ]
ok $? "none of it was saved"
hub dan 'cover dan by edi from 2020-01-01 to 2099-12-31'
ok $? "dan has edi cover"
for line in "$set" "$log" "$assess"; do
	hub edi "$line"
	ok $? "while covering: $line"
done
sheet two | as edi import school - >"$top/out" 2>"$top/err"
ok $? "while covering: a file"
[ "$(keeper count encounter),$(keeper count school town:Ham)" = 1,1 ]
ok $? "all of it was saved"

hub edi 'report board --format html -o board.html' && hub edi 'outbox get board.html' &&
    cmp "$top/out" "$db.outbox/edi/board.html"
ok $? "a report arrives byte for byte"
hub cora 'outbox get board.html'; [ $? = 1 ] && [ ! -s "$top/out" ]
ok $? "another user's outbox is not there"

# The screen, on a terminal that sshd makes; q leaves it.
screen() {	# screen USER WORDS KEYS: wait for WORDS, then type KEYS
	rm -f "$top/in"
	mkfifo "$top/in"
	TERM=xterm as -tt "$1" <"$top/in" >"$top/out" 2>"$top/err" &
	client=$!
	exec 3>"$top/in"
	tries=0
	while ! grep -q "$2" "$top/out" && [ $tries -lt 200 ]; do
		sleep 0.1
		tries=$((tries + 1))
	done
	printf '%b' "$3" >&3
	tries=0
	while kill -0 "$client" 2>/dev/null && [ $tries -lt 200 ]; do
		sleep 0.1
		tries=$((tries + 1))
	done
	exec 3>&-
	[ $tries -lt 200 ]
	left=$?
	kill "$client" 2>/dev/null
	wait "$client" 2>/dev/null
	return $left
}
screen cora Today '\032q' && grep -q 'Today' "$top/out"
ok $? "the screen works, Ctrl-Z does not hang, q leaves"

echo "1..$n"
exit $failed
