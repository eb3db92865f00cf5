# A journal that cannot be read hides no lock.
facts tests/facts/lab-x86.json
lab no: the lab's journal is of use afterwards

write var/lib/pawl/journal/x y
hold host somebody
run status
exit 69
out
| Last run    not known: the journal cannot be read
| Debts       not known
| ~ Lock        host is held by *
err has path: /var/lib/pawl/journal
run status --root /srv/other
err has path: /srv/other/var/lib/pawl/journal
run status -o json
exit 69
out has "holder": "somebody"
out lacks last_run
