/* Loads the plugin that the argument names, as often as a program with plugins does, and calls it. */
#include <dlfcn.h>
#include <stdio.h>

typedef int length_function(int);
typedef int catches_function(void);

int main(int argc, char **argv)
{
	length_function *length;
	catches_function *catches;
	void *plugin;

	if (argc != 2)
		return 2;
	plugin = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
	if (plugin == NULL) {
		fprintf(stderr, "%s\n", dlerror());
		return 1;
	}
	*(void **)&length = dlsym(plugin, "plugin_length");
	*(void **)&catches = dlsym(plugin, "plugin_catches");
	if (length == NULL || catches == NULL || dlsym(plugin, "rust_eh_personality") != NULL)
		return 3;
	printf("plugin %d %d\n", length(12345), catches());
	return 0;
}
