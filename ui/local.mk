# The full-screen program; the only place CURSES_CFLAGS appears.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One line a module, sorted.

noinst_LIBRARIES += libui.a
libui_a_CFLAGS = $(AM_CFLAGS) $(CURSES_CFLAGS)
libui_a_SOURCES =
