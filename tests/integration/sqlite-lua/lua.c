/* Runs the Lua script that its argument names. It is C and C++, as Lua itself is. */
#include <stdio.h>

#include <lua.h>
#include <lualib.h>
#include <lauxlib.h>

int main(int argc, char **argv)
{
	lua_State *L;
	int failed;

	if (argc != 2)
		return 2;
	L = luaL_newstate();
	if (L == NULL)
		return 3;
	luaL_openlibs(L);
	failed = luaL_dofile(L, argv[1]);
	if (failed)
		fprintf(stderr, "%s\n", lua_tostring(L, -1));
	lua_close(L);
	return failed != 0;
}
