int fixed(int x)
{
	return x + 1;
}
