/* replay -- runs files, or all files of folders, through a fuzzer's entry without libFuzzer. */
#include <sys/stat.h>

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int files;

static int
replay_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	uint8_t *data = NULL;
	size_t size = 0, got = 0;

	if (file == NULL) {
		perror(path);
		return -1;
	}
	do {
		size += got;
		data = realloc(data, size + 65536);
		if (data == NULL)
			abort();
	} while ((got = fread(data + size, 1, 65536, file)) > 0);
	fclose(file);
	/* Of its true size, so that a read beyond the end is seen. */
	data = realloc(data, size + (size == 0));
	if (data == NULL)
		abort();
	LLVMFuzzerTestOneInput(data, size);
	free(data);
	files++;
	return 0;
}

static int
replay(const char *path)
{
	struct dirent **entries;
	struct stat st;
	char inner[4096];
	int count, status = 0;

	if (stat(path, &st) != 0 || !S_ISDIR(st.st_mode))
		return replay_file(path);
	count = scandir(path, &entries, NULL, alphasort);
	for (int i = 0; i < count; i++) {
		if (entries[i]->d_name[0] != '.') {
			snprintf(inner, sizeof(inner), "%s/%s", path, entries[i]->d_name);
			status |= replay(inner);
		}
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	return status;
}

int
main(int argc, char *argv[])
{
	int status = 0;

	for (int i = 1; i < argc; i++)
		status |= replay(argv[i]);
	printf("%d\n", files);
	return status == 0 ? 0 : 1;
}
