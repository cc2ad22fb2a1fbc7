# The full-screen program; the only place CURSES_CFLAGS appears.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One line a module, sorted.

noinst_LIBRARIES += libui.a
libui_a_CFLAGS = $(AM_CFLAGS) $(CURSES_CFLAGS)
libui_a_SOURCES =
libui_a_SOURCES += ui/command.c ui/command.h
libui_a_SOURCES += ui/curses.h
libui_a_SOURCES += ui/dialog.c ui/dialog.h
libui_a_SOURCES += ui/dialog_choose.c
libui_a_SOURCES += ui/draw.c ui/draw.h
libui_a_SOURCES += ui/find_screen.c
libui_a_SOURCES += ui/form_screen.c ui/form_screen.h
libui_a_SOURCES += ui/goto_screen.c
libui_a_SOURCES += ui/grid_screen.c ui/grid_screen.h
libui_a_SOURCES += ui/help_screen.c
libui_a_SOURCES += ui/history_screen.c
libui_a_SOURCES += ui/history_view.c ui/history_view.h
libui_a_SOURCES += ui/keymap.c ui/keymap.h
libui_a_SOURCES += ui/keyname.c
libui_a_SOURCES += ui/line.c ui/line.h
libui_a_SOURCES += ui/list_actions.c ui/list_actions.h
libui_a_SOURCES += ui/list_choose.c
libui_a_SOURCES += ui/list_marks.c
libui_a_SOURCES += ui/list_paint.c ui/list_paint.h
libui_a_SOURCES += ui/list_screen.c ui/list_screen.h
libui_a_SOURCES += ui/list_view.c ui/list_view.h
libui_a_SOURCES += ui/list_views.c
libui_a_SOURCES += ui/log_screen.c ui/log_screen.h
libui_a_SOURCES += ui/loop.c ui/loop.h
libui_a_SOURCES += ui/menu_list.c ui/menu_list.h
libui_a_SOURCES += ui/menus.h
libui_a_SOURCES += ui/record_screen.c ui/record_screen.h
libui_a_SOURCES += ui/request.c ui/request.h
libui_a_SOURCES += ui/request.def
libui_a_SOURCES += ui/screen.h
libui_a_SOURCES += ui/script.c ui/script.h
libui_a_SOURCES += ui/session.h
libui_a_SOURCES += ui/snooze.c
libui_a_SOURCES += ui/stack.c ui/stack.h
libui_a_SOURCES += ui/statusbar.c ui/statusbar.h
libui_a_SOURCES += ui/tab_fields.c
libui_a_SOURCES += ui/tab_overview.c
libui_a_SOURCES += ui/tab_timeline.c
libui_a_SOURCES += ui/tabs.c ui/tabs.h
libui_a_SOURCES += ui/tabs.def
libui_a_SOURCES += ui/term.c ui/term.h
libui_a_SOURCES += ui/term_keys.c ui/term_keys.h
libui_a_SOURCES += ui/theme.c ui/theme.h
libui_a_SOURCES += ui/tick.c ui/tick.h
libui_a_SOURCES += ui/today_screen.c ui/today_screen.h
libui_a_SOURCES += ui/ui.c ui/ui.h
libui_a_SOURCES += ui/undo.c
libui_a_SOURCES += ui/welcome_screen.c
