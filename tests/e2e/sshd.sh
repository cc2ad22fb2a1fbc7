#!/bin/sh
# A real sshd on the loopback with a hub behind it, for tests: begin, drop, end.
# SPDX-License-Identifier: GPL-3.0-or-later
#
#	sshd.sh begin TOP DB [USER...]	TOP is an empty folder, DB a database
#	sshd.sh drop TOP		kills the server's side of all sessions
#	sshd.sh end TOP
#
# begin gives each user of the hub a key and writes TOP/ssh_config, in which
# each is a host: ssh -F TOP/ssh_config USER WORDS. $SETTINGS is the hub's own
# file of settings, if any. It ends with 77, and the reason, where there can be
# no sshd. The sessions' HOME is TOP/home; a sanitizer writes to TOP/sanitizer.

set -u
program=${CASELOAD_BUILDDIR:-$(pwd -P)}/caseload
case $program in /*) ;; *) program=$(pwd -P)/$program ;; esac
sshd=/usr/sbin/sshd

skip() { echo "$1"; exit 77; }

may_begin() {
	[ -x "$sshd" ] || skip "needs sshd (openssh-server)"
	{ command -v ssh && command -v ssh-keygen; } >/dev/null ||
		skip "needs ssh and ssh-keygen (openssh-client)"
	grep -q '^#define HAVE_SODIUM 1' "${program%/*}/config.h" ||
		skip "built without libsodium"
	[ -e /proc/$$/task/$$/children ] ||
		skip "needs the children of a process in /proc"
	[ "$(id -u)" != 0 ] || [ -d /run/sshd ] ||
		mkdir -m 755 /run/sshd 2>/dev/null ||
		skip "sshd needs the folder /run/sshd"
}

keys() {	# keys TOP DB USER...
	dir=$1 file=$2
	shift 2
	for who; do
		ssh-keygen -q -t ed25519 -N '' -C "$who" -f "$dir/$who" &&
		    "$program" ${SETTINGS:+--config "$SETTINGS"} --db "$file" \
			--user keeper user key add "$who" "$dir/$who.pub" \
			--file "$dir/keys" >/dev/null || exit 99
		cat >>"$dir/ssh_config" <<-END
		Host $who
		  IdentityFile $dir/$who
		END
	done
	ssh-keygen -q -t ed25519 -N '' -f "$dir/host" || exit 99
}

serve() {	# serve TOP PORT: does it listen?
	cat >"$1/sshd_config" <<-END
	ListenAddress 127.0.0.1
	Port $2
	HostKey $1/host
	PidFile $1/pid
	AuthorizedKeysFile $1/keys
	UsePAM no
	StrictModes no
	PasswordAuthentication no
	PermitRootLogin yes
	PrintMotd no
	PrintLastLog no
	Subsystem sftp internal-sftp
	SetEnv HOME=$1/home ASAN_OPTIONS=log_path=$1/sanitizer UBSAN_OPTIONS=log_path=$1/sanitizer
	END
	rm -f "$1/pid"
	"$sshd" -D -e -f "$1/sshd_config" </dev/null >/dev/null 2>"$1/sshd.log" &
	for wait in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		[ ! -s "$1/pid" ] || return 0
		kill -0 $! 2>/dev/null || return 1
		sleep 0.1
	done
	kill $!
	return 1
}

begin() {	# begin TOP DB USER...
	may_begin
	mkdir -p -m 700 "$1/home" && keys "$@"
	for try in 1 2 3 4 5 6 7 8; do
		port=$((20000 + ($$ * 7 + try * 911) % 40000))
		serve "$1" $port && break
		port=
	done
	[ -n "$port" ] || skip "sshd does not start: $(tail -n 1 "$1/sshd.log")"
	cat >>"$1/ssh_config" <<-END
	Host *
	  HostName 127.0.0.1
	  Port $port
	  User $(id -un)
	  IdentitiesOnly yes
	  IdentityAgent none
	  StrictHostKeyChecking no
	  UserKnownHostsFile /dev/null
	  LogLevel ERROR
	  BatchMode yes
	END
}

# The sshd processes below PID: not the programs they run, which shall notice.
# In a shell of its own each time: sh has no variables of a function.
drop_below() (
	for child in $(cat "/proc/$1/task/$1/children" 2>/dev/null); do
		case $(cat "/proc/$child/comm" 2>/dev/null) in
		sshd*)	drop_below "$child"
			kill -9 "$child" 2>/dev/null ;;
		esac
	done
)

case $1 in
begin)	shift; begin "$@" ;;
drop)	drop_below "$(cat "$2/pid")" ;;
end)	[ ! -s "$2/pid" ] || kill "$(cat "$2/pid")" 2>/dev/null ;;
esac
exit 0
