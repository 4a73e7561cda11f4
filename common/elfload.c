#include "elfload.h"

static const struct elf_bytes absent;

struct elf_bytes elfload_slice(const struct elf *e, uint64_t offset, uint64_t n)
{
	if (offset > e->file.n)
		return absent;
	size_t rest = e->file.n - (size_t)offset;
	return (struct elf_bytes){ e->file.p + offset, n < rest ? (size_t)n : rest };
}

struct elf_bytes elfload_at(const struct elf *e, uint64_t address)
{
	for (size_t i = 0; i < e->phnum; i++) {
		struct elf_segment s = elf_segment(e, i);
		uint64_t into = address - s.vaddr;
		if (s.type == PT_LOAD && address >= s.vaddr && into < s.filesz)
			return elfload_slice(e, s.offset + into, s.filesz - into);
	}
	return absent;
}

struct elf_bytes elfload_segment(const struct elf *e, uint32_t type)
{
	for (size_t i = 0; i < e->phnum; i++) {
		struct elf_segment s = elf_segment(e, i);
		if (s.type == type)
			return elfload_slice(e, s.offset, s.filesz);
	}
	return absent;
}

bool elfload_next(const struct elf *e, struct elf_bytes *b, struct elf_dynamic *d)
{
	size_t word = e->is64 ? 8 : 4;
	if (b->n < 2 * word)
		return false;
	d->tag = elf_get(e, b->p, word);
	d->value = elf_get(e, b->p + word, word);
	b->p += 2 * word;
	b->n -= 2 * word;
	return d->tag != DT_NULL;
}
