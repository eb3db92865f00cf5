# JSON Schemas by name; tests/schemas/ holds what pawl reads and prints against them.
facts tests/facts/lab-x86.json
lab no: nothing of the machine is read

run schema
exit 0
out has yaml        pawl-1.schema.json
out has pawl-plan-1.schema.json

run schema plan
exit 0
out has "title": "pawl-plan, version 1"
out has "resource_changes": {

run schema plam
exit 64
err
| error: there is no schema of "plam" [usage]
| ~   hint: did you mean `pawl schema plan`? there are yaml, events, plan, *

run schema plan facts
exit 64
err
| ~ error: `pawl schema`: "facts" is one word too many*
| ~ *
