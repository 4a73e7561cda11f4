int api_one(void);
int main(void)
{
	return api_one();
}
