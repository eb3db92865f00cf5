#!/bin/bash
# Dies at each operation of each story on the twin, and recovers.
cd "$(dirname "$(readlink -f "$0")")/../.." || exit 1
exec "${PAWL_BUILD:-build}/tests/crash/crash" tests/{stories,gates,pains}/*.story
