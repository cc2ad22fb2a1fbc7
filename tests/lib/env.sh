# The fixed world every test runs in: clock, user, zone, language, folders.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced with $world set to an empty private folder.  tests/e2e/term.c sets
# the same for programs on a terminal.

unset LINES COLUMNS NO_COLOR SSH_CONNECTION CASELOAD_DB CASELOAD_CONFIG
unset CASELOAD_WAIT
unset LANG LANGUAGE CDPATH XDG_RUNTIME_DIR EDITOR VISUAL
HOME=$world/home
XDG_DATA_HOME=$HOME/.local/share
XDG_CONFIG_HOME=$HOME/.config
XDG_STATE_HOME=$HOME/.local/state
XDG_CACHE_HOME=$HOME/.cache
TERM=xterm-256color
LC_ALL=C.UTF-8
TZ=Europe/London
CASELOAD_NOW=2026-11-20T10:00:00Z
CASELOAD_TODAY=2026-11-20
CASELOAD_USER=tester
CASELOAD_BACKUP=no
export HOME XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME
export TERM LC_ALL TZ CASELOAD_NOW CASELOAD_TODAY CASELOAD_USER CASELOAD_BACKUP
mkdir -p "$HOME"
