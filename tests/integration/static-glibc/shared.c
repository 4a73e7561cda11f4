int only_shared(void);

int only_shared(void)
{
	return 8;
}
