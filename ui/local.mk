# The full-screen program; the only place CURSES_CFLAGS appears.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One line a module, sorted.

noinst_LIBRARIES += libui.a
libui_a_CFLAGS = $(AM_CFLAGS) $(CURSES_CFLAGS)
libui_a_SOURCES =
libui_a_SOURCES += ui/curses.h
libui_a_SOURCES += ui/dialog.h
libui_a_SOURCES += ui/draw.h
libui_a_SOURCES += ui/form_screen.h
libui_a_SOURCES += ui/grid_screen.h
libui_a_SOURCES += ui/keymap.h
libui_a_SOURCES += ui/log_screen.h
libui_a_SOURCES += ui/request.c ui/request.h
libui_a_SOURCES += ui/request.def
libui_a_SOURCES += ui/screen.h
libui_a_SOURCES += ui/session.h
libui_a_SOURCES += ui/stack.h
libui_a_SOURCES += ui/statusbar.h
libui_a_SOURCES += ui/theme.h
libui_a_SOURCES += ui/ui.h
