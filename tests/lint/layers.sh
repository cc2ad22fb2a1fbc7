#!/bin/sh
# Who may include whom: one row a layer, and the owners of each library.
# SPDX-License-Identifier: GPL-3.0-or-later
. "$(dirname "$0")/lint.sh"

layers() {
	{ sources '*.[ch]' src db ui; sources '*.def' src db ui; } |
	xargs "$AWK" '
BEGIN {
	split("src/base:|src/model:src/base|db:src/base src/model|" \
	    "src/app:src/base src/model db|ui:src/base src/model src/app|" \
	    "src/cli:src/base src/model src/app", row, "|")
	for (i in row) {
		split(row[i], p, ":")
		may[p[1]] = " " p[1] " " p[2] " "
	}
	split("sqlite3.h:db/ curses.h:ui/ ncurses.h:ui/ form.h:ui/ " \
	    "menu.h:ui/ panel.h:ui/ term.h:ui/ csv.h:src/base/ " \
	    "iniparser.h:src/app/options.c utf8proc.h:src/base/ " \
	    "ical.h:src/app/diary_ics.c ", own, " ")
	for (i in own)
		if (split(own[i], p, ":") == 2)
			only[p[1]] = p[2]
}
function layer(f,	l) {
	for (l in may)
		if (index(f, l "/") == 1)
			return l
	return ""
}
function owner(h) {
	if (h ~ /^(base|model|app|cli)\//)
		return "src/" substr(h, 1, index(h, "/") - 1)
	if (h ~ /^(db|ui)\//)
		return substr(h, 1, index(h, "/") - 1)
	return h ~ /^(src|tests)\// ? h : ""
}
function complain(text) {
	print FILENAME ":" FNR ": " text
	bad = 1
}
/^#[ \t]*include[ \t]*"/ {
	split($0, q, "\"")
	me = layer(FILENAME)
	it = owner(q[2])
	if (me != "" && it != "" && index(may[me], " " it " ") == 0)
		complain(me " may not include " q[2])
}
/^#[ \t]*include[ \t]*</ {
	split($0, q, /[<>]/)
	h = q[2]
	sub(/.*\//, "", h)
	if (h in only && index(FILENAME, only[h]) != 1)
		complain("<" q[2] "> belongs to " only[h] " alone")
}
END { exit bad }'
}

sample src/base/up.c <<'X'
#include "app/app.h"
X
sample ui/sql.c <<'X'
#include "db/db.h"
#  include <sqlite3.h>
X
sample src/app/ini.c <<'X'
#include <iniparser/iniparser.h>
X
sample src/cli/screen.c <<'X'
#include "ui/screen.h"
X
catches "an include upwards is caught" layers 'base/up.c:1: src/base may not'
catches "ui may not include db" layers 'ui/sql.c:1: ui may not'
catches "sqlite3.h outside db is caught" layers 'sqlite3.h. belongs to db/'
catches "iniparser outside options.c is caught" layers 'ini.c:1: .iniparser'
catches "cli may not include ui" layers 'screen.c:1: src/cli may not'
holds "every include goes down" layers
finish
