#include <string.h>

#include "debuglink.h"
#include "mapfile.h"
#include "mem.h"
#include "text.h"

/* CRC-32 as in zlib and PNG. */
static uint32_t checksum(const unsigned char *p, size_t n)
{
	uint32_t table[256], crc = 0xffffffffu;
	for (uint32_t i = 0; i < 256; i++) {
		table[i] = i;
		for (int bit = 0; bit < 8; bit++)
			table[i] = table[i] >> 1 ^ (table[i] & 1 ? 0xedb88320u : 0);
	}
	for (size_t i = 0; i < n; i++)
		crc = crc >> 8 ^ table[(crc ^ p[i]) & 255];
	return ~crc;
}

const char *debuglink_make(const struct elf *e, const char *path, struct elf_bytes *out)
{
	struct mapfile m;
	const char *why, *name = text_base(path);
	if (!mapfile_open(&m, path, &why))
		return mem_cat("--add-gnu-debuglink=", path, ": ", why, NULL);
	size_t n = (strlen(name) + 1 + 3) / 4 * 4;
	unsigned char *p = mem_alloc(n + 4);
	memcpy(p, name, strlen(name));
	elf_put(e, p + n, 4, checksum(m.p, m.n));
	mapfile_close(&m);
	*out = (struct elf_bytes){ p, n + 4 };
	return NULL;
}
