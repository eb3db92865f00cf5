# --allow: gates that may be let pass, and those that nothing lets pass.
facts examples/facts/kunpeng.json
lab no: it is about the command line

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 1, driver: none}}

run plan --allow=root-disk wish.yaml
exit 64
err has --allow names root-disk, which nothing can allow: `pawl explain root-disk` says why [usage]
run plan --allow=group-not-hole wish.yaml
exit 64
err has --allow names "group-not-hole", which is no gate; did you mean "group-not-whole"?
run plan --allow=group-not-whole: wish.yaml
exit 64
err has --allow names no part behind "group-not-whole:"
run plan --allow=group-not-whole, wish.yaml
exit 64
err has --allow names no gate
run plan --allow=group-not-whole:nic0.vf.[0,2],group-not-whole:nic1 wish.yaml
exit 0
err has --allow=group-not-whole:nic0.vf.[0,2] allows nothing
err has --allow=group-not-whole:nic1 allows nothing: nothing of this plan is called nic1
err lacks did you mean --allow
out has Next: pawl apply wish.yaml
err has --allow=group-not-whole:nic0.vf.[0,2] allows nothing: no such gate refuses
err has hint: leave it out
