# A journal of which a begin is not whole tells of no run, and history does not say that there was none.
facts tests/facts/lab-x86.json
lab no: the lab's journal is of use afterwards

put var/lib/pawl/journal
| {"event":"begin","owes":false,"seq":1,"step":3,"time":"2026-01-01T10:20:00Z"}
run history
exit 1
out
| More is not known: the journal cannot be read.
err has [journal-damaged]
run status
exit 1
out has Last run    not known: the journal cannot be read
