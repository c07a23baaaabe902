#!/usr/bin/env bash
# Builds dist/referent.html, the page in one file, and dist/site, the same with its engine beside it.
#
# The engine is WebAssembly. Either Rust has the target (rustup target add wasm32-unknown-unknown), or Debian's rustc-web,
# cargo-web, rust-web-src and lld build the standard library for it. Where neither is there, this says so and ends with 3.
set -euo pipefail
cd "$(dirname "$0")"

target=wasm32-unknown-unknown
export CARGO_TARGET_DIR="$(realpath --canonicalize-missing "${CARGO_TARGET_DIR:-../../target}")/browser"
manifest=engine/Cargo.toml
if [ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ]; then
    cargo build --quiet --release --locked --manifest-path "$manifest" --target "$target"
elif dpkg --status rustc-web cargo-web rust-web-src lld > /dev/null 2>&1; then
    RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld \
        /usr/bin/cargo build --quiet --release --locked --manifest-path "$manifest" --target "$target" \
        -Zbuild-std=std,panic_abort
else
    echo "skipped: no Rust for $target here (rustup target add $target, or apt-get install rustc-web cargo-web rust-web-src lld)"
    exit 3
fi

mkdir -p dist/site
built="$CARGO_TARGET_DIR/$target/release/referent_browser.wasm"
if command -v wasm-opt > /dev/null; then
    wasm-opt -Os --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
        "$built" -o dist/site/referent.wasm
else
    cp "$built" dist/site/referent.wasm
fi
[ -d node_modules ] || npm ci --silent --no-audit --no-fund
node build.mjs
ls -l dist/referent.html dist/site
