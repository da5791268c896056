#include "kin/record/publish.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "kin/base/mem.h"

enum {
	BUFFER   = 128 << 10,
	AT_ONCE  = 16		/* files open for publishing at one time */
};

struct kin_publish {
	int	 fd;
	int	 error;		/* errno of the first write that failed */
	char	*path;		/* final name; NULL when written directly */
	char	*temporary;
	char	*folder;	/* of both: made early, for want of memory may not come between rename and sync */
	char	*name;		/* for messages */
	int	 slot;		/* in temporaries, or -1 */
	size_t	 len;
	char	 bytes[BUFFER];
};

/* Names that a signal handler may unlink: set last, cleared first. */
static char *volatile temporaries[AT_ONCE];

static int
remember(char *temporary)
{
	for (int i = 0; i < AT_ONCE; i++) {
		if (temporaries[i] == NULL) {
			temporaries[i] = temporary;
			return i;
		}
	}
	return -1;
}

void
kin_publish_cleanup(void)
{
	for (int i = 0; i < AT_ONCE; i++) {
		if (temporaries[i] != NULL)
			unlink(temporaries[i]);
	}
}

/* Permissions of the file that is replaced, or those that the umask leaves. */
static mode_t
wanted_mode(const char *path)
{
	struct stat st;
	mode_t mask;

	if (stat(path, &st) == 0)
		return st.st_mode & 07777;
	mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

/* The folder of path, new. */
static char *
folder_of(const char *path)
{
	char *copy = kin_dup(kin_str_of(path)), *folder = kin_dup(kin_str_of(dirname(copy)));

	kin_free(copy);
	return folder;
}

static int
open_temporary(struct kin_publish *out, const char *path, struct kin_err *err)
{
	char *target = realpath(path, NULL);	/* a link's target is replaced, not the link */
	size_t size;

	out->path = kin_dup(kin_str_of(target != NULL ? target : path));
	free(target);
	out->folder = folder_of(out->path);
	size = strlen(out->folder) + 32;
	out->temporary = kin_alloc(size);
	snprintf(out->temporary, size, "%s/.kin-%ld-XXXXXX", out->folder, (long)getpid());
	out->fd = mkostemp(out->temporary, O_CLOEXEC);
	if (out->fd < 0)
		return kin_fail(err, "cannot write: %s", strerror(errno));
	out->slot = remember(out->temporary);
	if (fchmod(out->fd, wanted_mode(out->path)) != 0)
		return kin_fail(err, "cannot write: %s", strerror(errno));
	return 0;
}

/* A file that stdout writes too (/dev/stdout, > FILE) would be overwritten by one of the two. */
static bool
is_stdout(const struct stat *st)
{
	struct stat out;

	return S_ISREG(st->st_mode) && fstat(STDOUT_FILENO, &out) == 0 &&
	    out.st_dev == st->st_dev && out.st_ino == st->st_ino;
}

static int
open_path(struct kin_publish *out, const char *path, struct kin_err *err)
{
	struct stat st;

	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return kin_fail(err, "cannot write: %s", strerror(EISDIR));
	if (stat(path, &st) == 0 && is_stdout(&st))
		return kin_fail(err, "cannot write: standard output goes to the same file");
	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode)) {
		out->fd = open(path, O_WRONLY | O_CLOEXEC);
		if (out->fd < 0)
			return kin_fail(err, "cannot write: %s", strerror(errno));
		return 0;
	}
	return open_temporary(out, path, err);
}

static void
release(struct kin_publish *out)
{
	kin_free(out->path);
	kin_free(out->temporary);
	kin_free(out->folder);
	kin_free(out->name);
	kin_free(out);
}

/* Takes the temporary file away, if there is one. */
static void
forget(struct kin_publish *out)
{
	if (out->temporary != NULL && out->fd >= 0)
		unlink(out->temporary);
	if (out->slot >= 0)
		temporaries[out->slot] = NULL;
	out->slot = -1;
}

struct kin_publish *
kin_publish_open(const char *path, struct kin_err *err)
{
	struct kin_publish *out = kin_alloc(sizeof(*out));

	out->fd = STDOUT_FILENO;
	out->error = 0;
	out->path = out->temporary = out->folder = NULL;
	out->slot = -1;
	out->len = 0;
	if (path == NULL || strcmp(path, "-") == 0) {
		out->name = kin_dup(KIN_STR("standard output"));
		return out;
	}
	out->name = kin_dup(kin_str_of(path));
	if (open_path(out, path, err) == 0)
		return out;
	forget(out);
	if (out->fd > STDERR_FILENO)
		close(out->fd);
	release(out);
	return NULL;
}

static void
write_all(struct kin_publish *out, const char *p, size_t len)
{
	while (len > 0 && out->error == 0) {
		ssize_t done = write(out->fd, p, len);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0) {
			out->error = errno;
			return;
		}
		p += done;
		len -= (size_t)done;
	}
}

void
kin_publish_flush(struct kin_publish *out)
{
	write_all(out, out->bytes, out->len);
	out->len = 0;
}

void
kin_publish_bytes(struct kin_publish *out, struct kin_str bytes)
{
	if (out->error != 0)
		return;
	if (bytes.len > BUFFER - out->len)
		kin_publish_flush(out);
	if (bytes.len > BUFFER) {
		write_all(out, bytes.p, bytes.len);
		return;
	}
	if (bytes.len)
		memcpy(out->bytes + out->len, bytes.p, bytes.len);
	out->len += bytes.len;
}

void
kin_publish_line(struct kin_publish *out, struct kin_str line)
{
	kin_publish_bytes(out, line);
	if (out->len > 0 && out->len < BUFFER && out->error == 0)
		out->bytes[out->len++] = '\n';
	else
		kin_publish_bytes(out, KIN_STR("\n"));
}

bool
kin_publish_failed(const struct kin_publish *out)
{
	return out->error != 0;
}

/* The rename itself must last too, so the folder is synced; some file systems cannot. */
static void
sync_folder(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0) {
		(void)fsync(fd);
		close(fd);
	}
}

int
kin_publish_commit(struct kin_publish *out, struct kin_err *err)
{
	int status = 0;

	kin_publish_flush(out);
	if (out->error == 0 && out->temporary != NULL && fsync(out->fd) != 0)
		out->error = errno;
	if (close(out->fd) != 0 && out->error == 0)
		out->error = errno;
	if (out->error == 0 && out->temporary != NULL && rename(out->temporary, out->path) != 0)
		out->error = errno;
	if (out->error != 0) {
		status = kin_fail(err, "cannot write %s: %s", out->name, strerror(out->error));
		forget(out);
	} else if (out->temporary != NULL) {
		if (out->slot >= 0)
			temporaries[out->slot] = NULL;
		sync_folder(out->folder);
	}
	release(out);
	return status;
}

void
kin_publish_abandon(struct kin_publish *out)
{
	forget(out);
	if (out->fd > STDERR_FILENO)
		close(out->fd);
	release(out);
}
