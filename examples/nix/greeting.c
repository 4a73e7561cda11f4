#include <greeting.h>

const char *greeting(void)
{
	return "made in Nix's sandbox";
}
