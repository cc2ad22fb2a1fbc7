# Every test, and how it is run; see HACKING for how to add one.
# SPDX-License-Identifier: GPL-3.0-or-later
