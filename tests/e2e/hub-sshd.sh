#!/bin/sh
# A real sshd on the loopback, three users' keys: what comes through, what not.
# SPDX-License-Identifier: GPL-3.0-or-later

set -u
program=${CASELOAD_BUILDDIR:-$(pwd -P)}/caseload
case $program in /*) ;; *) program=$(pwd -P)/$program ;; esac

skip() { echo "1..0 # SKIP $1"; exit 0; }

sshd=/usr/sbin/sshd
[ -x "$sshd" ] || skip "needs sshd (openssh-server)"
{ command -v ssh && command -v ssh-keygen; } >/dev/null ||
	skip "needs ssh and ssh-keygen (openssh-client)"
grep -q '^#define HAVE_SODIUM 1' "${program%/*}/config.h" ||
	skip "built without libsodium"
if [ "$(id -u)" = 0 ] && [ ! -d /run/sshd ]; then
	mkdir -m 755 /run/sshd 2>/dev/null || skip "sshd needs the folder /run/sshd"
fi

top=$(mktemp -d "${TMPDIR:-/tmp}/caseload-sshd.XXXXXX") || exit 99
pid=
end() {
	[ -z "$pid" ] || kill "$pid" 2>/dev/null
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

keeper() { "$program" --db "$db" --user keeper "$@"; }

keeper init >/dev/null || exit 99
keeper add school urn=900123 "name=Sandmere Park Academy" >/dev/null || exit 99
keeper add school urn=900124 "name=Harbour UTC" >/dev/null || exit 99
for who in viv:viewer edi:editor cora:coordinator; do
	keeper user add "${who%:*}" "${who#*:}" >/dev/null &&
	    ssh-keygen -q -t ed25519 -N '' -C "${who%:*}" -f "$top/${who%:*}" &&
	    keeper user key add "${who%:*}" "$top/${who%:*}.pub" \
		--file "$top/keys" >/dev/null || exit 99
done
ssh-keygen -q -t ed25519 -N '' -f "$top/host" || exit 99

port=
for try in 1 2 3 4 5 6 7 8; do
	port=$((20000 + ($$ * 7 + try * 911) % 40000))
	cat >"$top/sshd_config" <<-EOF
	ListenAddress 127.0.0.1
	Port $port
	HostKey $top/host
	PidFile $top/pid
	AuthorizedKeysFile $top/keys
	UsePAM no
	StrictModes no
	PasswordAuthentication no
	PermitRootLogin yes
	Subsystem sftp internal-sftp
	EOF
	"$sshd" -D -e -f "$top/sshd_config" 2>"$top/sshd.log" &
	pid=$!
	for wait in 1 2 3 4 5 6 7 8 9 10; do
		[ ! -s "$top/pid" ] || break 2
		kill -0 "$pid" 2>/dev/null || break
		sleep 0.1
	done
	kill "$pid" 2>/dev/null
	pid=
done
[ -n "$pid" ] || skip "sshd does not start: $(tail -n 1 "$top/sshd.log")"

as() {		# as USER [ssh options and words]
	who=$1
	shift
	ssh -F none -p "$port" -i "$top/$who" -o IdentitiesOnly=yes -o IdentityAgent=none \
		-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
		-o LogLevel=ERROR -o BatchMode=yes -l "$(id -un)" "$@"
}
hub() {		# hub USER ssh words: output and status kept
	as "$1" -n 127.0.0.1 "$2" >"$top/out" 2>"$top/err"
}

hub viv 'count school'

[ "$(cat "$top/out")" = 2 ]
ok $? "a viewer looks"

keeper export all -o "$top/before"
steps=$(keeper history --limit 1 --format csv)
while IFS= read -r line; do
	hub viv "$line"
	status=$?
	[ "$status" != 0 ] && [ ! -s "$top/out" ]
	ok $? "a viewer is refused: $line"
done <<'END'
list school; id
list school|sh
list school && sh
`id`
list $(id)
list "`id`"
list school >/tmp/x
sh
bash -i
-i
--db /tmp/x.db list school
list school --config=x.ini
--user keeper list school
export school -o /etc/x
export school -o ../x
import school /etc/passwd
add task title=x
set school/900123 town=x
undo
user set viv role=admin
hub-session keeper
init
demo
scp -t /tmp
rsync --server
END
nul=$(printf 'list\377')
hub viv "$nul"; [ $? != 0 ]
ok $? "what is not UTF-8 is refused"
hub viv "$(printf 'count school\nundo')"; [ $? != 0 ]
ok $? "a second line is refused"
as viv -n -s 127.0.0.1 sftp >"$top/out" 2>"$top/err"; [ $? != 0 ] && [ ! -s "$top/out" ]
ok $? "there is no sftp"
as viv -n -N -o ExitOnForwardFailure=yes -R 0:127.0.0.1:"$port" 127.0.0.1 >"$top/out" 2>"$top/err"
[ $? != 0 ]
ok $? "no port is forwarded"
as viv -n 127.0.0.1 >"$top/out" 2>"$top/err"; [ $? = 1 ] && [ ! -s "$top/out" ]
ok $? "there is no shell without a terminal"
keeper export all -o "$top/after"
diff -r "$top/before" "$top/after" >"$top/out" &&
    [ "$steps" = "$(keeper history --limit 1 --format csv)" ]
ok $? "nothing was changed by all that"

hub edi 'set school/900123 "town=Newham; East"' &&
    [ "$(keeper history --limit 1 --format csv | cut -d, -f3 | tail -n 1)" = edi ]
ok $? "an editor changes, under the name of the key"
printf 'urn,name\n900125,Northgate School\n' | as edi 127.0.0.1 import school - >"$top/out" 2>"$top/err"
ok $? "a file comes in as standard input"
hub edi 'report board --format html -o board.html' && hub edi 'outbox get board.html' &&
    cmp "$top/out" "$db.outbox/edi/board.html"
ok $? "a report arrives byte for byte"
hub cora 'outbox get board.html'; [ $? = 1 ] && [ ! -s "$top/out" ]
ok $? "another user's outbox is not there"

# The screen, on a terminal that sshd makes; q leaves it.
screen() {	# screen USER WORDS KEYS: wait for WORDS, then type KEYS
	rm -f "$top/in"
	mkfifo "$top/in"
	TERM=xterm as "$1" -tt 127.0.0.1 <"$top/in" >"$top/out" 2>"$top/err" &
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
