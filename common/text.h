/* Looking into strings. */
#ifndef TEXT_H
#define TEXT_H

/* strstr for short texts: libc's, which is fast for long ones, would be a
 * fiftieth of a shim. */
const char *text_find(const char *s, const char *part);

#endif
