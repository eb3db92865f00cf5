#!/bin/bash
# Random machines, wishes and histories on the twin: SEED says which, STEPS how many.
cd "$(dirname "$(readlink -f "$0")")/../.." || exit 1
exec "${PAWL_BUILD:-build}/tests/property/property"
