// Catches what a DLL throws by its type; files and directories.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

__declspec(dllimport) std::string thrown(const std::string &text);

namespace fs = std::filesystem;

static std::uintmax_t size_of_file()
{
	const fs::path root = fs::path("catcher-directory");
	fs::create_directories(root / "a" / "b");
	std::ofstream(root / "a" / "file", std::ios::binary) << "twelve bytes";
	fs::rename(root / "a" / "file", root / "a" / "b" / "moved");
	const auto size = fs::file_size(root / "a" / "b" / "moved");
	fs::remove_all(root);
	return fs::exists(root) ? 0 : size;
}

int main()
{
	std::string what;
	try {
		thrown("");
	} catch (const std::invalid_argument &e) {
		what = e.what();
	}
	std::cout << thrown("text") << ' ' << what << ' ' << size_of_file() << std::endl;
}
