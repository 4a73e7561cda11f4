extern int given(void);
int data = 4;
int api_one(void)
{
	return 1 + data;
}
int api_two(void)
{
	return 2;
}
int inner(void)
{
#ifdef LOOKUP
	return given();
#else
	return 3;
#endif
}
