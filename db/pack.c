/* pack.c - pack() and unpack() on zstd.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "db/pack.h"

#include <string.h>
#include <zstd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "db/inner.h"
#include "db/journal_dict.h"

enum { LEVEL = 3 };	/* 5 saves four bytes an encounter for twice the time */

/* Of a frame that is spoilt. SQLITE_CORRUPT would have SQLite refuse every write
 * of the transaction, and so the rescue of all else. */
#define SPOILT	SQLITE_FORMAT

/* Of one connection, made with its first packed text. */
struct packer {
	ZSTD_CCtx	*in;
	ZSTD_DCtx	*out;
};

static void
packer_free(void *arg)
{
	struct packer *p = arg;

	ZSTD_freeCCtx(p->in);
	ZSTD_freeDCtx(p->out);
	free(p);
}

static ZSTD_CCtx *
packing(struct packer *p)
{
	if (p->in != NULL || (p->in = ZSTD_createCCtx()) == NULL)
		return p->in;
	if (ZSTD_isError(ZSTD_CCtx_setParameter(p->in,
	    ZSTD_c_compressionLevel, LEVEL)) ||
	    ZSTD_isError(ZSTD_CCtx_loadDictionary(p->in, journal_dict,
	    sizeof journal_dict))) {
		ZSTD_freeCCtx(p->in);
		p->in = NULL;
	}
	return p->in;
}

static ZSTD_DCtx *
unpacking(struct packer *p)
{
	if (p->out != NULL || (p->out = ZSTD_createDCtx()) == NULL)
		return p->out;
	if (ZSTD_isError(ZSTD_DCtx_loadDictionary(p->out, journal_dict,
	    sizeof journal_dict))) {
		ZSTD_freeDCtx(p->out);
		p->out = NULL;
	}
	return p->out;
}

static void
fn_pack(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	bool is_text = sqlite3_value_type(argv[0]) == SQLITE_TEXT;
	const unsigned char *text = sqlite3_value_text(argv[0]);
	size_t n = (size_t)sqlite3_value_bytes(argv[0]), got;
	ZSTD_CCtx *in;
	char *to;

	(void)argc;
	if (!is_text || n < PACK_FROM) {
		sqlite3_result_value(ctx, argv[0]);
		return;
	}
	if ((in = packing(sqlite3_user_data(ctx))) == NULL) {
		sqlite3_result_error_nomem(ctx);
		return;
	}
	/* No room for more than the text: what does not shrink stays. */
	to = xmalloc(n);
	got = ZSTD_compress2(in, to, n, text, n);
	if (ZSTD_isError(got))
		sqlite3_result_value(ctx, argv[0]);
	else
		sqlite3_result_blob(ctx, to, (int)got, SQLITE_TRANSIENT);
	free(to);
}

static void
fn_unpack(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
	bool is_blob = sqlite3_value_type(argv[0]) == SQLITE_BLOB;
	const void *frame = sqlite3_value_blob(argv[0]);
	size_t n = (size_t)sqlite3_value_bytes(argv[0]), got = 0;
	unsigned long long full;
	ZSTD_DCtx *out;
	char *to;

	(void)argc;
	if (!is_blob) {
		sqlite3_result_value(ctx, argv[0]);
		return;
	}
	if ((out = unpacking(sqlite3_user_data(ctx))) == NULL) {
		sqlite3_result_error_nomem(ctx);
		return;
	}
	full = ZSTD_getFrameContentSize(frame, n);
	if (full > BUF_ROW) {		/* also both of its error codes */
		sqlite3_result_error_code(ctx, SPOILT);
		return;
	}
	to = xmalloc((size_t)full + 1);
	got = ZSTD_decompressDCtx(out, to, (size_t)full, frame, n);
	if (ZSTD_isError(got) || got != full)
		sqlite3_result_error_code(ctx, SPOILT);
	else
		sqlite3_result_text(ctx, to, (int)got, SQLITE_TRANSIENT);
	free(to);
}

enum status
pack_add(struct db *db, struct err *e)
{
	struct packer *p = xcalloc(1, sizeof *p);
	int rc = sqlite3_create_function_v2(db->s3, "unpack", 1, SQLITE_UTF8 |
	    SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, p, fn_unpack, NULL, NULL,
	    NULL);

	/* The second owns what both use, also when it is refused. */
	if (rc == SQLITE_OK)
		rc = sqlite3_create_function_v2(db->s3, "pack", 1,
		    SQLITE_UTF8 | SQLITE_DIRECTONLY, p, fn_pack, NULL, NULL,
		    packer_free);
	else
		packer_free(p);
	return rc == SQLITE_OK ? ST_OK : db_fail(db, rc, "pack", e);
}
