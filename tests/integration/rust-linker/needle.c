int needle(void);

int needle(void)
{
	return 42;
}
