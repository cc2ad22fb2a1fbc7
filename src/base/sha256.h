/* sha256.h - the digest SHA-256 (FIPS 180-4), for fingerprints of keys.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <stddef.h>

#define SHA256_BYTES 32

void	sha256(const void *data, size_t n, unsigned char out[SHA256_BYTES]);

#endif
