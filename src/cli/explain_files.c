/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the findings in files of configuration and of facts mean. */
#include "words.h"

const struct finding_row findings_of_files[] = {
	{
		.id = "bad-facts",
		.means = "The file is not what `pawl facts capture` writes: cut short, edited, of a newer "
			 "version, or not such a file at all.",
		.why = "A plan made from wrong facts would be wrong on the host.",
		.fix = "capture the facts anew; the finding names the key",
	},
	{
		.id = "bad-name",
		.means = "The name of an entry cannot be: a handle or a host has a character that it may not "
			 "have.",
		.why = "Handles stand in addresses such as nic0.vf.3, where a dot has its own meaning. Host "
		       "names are those of RFC 1123, section 2.1.",
		.fix = "rename it as the finding says",
	},
	{
		.id = "bad-value",
		.means = "The value is of the right kind but not one that the key takes.",
		.fix = "`pawl explain KEY` tells what a key takes, as in `pawl explain vfs.count`",
	},
	{
		.id = "binary-file",
		.means = "The file is no text in UTF-8: it holds NUL bytes, or is UTF-16.",
		.why = "YAML may be written in UTF-16, but other tools that read the file take it for "
		       "binary.",
		.fix = "check that it is the right file; save it as UTF-8",
	},
	{
		.id = "class-in-class",
		.means = "A class, or defaults, names a class.",
		.why = "What a host inherits is seen in its own list; nobody has to follow names through "
		       "files.",
		.fix = "name all classes in the host, the general ones first: class: [general, special]",
	},
	{
		.id = "directory-loop",
		.means = "A link below a directory of configuration leads back to that directory.",
		.fix = "take the link away, or name the files themselves",
	},
	{
		.id = "duplicate-key",
		.means = "The same key is given twice in one map, or the same host in two places.",
		.why = "A mapping's keys are unique (YAML 1.2.2, section 3.2.1.3), and readers differ in "
		       "which one they drop.",
		.fix = "keep one of the two; the finding names both places",
	},
	{
		.id = "empty-directory",
		.means = "No file below the directory that was named ends in .yaml or .yml.",
		.fix = "check that it is the right directory; files whose names begin with a dot are not "
		       "read",
	},
	{
		.id = "empty-file",
		.means = "The file holds no configuration: nothing at all, or only comments.",
		.why = "A program that writes the file may have stopped before it wrote anything.",
		.fix = "write it, or leave it out",
	},
	{
		.id = "file-unreadable",
		.means = "A file of configuration that was named cannot be read.",
		.fix = "check its name and its permissions; - is standard input, a directory stands for all "
		       "*.yaml and *.yml below it",
	},
	{
		.id = "host-ambiguous",
		.means = "More than one host of the files fits this machine.",
		.why = "pawl never takes the first that fits.",
		.fix = "choose one with --host NAME, or make their `match` differ",
	},
	{
		.id = "host-not-found",
		.means = "No host of the files is this machine, or none has the name that --host gives.",
		.fix = "write the machine's name (`hostname`) as the host's, or say `match: {hostname: ...}`",
	},
	{
		.id = "host-twice",
		.means = "Two hosts have names that differ in nothing but capital letters.",
		.why = "They are one name to a machine (RFC 4343), so that both would fit it.",
		.fix = "keep one of the two, or tell the machines apart with `match`",
	},
	{
		.id = "line-end",
		.means = "The file ends a line by a character that YAML 1.1 takes for a line's end and "
			 "editors do not.",
		.why = "Every line number below it would be wrong.",
		.fix = "write LF, or CR LF, at the end of each line",
	},
	{
		.id = "missing-key",
		.means = "A map lacks a key that it must have.",
		.fix = "add the key; `pawl explain KEY` tells what it takes",
	},
	{
		.id = "not-a-file",
		.means = "What was named as configuration is a socket or a device, or a pipe inside a "
			 "directory of configuration.",
		.why = "Opening such a thing may wait for ever, or change something. A pipe that is named "
		       "itself, as <(RENDER) names one, is read.",
		.fix = "hand a stream over as standard input: RENDER | pawl plan -f -",
	},
	{
		.id = "file-there",
		.means = "`pawl generate` and `pawl export` write over no file that says something else.",
		.why = "What was written by hand into such a file since is nowhere else.",
		.fix = "name another file with --out; to replace the old one, remove it first",
	},
	{
		.id = "not-saved",
		.means = "`pawl plan --out FILE` wrote no file: a gate refuses the plan, so it could not be "
			 "applied from a file either; or who planned may not read what pawl remembers "
			 "of this machine, without which root would plan otherwise.",
		.fix = "solve what is refused and plan again; save as root, or from facts that root captured",
	},
	{
		.id = "not-configuration",
		.means = "The file is a document that pawl printed, captured or saved, and no configuration.",
		.why = "Facts, plans and reports say what is or was; a configuration says what should be.",
		.fix = "hand facts over with --facts FILE, and a saved plan as `pawl plan --out FILE` "
		       "wrote it",
	},
	{
		.id = "not-supported",
		.means = "YAML that pawl does not read.",
		.why = "A file of configuration must mean the same to every reader; what pawl does not read "
		       "is a mistake and never skipped.",
		.fix = "write it out as the finding says",
	},
	{
		.id = "recursive-alias",
		.means = "An alias stands inside the map or list that it names.",
		.why = "It would hold itself, without end.",
		.fix = "write out what is meant",
	},
	{
		.id = "same-value",
		.means = "Two entries beside one another give the same value where each must have its own.",
		.why = "Two devices that select the same function would each wish something of it.",
		.fix = "keep one of the two, or make them differ; the finding names both places",
	},
	{
		.id = "template",
		.means = "A value holds \"${\": it looks like a template that nobody has filled in.",
		.why = "pawl has no variables. Taken as it is, the text would end up as the name of a driver "
		       "or of a device.",
		.fix = "render the template first and hand the result over: RENDER | pawl plan -f -",
	},
	{
		.id = "too-deep",
		.means = "The file nests deeper than any configuration does.",
		.why = "A limit on nesting keeps a crafted file from using up the stack.",
		.fix = "look for a mistake in the indentation or a bracket that is never closed",
	},
	{
		.id = "too-large",
		.means = "The files are larger, or hold more values, than any configuration does.",
		.why = "A limit on size keeps a file that was named by mistake from filling the memory.",
		.fix = "check that it is the right file; split it if it is",
	},
	{
		.id = "too-many-aliases",
		.means = "The aliases of the files make more values than any configuration has.",
		.why = "A few lines of aliases to aliases can stand for more than any memory holds.",
		.fix = "write out what is needed; what many hosts share belongs in classes",
	},
	{
		.id = "too-many-mistakes",
		.means = "The file has more mistakes than are told at once.",
		.fix = "mend those that are told, the first ones first: later ones often follow from them",
	},
	{
		.id = "too-many-values",
		.means = "Hosts, with what they inherit from defaults and classes, have more values than "
			 "pawl takes.",
		.why = "A limit keeps a crafted file from filling the memory.",
		.fix = "hand over fewer hosts at a time",
	},
	{
		.id = "unknown-anchor",
		.means = "An alias names an anchor that does not stand above it in the same document.",
		.fix = "write it as the finding suggests, or write &NAME where the value first stands",
	},
	{
		.id = "unknown-class",
		.means = "A host names a class that is in none of the files given.",
		.why = "pawl reads the files that it is given and no others.",
		.fix = "write it as the finding suggests, or hand the file with the class over too",
	},
	{
		.id = "null-for-nothing",
		.means = "A host says null, or nothing at all, behind a key that none of its classes and "
			 "defaults gives.",
		.why = "null takes an inherited key back, and so does a key with nothing behind it. With a "
		       "misspelt name it takes back nothing, and what was meant is planned all the same; "
		       "what was begun and not written is not wished for.",
		.fix = "write the name as the class has it, write what is wished, or leave the line out",
	},
	{
		.id = "unknown-key",
		.means = "The map has no such key in this version of pawl.",
		.why = "A key that is misspelt, or not built yet, must not be skipped in silence: the host "
		       "would not be as the file says.",
		.fix = "write it as the finding suggests; `pawl explain` lists all keys",
	},
	{
		.id = "wrong-type",
		.means = "There is a map, a list or a single value where the key takes another of these.",
		.fix = "`pawl explain KEY` tells what the key takes; look at the indentation too",
	},
	{
		.id = "yaml-1.1",
		.means = "A value without quotes is text to pawl, and a number, a truth value or a time to "
			 "readers of YAML 1.1.",
		.why = "Ansible and other tools that read YAML with PyYAML would hand over 1020.0 where "
		       "0000:17:00.0 is written.",
		.fix = "put it in quotes as the finding shows; nothing else changes",
	},
	{
		.id = "yaml-syntax",
		.means = "The file is not YAML.",
		.why = "Often a tab in the indentation, a quote that is not closed, or \": \" inside a value "
		       "that is not quoted.",
		.fix = "look at the line that the finding names, and at the one before it",
	},
	{ 0 },
};
