# Facts that no machine has are refused with words of their own, by whichever command reads them.
facts tests/facts/lab-x86.json
lab no: the facts are files, no machine is read

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 2, driver: none}}

file cut.json
| {"format": "pawl-facts", "version": 1,
|  "machine": {"hostname": "lab
run plan --facts cut.json wish.yaml
exit 65
err has cut.json: line 2, column 29: unexpected newline

file short.json
| {"format": "pawl-facts", "version": 1,
run plan --facts short.json wish.yaml
exit 65
err has the file is cut short, or empty
err has hint: `pawl facts capture --out FILE` makes such a file on its host

file newer.json
| {"format": "pawl-facts", "version": 2, "machines": []}
run plan --facts newer.json wish.yaml
exit 65
err has version: 2 is newer than this pawl, which reads version 1
err lacks unknown key

file list.json
| []
run show --facts list.json
exit 65
err has must be an object

file circle.json
| {"format": "pawl-facts", "version": 1, "origin": "", "machine": {}, "drivers": [], "debts": [],
|  "functions": {
|   "0000:17:00.0": {"path": "../../../devices/pci0000:16/0000:18:00.0/0000:17:00.0"},
|   "0000:18:00.0": {"path": "../../../devices/pci0000:16/0000:17:00.0/0000:18:00.0"},
|   "0000:19:00.0": {"virtfn": ["0000:1a:00.0"]},
|   "0000:1a:00.0": {"virtfn": ["0000:19:00.0"]},
|   "0000:1b:00.0": {"sriov_totalvfs": "4", "sriov_numvfs": "5"},
|   "0000:1c:00.0": {"sriov_totalvfs": "4", "sriov_numvfs": "0", "sriov_offset": "0", "sriov_stride": "1"}}}
run rehearse --facts circle.json wish.yaml
exit 65
err has functions.0000:17:00.0.path: it is below 0000:18:00.0, which is below it
err has functions.0000:19:00.0.virtfn: only a physical function can have VFs
err has functions.0000:1b:00.0.sriov_numvfs: 5, but sriov_totalvfs is 4

err has circle.json: functions.0000:1c:00.0.sriov_offset: 0, so that its first VF would be itself

# the journal tells one debt a knob: of two nobody knows which value is owed
file debts.json
| {"format": "pawl-facts", "version": 1, "origin": "", "machine": {}, "drivers": [], "functions": {},
|  "debts": [{"knob": "autoprobe", "target": "0000:17:00.0", "value": "1", "left": "0"},
|            {"knob": "autoprobe", "target": "0000:17:00.1", "value": "1", "left": "0"},
|            {"knob": "autoprobe", "target": "0000:17:00.0", "value": "0", "left": "1"}]}
run plan --facts debts.json wish.yaml
exit 65
err has debts.json: debts: number 2: autoprobe of 0000:17:00.0 was there before

file words.json
| {"format": "pawl-facts", "version": 1, "origin": "", "machine": {}, "drivers": [], "debts": [],
|  "functions": {"0000:17:00.0": {"identity": {"netdev": ["\u001b[31m"]}}}}
run show --facts words.json
exit 65
err has identity.netdev: must be null or an array of strings without control characters

file nul.json
| {"format": "pawl-facts", "version": 1, "origin": "a\u0000b"}
run show --facts nul.json
exit 65
err has a NUL (\u0000), which no fact of a host has

# a disk without its namespace says so by leaving it out
file users.json
| {"format": "pawl-facts", "version": 1, "origin": "", "machine": {}, "drivers": [], "debts": [],
|  "functions": {"0000:17:00.0": {}},
|  "users": [{"use": "mount", "function": "0000:17:00.0", "nsid": 3, "through": "nvme0n1", "who": "/srv"},
|            {"use": "mount", "function": "0000:17:00.0", "nsid": 0, "through": "nvme0n1", "who": "/a"},
|            {"use": "mount", "function": "0000:17:00.0", "nsid": "3", "through": "nvme0n1", "who": "/b"}]}
run show --facts users.json
exit 65
err has users: number 1: must be an object with use, function, through and who, perhaps a number nsid
err has users: number 2: must be an object
err lacks users: number 0
