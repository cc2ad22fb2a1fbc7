/* cmd_user_key.h - user key: the keys by which users come in over SSH.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef CLI_CMD_USER_KEY_H
#define CLI_CMD_USER_KEY_H

#include "cli/cli.h"

/* For cmd_user: "key add NAME KEYFILE|-", "key list [NAME]", "key remove NAME
 * FINGERPRINT|N"; --file FILE instead of ~/.ssh/authorized_keys. */
enum status	cmd_user_key(struct cli *, int *exit_status, struct err *) MUST_CHECK;

#endif
