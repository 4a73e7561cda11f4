/* Making, copying and removing files and trees (the command line tool only).
 *
 * Each function ends the process with EXIT_FAILED and a message when it fails,
 * unless it says otherwise. */
#ifndef FILES_H
#define FILES_H

#include <stdbool.h>
#include <stddef.h>
#include "strv.h"

bool files_exist(const char *path);

/* Make path and the directories above it. */
void files_mkdir(const char *path);

/* Write text as the file path, replacing it. */
void files_write(const char *path, const char *text);

void files_write_bytes(const char *path, const char *bytes, size_t n);

/* Write n bytes as an executable file. */
void files_write_program(const char *path, const void *bytes, size_t n);

/* The bytes of a file, terminated, their number in *n unless n is NULL; NULL
 * when there is no such file. */
char *files_read(const char *path, size_t *n);

/* Append the paths of all that is in the directory dir, in the order of their
 * names; nothing when there is none. */
void files_list(const char *dir, struct strv *paths);

void files_copy(const char *from, const char *to);

/* Copy the tree from over the tree to: files of the same name are replaced.
 * Nothing happens when from does not exist. */
void files_copy_tree(const char *from, const char *to);

/* A symbolic link path to the text to. */
void files_symlink(const char *to, const char *path);

/* The size of the file in decimal; ends with EXIT_CANNOT_RUN when it cannot be had. */
const char *files_size(const char *path);

/* One more name for the file path; copied where links cannot be made. */
void files_link(const char *path, const char *name);

/* Remove path and all below it, as far as possible; never fails. */
void files_remove(const char *path);

#endif
