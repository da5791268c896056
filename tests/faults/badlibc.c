/*
 * badlibc -- preloaded: calls of the C library that fail when the environment says so.
 *
 * BADMEM_AT=N      allocation N fails, and every later one
 * BADWRITE_AT=N    write N to anything but stderr fails once: the disk is full
 * BADREAD_AT=N     read N fails once: the disk is broken
 * BADSYNC=1        fsync fails
 * BADSHORT=1       every read and write does half of what it was asked, and every
 *                  other one is interrupted before it does anything
 */
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fault {
	const char	*name;
	long		 at;		/* -1 = not looked up yet, 0 = never */
	long		 count;
};

static struct fault bad_memory = { "BADMEM_AT", -1, 0 };
static struct fault bad_write = { "BADWRITE_AT", -1, 0 };
static struct fault bad_read = { "BADREAD_AT", -1, 0 };
static struct fault bad_sync = { "BADSYNC", -1, 0 };
static struct fault bad_short = { "BADSHORT", -1, 0 };

/* How many calls were made, once the fault is asked for; 0 when it is not. */
static long
calls(struct fault *fault)
{
	const char *at;

	if (fault->at == -1) {
		at = getenv(fault->name);
		fault->at = at ? atol(at) : 0;
	}
	return fault->at == 0 ? 0 : ++fault->count;
}

static int
out_of_memory(void)
{
	long count = calls(&bad_memory);

	if (count == 0 || count < bad_memory.at)
		return 0;
	errno = ENOMEM;
	return 1;
}

#define REAL(type, name, ...) \
	static type (*real)(__VA_ARGS__); \
	if (real == NULL) \
		*(void **)&real = dlsym(RTLD_NEXT, name)

void *
malloc(size_t size)
{
	REAL(void *, "malloc", size_t);
	return out_of_memory() ? NULL : real(size);
}

void *
realloc(void *block, size_t size)
{
	REAL(void *, "realloc", void *, size_t);
	return out_of_memory() ? NULL : real(block, size);
}

/* dlsym itself may ask for zeroed memory before the real function is known. */
void *
calloc(size_t n, size_t size)
{
	static void *(*real)(size_t, size_t);
	static char early[4096];
	static size_t used;

	if (real == NULL && used > 0) {
		used += n * size;
		return used < sizeof(early) ? early + used - n * size : NULL;
	}
	if (real == NULL) {
		used = 16;
		*(void **)&real = dlsym(RTLD_NEXT, "calloc");
	}
	return out_of_memory() ? NULL : real(n, size);
}

/* Half of size, when asked for; 0 stands for an interruption. */
static size_t
half(size_t size)
{
	long count = calls(&bad_short);

	if (count % 2 == 1) {
		errno = EINTR;
		return 0;
	}
	return count > 0 && size > 1 ? size / 2 : size;
}

ssize_t
write(int fd, const void *bytes, size_t size)
{
	REAL(ssize_t, "write", int, const void *, size_t);
	if (fd != STDERR_FILENO && calls(&bad_write) == bad_write.at && bad_write.at != 0) {
		errno = ENOSPC;
		return -1;
	}
	if (size > 0 && (size = half(size)) == 0)
		return -1;
	return real(fd, bytes, size);
}

ssize_t
read(int fd, void *bytes, size_t size)
{
	REAL(ssize_t, "read", int, void *, size_t);
	if (calls(&bad_read) == bad_read.at && bad_read.at != 0) {
		errno = EIO;
		return -1;
	}
	if (size > 0 && (size = half(size)) == 0)
		return -1;
	return real(fd, bytes, size);
}

int
fsync(int fd)
{
	REAL(int, "fsync", int);
	if (calls(&bad_sync) > 0) {
		errno = EIO;
		return -1;
	}
	return real(fd);
}
