/* Codes are read bit by bit, as the RFC defines them: small instead of fast. */
#include <string.h>

#include "inflate.h"
#include "mem.h"

enum { WINDOW = 32 * 1024, BUFFER = 4 * WINDOW, LENGTHS = 16, LITERALS = 288, DISTANCES = 30, END = 256 };

struct stream {
	struct elf_bytes in;
	unsigned bits, left; /* of the byte that is being read */
	bool bad;            /* the input ended, or cannot be */
	unsigned char *buffer;
	size_t n, given; /* in the buffer, and of these given to take */
	uint64_t room;   /* bytes that may still come */
	void (*take)(void *arg, struct elf_bytes piece);
	void *arg;
};

/* A code: how many symbols there are of each length, and the symbols in order. */
struct code {
	unsigned short count[LENGTHS], symbol[LITERALS];
};

/* --- bits and bytes ----------------------------------------------------- */

static unsigned bit(struct stream *s)
{
	if (!s->left) {
		s->bad |= !s->in.n;
		if (s->bad)
			return 0;
		s->bits = *s->in.p++;
		s->in.n--;
		s->left = 8;
	}
	unsigned b = s->bits & 1;
	s->bits >>= 1;
	s->left--;
	return b;
}

static unsigned bits(struct stream *s, unsigned n)
{
	unsigned v = 0;
	for (unsigned i = 0; i < n; i++)
		v |= bit(s) << i;
	return v;
}

static void give(struct stream *s)
{
	if (s->n > s->given)
		s->take(s->arg, (struct elf_bytes){ s->buffer + s->given, s->n - s->given });
	s->given = s->n;
}

/* What a copy may still reach stays. */
static void make_room(struct stream *s)
{
	if (s->n < BUFFER)
		return;
	give(s);
	memmove(s->buffer, s->buffer + BUFFER - WINDOW, WINDOW);
	s->n = s->given = WINDOW;
}

static void put(struct stream *s, unsigned char c)
{
	s->bad |= !s->room;
	if (s->bad)
		return;
	make_room(s);
	s->room--;
	s->buffer[s->n++] = c;
}

/* --- codes -------------------------------------------------------------- */

/* From the length of each symbol's code; false when there are more codes of some
 * length than fit. */
static bool make_code(struct code *c, const unsigned char *length, size_t n)
{
	unsigned short at[LENGTHS + 1] = { 0 };
	int left = 1;
	memset(c, 0, sizeof *c);
	for (size_t i = 0; i < n; i++)
		c->count[length[i]]++;
	c->count[0] = 0;
	for (size_t k = 1; k < LENGTHS; k++) {
		left = 2 * left - c->count[k];
		if (left < 0)
			return false;
		at[k + 1] = (unsigned short)(at[k] + c->count[k]);
	}
	for (size_t i = 0; i < n; i++)
		if (length[i])
			c->symbol[at[length[i]]++] = (unsigned short)i;
	return true;
}

/* Codes of a length are consecutive numbers, and begin where twice the end of the
 * shorter ones is. */
static unsigned symbol(struct stream *s, const struct code *c)
{
	unsigned code = 0, first = 0, index = 0;
	for (size_t k = 1; k < LENGTHS && !s->bad; k++) {
		code |= bit(s);
		if (code - first < c->count[k])
			return c->symbol[index + (code - first)];
		index += c->count[k];
		first = (first + c->count[k]) << 1;
		code <<= 1;
	}
	s->bad = true;
	return END;
}

/* --- blocks ------------------------------------------------------------- */

static void copy(struct stream *s, size_t distance, size_t length)
{
	s->bad |= distance > s->n;
	while (length-- && !s->bad) {
		make_room(s);
		put(s, s->buffer[s->n - distance]);
	}
}

static size_t match_length(struct stream *s, unsigned sym)
{
	static const unsigned short base[] = { 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35,
		43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258 };
	unsigned i = sym - END - 1;
	s->bad |= i >= sizeof base / sizeof *base;
	if (s->bad)
		return 0;
	return base[i] + bits(s, i < 8 || i == 28 ? 0 : i / 4 - 1);
}

/* Each two distances have one bit more. */
static size_t match_distance(struct stream *s, unsigned sym)
{
	s->bad |= sym >= DISTANCES;
	if (s->bad || sym < 4)
		return sym + 1;
	unsigned extra = sym / 2 - 1;
	return ((size_t)(2 + sym % 2) << extra) + 1 + bits(s, extra);
}

static void read_symbols(struct stream *s, const struct code *literal, const struct code *distance)
{
	while (!s->bad) {
		unsigned sym = symbol(s, literal);
		if (sym == END)
			return;
		if (sym < END) {
			put(s, (unsigned char)sym);
			continue;
		}
		size_t length = match_length(s, sym);
		copy(s, match_distance(s, symbol(s, distance)), length);
	}
}

static void read_stored(struct stream *s)
{
	s->left = 0;
	unsigned n = bits(s, 16), complement = bits(s, 16);
	s->bad |= n != (complement ^ 0xffff);
	for (; n && !s->bad; n--)
		put(s, (unsigned char)bits(s, 8));
}

static void read_fixed(struct stream *s)
{
	struct code literal, distance;
	unsigned char length[LITERALS];
	memset(length, 8, 144);
	memset(length + 144, 9, 112);
	memset(length + 256, 7, 24);
	memset(length + 280, 8, 8);
	make_code(&literal, length, LITERALS);
	memset(length, 5, DISTANCES);
	make_code(&distance, length, DISTANCES);
	read_symbols(s, &literal, &distance);
}

/* The lengths of n codes, themselves coded: 16 repeats the one before, 17 and 18
 * stand for zeros. */
static void read_lengths(struct stream *s, const struct code *c, unsigned char *length, size_t n)
{
	for (size_t i = 0; i < n && !s->bad;) {
		unsigned sym = symbol(s, c), times = 1;
		unsigned char value = (unsigned char)(sym < 16 ? sym : 0);
		if (sym == 16 && i)
			value = length[i - 1];
		if (sym >= 16)
			times = sym == 16 ? 3 + bits(s, 2) : sym == 17 ? 3 + bits(s, 3) : 11 + bits(s, 7);
		s->bad |= times > n - i || (sym == 16 && !i) || sym > 18;
		for (; times && !s->bad; times--)
			length[i++] = value;
	}
}

static void read_dynamic(struct stream *s)
{
	static const unsigned char order[] = { 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1,
		15 };
	struct code literal, distance;
	unsigned char length[LITERALS + DISTANCES + 2] = { 0 };
	size_t literals = bits(s, 5) + 257, distances = bits(s, 5) + 1, n = bits(s, 4) + 4;
	for (size_t i = 0; i < n; i++)
		length[order[i]] = (unsigned char)bits(s, 3);
	s->bad |= literals > LITERALS - 2 || distances > DISTANCES || !make_code(&literal, length, 19);
	memset(length, 0, sizeof length);
	if (!s->bad)
		read_lengths(s, &literal, length, literals + distances);
	s->bad |= s->bad || !make_code(&literal, length, literals) ||
		  !make_code(&distance, length + literals, distances);
	read_symbols(s, &literal, &distance);
}

bool inflate_zlib(
	struct elf_bytes in, uint64_t most, void (*take)(void *arg, struct elf_bytes piece), void *arg)
{
	struct stream s = { .in = in, .room = most, .take = take, .arg = arg };
	/* method 8, no preset dictionary, and a multiple of 31 */
	if (in.n < 2 || (in.p[0] & 15) != 8 || in.p[1] & 0x20 || (in.p[0] * 256u + in.p[1]) % 31)
		return false;
	s.in.p += 2;
	s.in.n -= 2;
	s.buffer = mem_alloc(BUFFER);
	for (unsigned last = 0; !last && !s.bad;) {
		last = bit(&s);
		unsigned type = bits(&s, 2);
		if (type == 0)
			read_stored(&s);
		else if (type == 1)
			read_fixed(&s);
		else if (type == 2)
			read_dynamic(&s);
		else
			s.bad = true;
	}
	give(&s);
	return !s.bad;
}
