int foo_native_answer(void)
{
	return 42;
}
