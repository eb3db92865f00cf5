# A saved plan is taken as it was made: cut short, edited, or only printed, it is refused and nothing changes.
facts tests/facts/lab-x86.json
lab no: what is refused never comes to the kernel
file cut.plan
| {"plan_id": "0", "format": "pawl-saved-plan", "format_version": "1.0", "configuration": [
file printed.plan
| {"plan_id": "0", "steps": []}
file newer.plan
| {"plan_id": "0", "format": "pawl-saved-plan", "format_version": "2.0"}
file edited.plan
| {"plan_id": "0", "format": "pawl-saved-plan", "format_version": "1.0", "host": {"name": "lab"}, "targets": [], "digest": "00",
|  "configuration": [{"name": "vfs.yaml", "text": "pawl: 1\nhosts: {}\n"}]}

run apply -y cut.plan
exit 65
err has cut.plan
err has line 2
run apply -y printed.plan
exit 65
err has not one saved with `plan --out`
run apply -y newer.plan
exit 65
err has another version
run apply -y edited.plan
exit 65
err has changed after it was made
see 0000:02:00.0 sriov_numvfs 0
