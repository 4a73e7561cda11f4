int weak_and_somewhere(int x);
int strong(int x);

int weak_and_somewhere(int x)
{
	return x + 1;
}

int strong(int x)
{
	return x + 2;
}
