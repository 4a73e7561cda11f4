/* Version numbers with dots: 2.28, 3.4.29. */
#ifndef DOTTED_H
#define DOTTED_H

#include <stdbool.h>

/* Digits with single dots between them. */
bool dotted_is(const char *s);

/* Less than, equal to or more than 0 as a is to b; what follows the number is
 * not looked at. A part that is missing is 0. */
int dotted_compare(const char *a, const char *b);

#endif
