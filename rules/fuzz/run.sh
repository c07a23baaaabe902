#!/usr/bin/env bash
# Builds the fuzz targets and runs each for a number of seconds: rules/fuzz/run.sh [SECONDS] [TARGET…]
#
# Runs on the stable toolchain with nothing but a C++ compiler: coverage comes from a pass that rustc has built in, so
# neither cargo-fuzz nor a nightly is needed. A crash is kept under target/fuzz/crashes; run the target on that file.
# FUZZ_SEED and FUZZ_RUNS make a run that is the same each time.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-60}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(text edits fixes publish data)

target_dir=${CARGO_TARGET_DIR:-$PWD/../../target}/fuzz
coverage="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Ccodegen-units=1 --cfg fuzzing"
host=$(rustc -vV | sed -n 's/^host: //p')
# With --target, build scripts and macros are built without coverage, for which they have no runtime.
RUSTFLAGS="$coverage" cargo build --release --locked --quiet --target "$host" --target-dir "$target_dir"

mkdir -p "$target_dir/crashes"
for target in "${targets[@]}"; do
    corpus="$target_dir/corpus/$target"
    mkdir -p "$corpus"
    cp ../../tests/minutes/* ../data/houses/*.toml "$corpus"/
    echo "$target: ${seconds}s"
    log="$target_dir/$target.log"
    if ! "$target_dir/$host/release/$target" "$corpus" -dict=words.dict -max_total_time="$seconds" -max_len=20000 \
        -seed="${FUZZ_SEED:-0}" -runs="${FUZZ_RUNS:--1}" \
        -timeout=10 -rss_limit_mb=4096 -print_final_stats=1 -artifact_prefix="$target_dir/crashes/$target-" \
        > "$log" 2>&1; then
        grep -E 'panicked|ERROR|Test unit' -A2 "$log"
        echo "a law does not hold; see $target_dir/crashes"
        exit 1
    fi
    grep 'number_of_executed_units' "$log"
done
