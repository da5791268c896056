#include "kin/base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "kin/base/err.h"

static const char *program_name = "kin";
static void (*last_act)(void);

void
kin_mem_program(const char *program)
{
	program_name = program;
}

void
kin_mem_last(void (*act)(void))
{
	last_act = act;
}

/* write(2) and _exit(2) only: there is no memory for more. */
static _Noreturn void
out_of_memory(void)
{
	static const char words[] = ": out of memory\n";

	if (last_act != NULL)
		last_act();
	if (write(STDERR_FILENO, program_name, strlen(program_name)) > 0 &&
	    write(STDERR_FILENO, words, sizeof(words) - 1) > 0)
		_exit(KIN_EXIT_IO);
	_exit(KIN_EXIT_IO);
}

static size_t
product(size_t count, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(count, size, &bytes) || bytes > PTRDIFF_MAX)
		out_of_memory();
	return bytes ? bytes : 1;
}

void *
kin_alloc(size_t size)
{
	void *block = malloc(product(size, 1));

	if (block == NULL)
		out_of_memory();
	return block;
}

void *
kin_calloc(size_t count, size_t size)
{
	void *block = calloc(1, product(count, size));

	if (block == NULL)
		out_of_memory();
	return block;
}

void *
kin_calloc_aligned(size_t align, size_t size)
{
	void *block = NULL;

	if (posix_memalign(&block, align, product(size, 1)) != 0)
		out_of_memory();
	return memset(block, 0, size);
}

void *
kin_resize(void *block, size_t count, size_t size)
{
	block = realloc(block, product(count, size));
	if (block == NULL)
		out_of_memory();
	return block;
}

char *
kin_dup(struct kin_str s)
{
	char *copy = kin_alloc(s.len + 1);

	if (s.len)
		memcpy(copy, s.p, s.len);
	copy[s.len] = '\0';
	return copy;
}

void
kin_free(void *block)
{
	free(block);
}

void *
kin_grow(void *block, size_t count, size_t *cap, size_t size)
{
	if (count < *cap)
		return block;
	*cap = *cap ? product(*cap, 2) : 16;
	return kin_resize(block, *cap, size);
}

struct kin_arena_block {
	struct kin_arena_block	*next;
	size_t			 used, size;
	_Alignas(max_align_t) unsigned char bytes[];
};

enum { ARENA_BLOCK = 64 << 10 };

static struct kin_arena_block *
arena_block(struct kin_arena *arena, size_t need)
{
	struct kin_arena_block *block = arena->head;
	size_t size = need > ARENA_BLOCK ? need : ARENA_BLOCK;

	if (block != NULL && block->size - block->used >= need)
		return block;
	block = kin_alloc(sizeof(*block) + size);
	block->next = arena->head;
	block->used = 0;
	block->size = size;
	arena->head = block;
	return block;
}

void *
kin_arena_alloc(struct kin_arena *arena, size_t size)
{
	size_t align = _Alignof(max_align_t);
	size_t need = (product(size, 1) + align - 1) / align * align;
	struct kin_arena_block *block = arena_block(arena, need);
	void *piece = block->bytes + block->used;

	block->used += need;
	arena->used += need;
	return piece;
}

struct kin_str
kin_arena_keep(struct kin_arena *arena, struct kin_str s)
{
	char *copy = kin_arena_alloc(arena, s.len + 1);

	if (s.len)
		memcpy(copy, s.p, s.len);
	copy[s.len] = '\0';
	return kin_str(copy, s.len);
}

void
kin_arena_reset(struct kin_arena *arena)
{
	struct kin_arena_block *head = arena->head;
	struct kin_arena rest = { 0 };

	if (head == NULL || arena->used == 0)
		return;
	rest.head = head->next;
	kin_arena_fini(&rest);
	head->next = NULL;
	head->used = 0;
	arena->used = 0;
}

void
kin_arena_fini(struct kin_arena *arena)
{
	struct kin_arena_block *block, *next;

	for (block = arena->head; block != NULL; block = next) {
		next = block->next;
		free(block);
	}
	*arena = (struct kin_arena){ 0 };
}
