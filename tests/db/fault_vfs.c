/* fault_vfs.c - a file system under SQLite whose Nth call fails. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/db/fault_vfs.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>

#include "tests/lib/test.h"

/* A file as SQLite sees it; that of the real system lies behind it. */
struct shim {
	sqlite3_file	 base;
	sqlite3_file	*real;
};

static const struct {
	const char	*name;
	int		 rc, no;	/* what the call gives; errno */
} faults[FAULTS] = {
	[FAULT_OPEN] = { "open", SQLITE_CANTOPEN, EACCES },
	[FAULT_ACCESS] = { "access", SQLITE_IOERR_ACCESS, EIO },
	[FAULT_DELETE] = { "delete", SQLITE_IOERR_DELETE, EIO },
	[FAULT_READ] = { "read", SQLITE_IOERR_READ, EIO },
	[FAULT_WRITE] = { "write", SQLITE_IOERR_WRITE, EIO },
	[FAULT_FULL] = { "full", SQLITE_FULL, ENOSPC },
	[FAULT_QUOTA] = { "quota", SQLITE_IOERR_WRITE, EDQUOT },
	[FAULT_SYNC] = { "sync", SQLITE_IOERR_FSYNC, EIO },
	[FAULT_TRUNCATE] = { "truncate", SQLITE_IOERR_TRUNCATE, EIO },
	[FAULT_LOCK] = { "lock", SQLITE_IOERR_LOCK, EIO },
	[FAULT_SIZE] = { "size", SQLITE_IOERR_FSTAT, EIO },
	[FAULT_GONE] = { "gone", SQLITE_IOERR_FSYNC, EIO },
};

static sqlite3_vfs *real_vfs, vfs;
static struct {
	enum fault	 what;
	int		 nth, calls[FAULTS];
	bool		 lasting, counts;
} armed;

/* Does this call of WHAT fail? */
static bool
fails(enum fault what)
{
	bool gone = armed.what == FAULT_GONE;
	int n;

	if (!armed.counts)
		return false;
	n = ++armed.calls[what];
	if (what == FAULT_SYNC)
		armed.calls[FAULT_GONE]++;
	if (gone)
		n = armed.calls[FAULT_GONE];
	if ((armed.what != what && !gone) || armed.nth == 0 || n < armed.nth ||
	    (n > armed.nth && !gone && !armed.lasting))
		return false;
	errno = faults[what].no;
	return true;
}

/* --- files --------------------------------------------------------------- */

static sqlite3_file *
real(sqlite3_file *f)
{
	return ((struct shim *)f)->real;
}

static int
f_close(sqlite3_file *f)
{
	return real(f)->pMethods->xClose(real(f));
}

static int
f_read(sqlite3_file *f, void *p, int n, sqlite3_int64 at)
{
	return fails(FAULT_READ) ? faults[FAULT_READ].rc :
	    real(f)->pMethods->xRead(real(f), p, n, at);
}

static int
f_write(sqlite3_file *f, const void *p, int n, sqlite3_int64 at)
{
	if (fails(FAULT_WRITE))
		return faults[FAULT_WRITE].rc;
	if (fails(FAULT_QUOTA))
		return faults[FAULT_QUOTA].rc;
	/* a full disk takes some of it */
	if (fails(FAULT_FULL)) {
		(void)real(f)->pMethods->xWrite(real(f), p, n / 2, at);
		return faults[FAULT_FULL].rc;
	}
	return real(f)->pMethods->xWrite(real(f), p, n, at);
}

static int
f_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	return fails(FAULT_TRUNCATE) ? faults[FAULT_TRUNCATE].rc :
	    real(f)->pMethods->xTruncate(real(f), size);
}

static int
f_sync(sqlite3_file *f, int flags)
{
	return fails(FAULT_SYNC) ? faults[FAULT_SYNC].rc :
	    real(f)->pMethods->xSync(real(f), flags);
}

static int
f_size(sqlite3_file *f, sqlite3_int64 *size)
{
	return fails(FAULT_SIZE) ? faults[FAULT_SIZE].rc :
	    real(f)->pMethods->xFileSize(real(f), size);
}

static int
f_lock(sqlite3_file *f, int level)
{
	return fails(FAULT_LOCK) ? faults[FAULT_LOCK].rc :
	    real(f)->pMethods->xLock(real(f), level);
}

static int
f_unlock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xUnlock(real(f), level);
}

static int
f_reserved(sqlite3_file *f, int *out)
{
	return real(f)->pMethods->xCheckReservedLock(real(f), out);
}

static int
f_control(sqlite3_file *f, int op, void *arg)
{
	return real(f)->pMethods->xFileControl(real(f), op, arg);
}

static int
f_sector(sqlite3_file *f)
{
	return real(f)->pMethods->xSectorSize(real(f));
}

static int
f_device(sqlite3_file *f)
{
	return real(f)->pMethods->xDeviceCharacteristics(real(f));
}

static const sqlite3_io_methods methods = {
	.iVersion = 1, .xClose = f_close, .xRead = f_read, .xWrite = f_write,
	.xTruncate = f_truncate, .xSync = f_sync, .xFileSize = f_size,
	.xLock = f_lock, .xUnlock = f_unlock,
	.xCheckReservedLock = f_reserved, .xFileControl = f_control,
	.xSectorSize = f_sector, .xDeviceCharacteristics = f_device,
};

/* --- the system ---------------------------------------------------------- */

static int
v_open(sqlite3_vfs *v, const char *name, sqlite3_file *f, int flags, int *out)
{
	struct shim *s = (struct shim *)f;
	int rc;

	(void)v;
	s->base.pMethods = NULL;
	if (fails(FAULT_OPEN))
		return faults[FAULT_OPEN].rc;
	s->real = (sqlite3_file *)(s + 1);
	rc = real_vfs->xOpen(real_vfs, name, s->real, flags, out);
	if (s->real->pMethods != NULL)
		s->base.pMethods = &methods;
	return rc;
}

static int
v_delete(sqlite3_vfs *v, const char *name, int sync)
{
	(void)v;
	return fails(FAULT_DELETE) ? faults[FAULT_DELETE].rc :
	    real_vfs->xDelete(real_vfs, name, sync);
}

static int
v_access(sqlite3_vfs *v, const char *name, int flags, int *out)
{
	(void)v;
	return fails(FAULT_ACCESS) ? faults[FAULT_ACCESS].rc :
	    real_vfs->xAccess(real_vfs, name, flags, out);
}

void
fault_install(void)
{
	real_vfs = sqlite3_vfs_find(NULL);
	assert_non_null(real_vfs);
	vfs = *real_vfs;
	vfs.zName = "fault";
	vfs.szOsFile = (int)sizeof(struct shim) + real_vfs->szOsFile;
	vfs.xOpen = v_open;
	vfs.xDelete = v_delete;
	vfs.xAccess = v_access;
	assert_int_equal(sqlite3_vfs_register(&vfs, 1), SQLITE_OK);
}

void
fault_arm(enum fault what, int nth, bool lasting)
{
	memset(&armed, 0, sizeof armed);
	armed.what = what;
	armed.nth = nth;
	armed.lasting = lasting;
	armed.counts = true;
}

void
fault_disarm(void)
{
	armed.counts = false;
}

int
fault_calls(enum fault what)
{
	return armed.calls[what];
}

const char *
fault_name(enum fault what)
{
	return faults[what].name;
}
