# A drive that makes no namespaces: what it has cannot be held against a wish either.
facts tests/facts/fixed-drive.json
lab no: QEMU's controller says that it manages them
crash no: nothing is written

file wish.yaml
| pawl: 1
| hosts:
|   fixed-drive:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB}, b: {adopt: {nsid: 1}}}}
run apply -y wish.yaml
exit 4
err has wish.yaml:7:39: error: 0000:41:00.0 does not manage namespaces: OACS bit 3 of its controller is 0 [namespace-management]
err has wish.yaml:7:46: error: 0000:41:00.0 does not manage namespaces
err has hint: leave `namespaces` out for this drive
run assert wish.yaml
exit 4
err has [namespace-management]
