#!/bin/sh
# fuzz.sh SECONDS FUZZER...: each fuzzer for so long; what it finds is kept under build/fuzz.
set -eu
cd "$(dirname "$0")/../.."
seconds=$1
shift
for fuzzer; do
	name=$(basename "$fuzzer")
	mkdir -p "build/fuzz/found/$name" "tests/fuzz/corpus/${name#fuzz_}"
	"$fuzzer" -max_total_time="$seconds" -max_len=65536 -artifact_prefix="build/fuzz/found/$name/" \
	    "build/fuzz/found/$name" "tests/fuzz/corpus/${name#fuzz_}"
done
