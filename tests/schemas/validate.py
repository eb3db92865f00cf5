# SPDX-License-Identifier: GPL-2.0-or-later
"""Validates schemas/, configurations and documents with python3-jsonschema.

Each schema is a valid schema. Every configuration that `pawl validate` takes fits the schema of the language;
of the others each must break it whose findings a schema can come to (SEEN), but for those named in UNSEEN. Every
document in the folder that is named fits the schema of its format, and gives no key that the schema does not name.
"""
import copy
import glob
import json
import os
import re
import sys

import jsonschema
import yaml

VALIDATOR = jsonschema.Draft7Validator

# Findings in .expected that a schema sees too.
SEEN = re.compile(r"error: .*\[(unknown-key|wrong-type|bad-value|bad-name)\]$", re.MULTILINE)

# What has more values than a validator can walk through, or no end.
ENDLESS = re.compile(r"\[(too-many-aliases|recursive-alias)\]$", re.MULTILINE)

# Configurations with such a finding that only pawl sees.
# empty-select: a class may give its keys.
UNSEEN = {
    "empty-select",
}

# What tests/stories/resource-changes.story wishes against the policy below, plan by plan.
POLICY_BREAKS = ["nic0.vfs is deleted", "nic0.vfs is deleted", "nic0.driver: igb", "nic0.vfs: 9 VFs"]

failed = 0
counted = 0


def check(good, what, why=""):
    global failed, counted
    counted += 1
    if not good:
        failed += 1
        print(f"FAIL schemas: {what}: {why}")


def keys_are_text(thing):
    """PyYAML makes a truth value or a number of some keys, which are no JSON then."""
    if isinstance(thing, dict):
        return all(isinstance(key, str) and keys_are_text(value) for key, value in thing.items())
    return not isinstance(thing, list) or all(map(keys_are_text, thing))


def first_error(schema, thing):
    if not keys_are_text(thing):
        return "a key is no text"
    for error in VALIDATOR(schema).iter_errors(thing):
        return f"{'/'.join(map(str, error.absolute_path))}: {error.message}"[:400]
    return None


def closed(schema):
    """The same, and a key that it does not name is a mistake."""
    schema = copy.deepcopy(schema)

    def close(part):
        if isinstance(part, dict):
            if "properties" in part or "patternProperties" in part:
                part["additionalProperties"] = False
            for inner in part.values():
                close(inner)

    close(schema)
    return schema


def configuration(path):
    """Its documents; None when it is no YAML, which no schema comes to see. PyYAML drops a key's first value."""
    try:
        with open(path, encoding="utf-8") as file:
            return list(yaml.safe_load_all(file)) or [None]
    except (yaml.YAMLError, UnicodeDecodeError):
        return None


def findings_of(path):
    expected = os.path.splitext(path)[0] + ".expected"
    if not os.path.exists(expected):
        return ""
    with open(expected, encoding="utf-8", errors="replace") as file:
        return file.read()


def check_configuration(schema, path):
    name = os.path.splitext(os.path.basename(path))[0]
    findings = findings_of(path)
    if ENDLESS.search(findings):
        return
    documents = configuration(path)
    if documents is None:
        check("error:" in findings, path, "is no YAML")
        return
    error = next(filter(None, (first_error(schema, one) for one in documents)), None)
    if "[yaml-1.1]" in findings:
        check(error is not None, path, "PyYAML takes a value for something else, and the schema does not mind")
    elif "error:" not in findings:
        check(error is None, path, f"pawl takes it, the schema does not: {error}")
    elif name in UNSEEN:
        check(error is None, path, f"the schema sees its mistake: take it out of UNSEEN: {error}")
    elif SEEN.search(findings):
        check(error is not None, path, "the schema does not see its mistake; if none can, name it in UNSEEN")


def check_document(schemas, path, document):
    name = "pawl-events" if "event" in document else document.get("format", "")
    schema = schemas.get(name)
    check(schema is not None, path, f'there is no schema of "{name}"')
    if schema is not None:
        error = first_error(schema, document)
        check(error is None, path, error)
    return name


# What such a value must be is in the text itself.
TEXT_SAYS = ("bad-name", "bad-value", "missing-key", "wrong-type", "yaml-syntax")


def check_findings(path, document):
    """Who reads an error is told what to do. Of a stale plan that is said once, whatever has made it so."""
    findings = document.get("findings", [])
    stale = any(one["id"] == "stale-plan" and one["hint"] is not None for one in findings)
    for one in findings:
        if one["severity"] == "error" and one["id"] not in TEXT_SAYS:
            told = one["hint"] is not None or (stale and one["id"] == "stale-plan")
            check(told, path, f"{one['id']} does not say what to do: {one['text']}")


def changes_with(plan, action):
    return [one for one in plan["resource_changes"] if action in one["change"]["actions"]]


def check_changes(path, plan):
    """What a policy for Terraform's plans rests on (its JSON output format, "Change Representation")."""
    for one in plan["resource_changes"]:
        change = one["change"]
        actions = change["actions"]
        where = f"{path}: {one['address']}"
        check(
            actions in (["no-op"], ["create"], ["update"], ["delete"], ["delete", "create"]), where, f"does {actions}"
        )
        check((change["before"] is None) == (actions == ["create"]), where, "before is null of what is created alone")
        check((change["after"] is None) == (actions == ["delete"]), where, "after is null of what is deleted alone")
        check(
            not set(change["after_unknown"]) & set(change["after"] or {}), where, "what is unknown is known beforehand"
        )
        check(
            plan["steps"] or not plan["applyable"] or actions != ["no-op"] or change["before"] == change["after"],
            where,
            "nothing is done, and before is not after",
        )
    # what goes back is counted by the objects of the steps: the run, or the host, that is to go back is one entry
    if any(one["type"] in ("run", "host") and one["change"]["actions"] != ["no-op"] for one in plan["resource_changes"]):
        return
    for action in "create", "update", "delete":
        check(len(changes_with(plan, action)) == plan["summary"][action], path, f"the summary counts other {action}s")


def check_policy(plan):
    """Such a policy, on the documents of its story: no more than 8 VFs each, drivers from a list, nothing is taken away."""
    broken = [f"{one['address']} is deleted" for one in changes_with(plan, "delete")]
    for one in plan["resource_changes"]:
        after = one["change"]["after"] or {}
        if one["type"] == "vf_pool" and after.get("count", 0) > 8:
            broken.append(f"{one['address']}: {after['count']} VFs")
        if one["type"] == "driver" and after.get("name", "none") not in ("vfio-pci", "none"):
            broken.append(f"{one['address']}: {after['name']}")
    return broken


def documents_of(path):
    """One document, or one a line."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    try:
        return [json.loads(text)]
    except ValueError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]


def check_yaml(path):
    """-o yaml says what -o json says, to a reader of YAML 1.1 too."""
    with open(path, encoding="utf-8") as file:
        from_yaml = yaml.safe_load(file)
    with open(os.path.splitext(path)[0] + ".json", encoding="utf-8") as file:
        check(from_yaml == json.load(file), os.path.basename(path), "is not what -o json says")


def main(folder):
    schemas = {}
    for path in sorted(glob.glob("schemas/*.schema.json")):
        with open(path, encoding="utf-8") as file:
            schema = json.load(file)
        try:
            VALIDATOR.check_schema(schema)
            check(True, path)
        except jsonschema.SchemaError as error:
            check(False, path, error.message)
        schemas[os.path.basename(path).removesuffix("-1.schema.json")] = closed(schema)
    language = schemas["pawl"]
    for path in sorted(glob.glob("tests/config/*.yaml") + glob.glob("examples/*.yaml")):
        check_configuration(language, path)
    seen = set()
    broken = []
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        for document in documents_of(path):
            seen.add(check_document(schemas, os.path.basename(path), document))
            check_findings(os.path.basename(path), document)
            if "resource_changes" in document:
                check_changes(os.path.basename(path), document)
                broken += check_policy(document) if "resource-changes" in path else []
    check(broken == POLICY_BREAKS, "policy", f"{broken}")
    for path in sorted(glob.glob(os.path.join(folder, "*.yaml"))):
        check_yaml(path)
    for name in sorted(set(schemas) - {"pawl"} - seen):
        check(False, name, "no document of this format was made")
    print(f"PASS schemas: {counted} checks" if not failed else f"{counted - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


sys.exit(main(sys.argv[1]))
