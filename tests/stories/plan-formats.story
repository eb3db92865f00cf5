# A plan for a merge request, and as a graph.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: none}}

run plan -o markdown wish.yaml
exit 0
out
| ~ ## Plan ???????? for lab-x86: 4 steps
|
| ```
|
| nic0  0000:02:00.0  Intel 82576 Gigabit Network Connection  driver igb
|    ~ 1  nic0.vfs   autoprobe  1 -> 0             only until step 4
|    + 2  nic0.vfs   numvfs     0 -> 1
|    ~ 3  nic0.vf.0  override   (not set) -> none
|    ~ 4  nic0.vfs   autoprobe  0 -> 1             puts back step 1
|
| 1 to create (1 VF), 1 to change, 0 to delete; nothing irreversible, no reboot.
| ```
|

run plan -o dot wish.yaml
exit 0
out
| digraph {
|   rankdir=LR;
|   node [shape=box];
| ~   label="Plan ???????? for lab-x86";
|   subgraph cluster_0 {
|     label="lane 0000:02:00";
|     subgraph cluster_0_0 {
|       label="nic0  0000:02:00.0";
|       s1 [label="1  nic0.vfs\nautoprobe 1 -> 0"];
|       s2 [label="2  nic0.vfs\nnumvfs 0 -> 1"];
|       s3 [label="3  nic0.vf.0\noverride (not set) -> none"];
|       s4 [label="4  nic0.vfs\nautoprobe 0 -> 1"];
|     }
|   }
|   s1 -> s2;
|   s2 -> s3;
|   s2 -> s4 [style=dashed];
|   s3 -> s4 [style=dashed];
| }

# what a gate says stands in it; the driver is a word of the file's, and only a word
file refused.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       gone_is: {select: {pci: "0000:99:00.0"}, driver: none}
run plan -o markdown refused.yaml
exit 65
out has - **error** refused.yaml:5:
out has \[bad-name\]
file gone.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       gone: {select: {pci: "0000:99:00.0"}, driver: none}
run plan -o dot gone.yaml
exit 4
out has for lab-x86, REFUSED";
run plan -o markdown gone.yaml
exit 4
out has for lab-x86: no step is planned
out has **Refused**, see the findings below.
out has   - hint: compare with \`pawl show
out has \[device-not-found\]

run show -o dot
exit 64
err has -o dot goes with `pawl plan` alone
