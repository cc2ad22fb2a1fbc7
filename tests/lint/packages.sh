#!/bin/sh
# bootstrap's packages: what is needed stops it, what a feature needs does not.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$(dirname "$0")/lint.sh"

# A tree that configures and builds at once, and a machine on which apt-get
# fails and $gone is not installed.
top=$bad/tree fake=$bad/bin
mkdir -p "$top/src" "$top/db" "$top/ui" "$top/tests" "$fake"
cp "$root/bootstrap" "$top"
touch "$top/configure.ac" "$top/Makefile.am" "$top/config.h.in"
for d in src db ui tests; do touch "$top/$d/local.mk"; done
touch "$top/Makefile.in"
program() {
	cat >"$1" && chmod +x "$1"
}
program "$top/configure" <<'X'
#!/bin/sh
printf 'all:\n\tprintf "%%s\\n" "#!/bin/sh" "echo ran" >caseload\n' >Makefile
printf '\tchmod +x caseload\n' >>Makefile
X
program "$fake/dpkg-query" <<'X'
#!/bin/sh
for last; do :; done
[ "$last" = "$gone" ] || echo 'install ok installed '
X
program "$fake/apt-get" <<'X'
#!/bin/sh
echo "$*" >>"$asked"
exit 100
X
program "$fake/pkg-config" <<'X'
#!/bin/sh
exit 1
X
program "$fake/id" <<'X'
#!/bin/sh
echo "$who"
X
program "$fake/sudo" <<'X'
#!/bin/sh
exit 1
X

# starts GONE WHO: ./bootstrap run there; its words, status and what was asked
# of apt-get.
starts() {
	gone=$1 who=$2 asked=$bad/asked
	export gone who asked
	: >"$asked"
	PATH=$fake:$PATH sh "$top/bootstrap" run now >"$bad/out" 2>&1 \
		</dev/null
	status=$?
	asks=$(grep -c install "$asked")
}
# is WORDS CONDITION...: one case.
is() {
	what=$1
	shift
	"$@"
	condition=$?
	[ $condition -eq 0 ] || sed 's/^/# /' "$bad/out"
	told $condition "$what"
}
says() { grep -q -e "$1" "$bad/out"; }

starts libical-dev 0
is "a feature's package is asked for" [ "$asks" -gt 0 ]
is "without it the program is built and run" says '^ran$'
is "which is said in a line" says '^Going on without libical-dev'
starts libical-dev 0
is "and tried once" [ "$asks" -eq 0 ]
is "said once" [ "$(cat "$bad/out")" = ran ]

rm -rf "$top/build"
starts libical-dev 1000
is "who may not install is not asked to" [ "$asks" -eq 0 ]
is "and goes on too" says '^ran$'

rm -rf "$top/build"
starts libcsv-dev 0
is "what every build needs stops it" [ "$status" -eq 1 ]
is "with the line to type" says '^    apt-get install libcsv-dev$'
starts libcsv-dev 1000
is "also for who may not install" says '^    sudo apt-get install libcsv-dev$'
starts none 0
is "nothing is asked for where all is there" [ "$asks$(tail -n 1 \
	"$bad/out")" = 0ran ]
finish
