/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * parse-floor.c: parses YAML and JSON files with their libraries alone, as the measure of what planning from
 * files cannot do without.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

static void give_up(const char *path)
{
	fprintf(stderr, "%s: is not as it should be\n", path);
	exit(1);
}

static void yaml_read(const char *path)
{
	FILE *file = fopen(path, "re");
	yaml_document_t document;
	yaml_parser_t parser;

	if (!file || !yaml_parser_initialize(&parser))
		give_up(path);
	yaml_parser_set_input_file(&parser, file);
	if (!yaml_parser_load(&parser, &document))
		give_up(path);
	yaml_document_delete(&document);
	yaml_parser_delete(&parser);
	fclose(file);
}

static void json_read(const char *path)
{
	json_t *json = json_load_file(path, 0, NULL);

	if (!json)
		give_up(path);
	json_decref(json);
}

/* parse-floor FILE... */
int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (strstr(argv[i], ".json"))
			json_read(argv[i]);
		else
			yaml_read(argv[i]);
	printf("%d files\n", argc - 1);
	return 0;
}
