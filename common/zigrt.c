/* zig's compiler-rt is one object, so that a program which needs any part of it
 * gets all: with it a memcpy of its own, visible to everyone. */
#include <string.h>

#include "arread.h"
#include "copy.h"
#include "elf.h"
#include "files.h"
#include "mem.h"
#include "say.h"
#include "zigrt.h"

static const char archive[] = "libcompiler_rt.a";

/* --- what the C library has --------------------------------------------- */

static size_t put_names(char *out, size_t n, const struct elf *e)
{
	struct elf_symbols t = elf_symbols(e, elf_find_type(e, SHT_DYNSYM, 0));
	for (size_t i = 1; i < t.n; i++) {
		struct elf_symbol s = elf_symbols_at(&t, i);
		const char *name = elf_symbols_name(&t, &s);
		size_t length = strlen(name);
		if (!*name || *name == '_' || s.section == SHN_UNDEF)
			continue;
		memcpy(out + n, name, length);
		out[n + length] = '\n';
		n += length + 1;
	}
	return n;
}

/* Write the names that the stubs in lib define to file, one a line; names with
 * an underscore first are the compiler's and stay. */
static void list_names(const struct job *j, const char *file)
{
	static const char *const stubs[] = { "libc.so.6", "libm.so.6" };
	char *bytes[2], *out;
	size_t n = 0, size[2] = { 0 };
	for (size_t i = 0; i < 2; i++)
		bytes[i] = files_read(job_lib(j, stubs[i]), &size[i]);
	out = mem_alloc(size[0] + size[1] + 1);
	for (size_t i = 0; i < 2; i++) {
		struct elf e;
		const char *why;
		if (bytes[i] && elf_open(&e, bytes[i], size[i], &why))
			n = put_names(out, n, &e);
	}
	files_write_bytes(file, out, n);
}

static void keep_to_itself(const struct job *j)
{
	const char *list = mem_cat(j->work, "/libc-names", NULL);
	const char *const words[] = { "objcopy", mem_cat("--localize-symbols=", list, NULL),
		job_lib(j, archive), NULL };
	list_names(j, list);
	if (copy_objcopy(words) != 0)
		die(EXIT_FAILED, "%s: cannot be changed; this zig cannot be sealed yet", job_lib(j, archive));
}

/* --- visibility --------------------------------------------------------- */

static void hide_symbols(char *file, const struct elf *e)
{
	struct elf_symbols t = elf_symbols(e, elf_find_type(e, SHT_SYMTAB, 0));
	for (size_t i = 1; i < t.n; i++) {
		struct elf_symbol s = elf_symbols_at(&t, i);
		size_t at = (size_t)(t.table.p - e->file.p) + i * elf_symbol_size(e);
		if (s.bind == STB_LOCAL || s.section == SHN_UNDEF || (s.other & 3) != STV_DEFAULT)
			continue;
		s.other |= STV_HIDDEN;
		elf_put_symbol(e, (unsigned char *)file + at, &s);
	}
}

static void hide(const struct job *j)
{
	size_t n, at = ARREAD_MAGIC;
	char *file = files_read(job_lib(j, archive), &n);
	struct arread a;
	struct arread_member m;
	if (!file || !arread_open(&a, (struct elf_bytes){ (unsigned char *)file, n }, archive))
		die(EXIT_FAILED, "%s: is no archive; this zig cannot be sealed yet", job_lib(j, archive));
	while (arread_next(&a, &at, &m) == ARREAD_MEMBER) {
		struct elf e;
		const char *why;
		if (!m.special && m.data.p && elf_open(&e, m.data.p, m.data.n, &why))
			hide_symbols(file + (m.data.p - (unsigned char *)file), &e);
	}
	files_write_bytes(job_lib(j, archive), file, n);
}

void zigrt_mend(const struct job *j)
{
	if (!job_musl(j))
		keep_to_itself(j);
	hide(j);
}
