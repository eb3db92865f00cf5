/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How VFs stand with their PF's driver, as JSON and back. */
#include "facts_parsing.h"
#include <jansson.h>

/* What other controllers' VFs have is nothing: then one null says it of all. */
json_t *facts_print_settings(const struct function *vf)
{
	json_t *object = json_object();
	size_t absent = 0;

	for (size_t i = 0; i < N_VF_NET_SETTINGS; i++) {
		const struct reading *reading = &vf->setting[i];

		absent += reading->is == R_ABSENT;
		if (reading->is == R_VALUE || reading->is == R_ABSENT)
			json_object_set_new(object, vf_settings[i].name,
				facts_string(reading->is == R_VALUE ? reading->text : NULL));
	}
	if (absent < N_VF_NET_SETTINGS)
		return object;
	json_decref(object);
	return json_null();
}

static void parse_row(struct parsing *parsing, struct function *vf, const char *key, const json_t *value)
{
	const char *text = json_string_value(value);
	struct vf_value unused;
	enum vf_setting i = 0;

	while (i < N_VF_NET_SETTINGS && !string_equal(vf_settings[i].name, key))
		i++;
	if (i == N_VF_NET_SETTINGS)
		parsing_refuse(parsing, "functions.%s." FACTS_SETTINGS ".%s: unknown key", vf->address, key);
	else if (json_is_null(value))
		vf->setting[i] = (struct reading){ .is = R_ABSENT };
	else if (text && vf_value_parse(i, text, &unused) == 0)
		vf->setting[i] = (struct reading){ .is = R_VALUE, .text = string_copy(text) };
	else
		parsing_refuse(parsing, "functions.%s." FACTS_SETTINGS ".%s: is no such value, nor null",
			vf->address, key);
}

void parsing_take_settings(struct parsing *parsing, struct function *vf, const json_t *object)
{
	const json_t *value;
	const char *key;

	for (size_t i = 0; json_is_null(object) && i < N_VF_NET_SETTINGS; i++)
		vf->setting[i] = (struct reading){ .is = R_ABSENT };
	if (!json_is_object(object) && !json_is_null(object))
		parsing_refuse(
			parsing, "functions.%s." FACTS_SETTINGS ": must be an object or null", vf->address);
	json_object_foreach ((json_t *)object, key, value)
		parse_row(parsing, vf, key, value);
}
