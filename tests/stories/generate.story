# A file to begin with: it selects what is there, and wishes for nothing.
facts tests/facts/lab-x86.json
lab x86

run generate --out starter.yaml
exit 0
run validate starter.yaml
exit 0
out
| 1 file, 1 host: fine
run plan --detailed-exitcode starter.yaml
exit 0
out has nothing to do, the host is as wished

run generate
exit 0
out has   "lab-x86":
out has # Ethernet: Intel Corporation 82576 Gigabit Network Connection; driver igb; VFs: 0 of 7
out has         select: {pci: "0000:02:00.0"}
out has         # vfs:
out has         #   count: 0
out has # how many VFs; 0 to sriov_totalvfs
out has         # driver: igb
out has # NVMe: 
