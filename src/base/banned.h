/* banned.h - functions that must not compile; forced on every file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_BANNED_H
#define BASE_BANNED_H

/* Headers that declare or use these names come first. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>

/* With clang and fortify these are macros, which cannot be poisoned. */
#undef sprintf
#undef vsprintf
#undef strcpy
#undef strcat
#undef strncpy
#undef strncat

#pragma GCC poison strcpy strcat strncpy strncat
#pragma GCC poison sprintf vsprintf strtok atoi atol
#pragma GCC poison localtime gmtime ctime asctime
#pragma GCC poison mktemp tmpnam system

#endif
