# What a command line of usage is answered with: commands by their names, without what this line happens to say.
facts tests/facts/stores.json
lab no: it is about the words alone
crash no: nothing is applied

run export --facts f.json --note x
exit 64
err has --note goes with apply, resume, rollback
err lacks f.json
run show plans/st9.plan
exit 64
err has there is no file plans/st9.plan
