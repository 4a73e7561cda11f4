/* Which targets the tests verify, and with which versions of zig. */
#ifndef VERIFIED_H
#define VERIFIED_H

/* The versions as a text, "-" when no test covers the target (rust's triple). */
const char *verified_with(const char *target);

#endif
