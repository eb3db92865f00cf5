# A ledger that cannot be read hides nothing else: its damage is told by status, before an apply needs it.
facts tests/facts/lab-x86.json
lab no: the lab's ledger is of use afterwards

write var/lib/pawl/ledger/x y
run status
exit 69
out
| Last run    none: pawl has applied nothing here
| Debts       none: nothing temporary was left behind
| Ledger      not known: the ledger cannot be read
| Locks       none is held: no run is under way
err has [ledger-unreadable]
err has path: /var/lib/pawl/ledger
run status -o json
exit 69
out has "id": "ledger-unreadable"
out has "last_run": null
