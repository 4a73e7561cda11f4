/* Runs the SQL on its standard input in a database in memory; a row is a line, its values parted by bars. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

static int row(void *unused, int n, char **values, char **names)
{
	int i;

	(void)unused;
	(void)names;
	for (i = 0; i < n; i++)
		printf("%s%s", i ? "|" : "", values[i] ? values[i] : "NULL");
	putchar('\n');
	return 0;
}

int main(void)
{
	static char sql[1 << 16];
	char *message = NULL;
	sqlite3 *db;
	size_t n;

	n = fread(sql, 1, sizeof(sql) - 1, stdin);
	sql[n] = '\0';
	if (strcmp(sqlite3_libversion(), SQLITE_VERSION) != 0)
		return 2;
	if (sqlite3_open(":memory:", &db) != SQLITE_OK)
		return 3;
	if (sqlite3_exec(db, sql, row, NULL, &message) != SQLITE_OK) {
		fprintf(stderr, "%s\n", message);
		return 1;
	}
	return sqlite3_close(db) == SQLITE_OK && fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
