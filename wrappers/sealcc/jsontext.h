/* JSON strings between what stdio prints. */
#ifndef JSONTEXT_H
#define JSONTEXT_H

/* Print s on standard output as json_put writes it. */
void json_string(const char *s);

#endif
