/* The plugin as a static library. */
#include <stdio.h>

int plugin_length(int n);
int plugin_catches(void);

int main(void)
{
	printf("plugin %d %d\n", plugin_length(12345), plugin_catches());
	return 0;
}
