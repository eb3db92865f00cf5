# --events: one JSON object a line on standard output, and nothing else there.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: none}}

run rehearse --events wish.yaml
exit 0
out
| ~ {"event":"run-begins","ms":0,"format":"pawl-events","format_version":"1.0","plan_id":"*","host":"lab-x86","steps":4,"lanes":1,"parallel":16}
| ~ {"event":"step-starts","ms":*,"seq":1,"lane":"0000:02:00","object":"nic0.vfs","knob":"autoprobe","target":"0000:02:00.0","before":"1","after":"0"}
| ~ {"event":"step-ends","ms":*,"seq":1,"lane":"0000:02:00","object":"nic0.vfs","knob":"autoprobe","target":"0000:02:00.0","before":"1","after":"0","result":"done","took_ms":*}
| ~ {"event":"step-starts","ms":*,"seq":2,*,"knob":"numvfs",*,"before":"0","after":"1"}
| ~ {"event":"step-ends","ms":*,"seq":2,*,"result":"done","took_ms":*}
| ~ {"event":"step-starts","ms":*,"seq":3,*,"object":"nic0.vf.0","knob":"override","target":"0000:02:10.0",*}
| ~ {"event":"step-ends","ms":*,"seq":3,*,"result":"done","took_ms":*}
| ~ {"event":"step-starts","ms":*,"seq":4,*,"knob":"autoprobe",*,"before":"0","after":"1"}
| ~ {"event":"step-ends","ms":*,"seq":4,*,"result":"done","took_ms":*}
| ~ {"event":"run-ends","ms":*,"done":4,"outcome":"*","exit_code":0}

# without -y nobody is asked, and what is wrong is an event as well
run apply --events wish.yaml
exit 64
out has {"event":"finding","ms":0,"severity":"error","id":"usage","text":"apply --events cannot ask"
out has "done":0,"outcome":"
out has "exit_code":64}
see 0000:02:00.0 sriov_numvfs 0

hold host somebody 1000
run apply -y --events --lock-timeout 60 wish.yaml
exit 0
out has {"event":"waits","ms":0,"object":"host","holder":"
out has "timeout_ms":60000}
out has "done":4,
see 0000:02:10.0 driver_override none

# nothing to do: a plan, and its end
run apply -y --events wish.yaml
exit 0
out has "steps":0,"lanes":0,"parallel":16}
out has "done":0,
run apply -y --events -o json wish.yaml
exit 64
