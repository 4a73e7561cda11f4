/* A bump allocator over .bss; see mem.h for why there is no free. */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#include "mem.h"
#include "say.h"

enum { BLOCK = 32 * 1024, ALIGN = _Alignof(max_align_t) };

static _Alignas(ALIGN) char block[BLOCK];
static size_t used;

/* Once .bss is full, chunks from the kernel take its place. */
static char *base = block;
static size_t room = BLOCK;

static void refill(size_t size)
{
	enum { CHUNK = 1024 * 1024 };
	room = size > CHUNK ? size : CHUNK;
	base = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	used = 0;
	if (base == MAP_FAILED)
		die(EXIT_CANNOT_RUN, "memory: %u bytes are not to be had; free some and try again", room);
}

void *mem_alloc(size_t size)
{
	if (size > SIZE_MAX / 2)
		die(EXIT_CANNOT_RUN, "memory: a request of %u bytes is too large", size);
	size = (size + ALIGN - 1) / ALIGN * ALIGN;
	if (size > room - used)
		refill(size);
	void *p = base + used;
	used += size;
	return p;
}

char *mem_dup(const char *s, size_t n)
{
	char *p = mem_alloc(n + 1);
	memcpy(p, s, n);
	return p;
}

/* One pass into the room that is left; most results are short. */
static char *cat_short(char *out, const char *end, const char *s, va_list ap)
{
	for (; s; s = va_arg(ap, const char *))
		for (; *s; s++) {
			if (out == end)
				return NULL;
			*out++ = *s;
		}
	return out;
}

static size_t cat_length(const char *s, va_list ap)
{
	size_t n = 0;
	for (; s; s = va_arg(ap, const char *))
		n += strlen(s);
	return n;
}

char *mem_cat(const char *s, ...)
{
	va_list ap;
	char *out = base + used, *end = NULL;
	if (room - used > ALIGN) {
		va_start(ap, s);
		end = cat_short(out, base + room - ALIGN, s, ap);
		va_end(ap);
	}
	if (end) {
		mem_alloc((size_t)(end - out) + 1);
		*end = 0;
		return out;
	}
	va_start(ap, s);
	size_t n = cat_length(s, ap);
	va_end(ap);
	out = mem_alloc(n + 1);
	va_start(ap, s);
	cat_short(out, out + n, s, ap);
	va_end(ap);
	return out;
}
