/* badmem -- preloaded: allocation number BADMEM_AT fails, and every later one. */
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static long count, fail_at = -1;

static int
fails(void)
{
	const char *at;

	if (fail_at == -1) {
		at = getenv("BADMEM_AT");
		fail_at = at ? atol(at) : 0;
	}
	count++;
	if (fail_at == 0 || count < fail_at)
		return 0;
	errno = ENOMEM;
	return 1;
}

void *
malloc(size_t size)
{
	static void *(*real)(size_t);

	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "malloc");
	return fails() ? NULL : real(size);
}

void *
realloc(void *block, size_t size)
{
	static void *(*real)(void *, size_t);

	if (real == NULL)
		*(void **)&real = dlsym(RTLD_NEXT, "realloc");
	return fails() ? NULL : real(block, size);
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
	return fails() ? NULL : real(n, size);
}
