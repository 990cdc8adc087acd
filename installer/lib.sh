# SPDX-License-Identifier: Apache-2.0
# Shared by the scripts of this folder: where things lie, what is being done, and what to say when it fails.
# shellcheck shell=bash disable=SC2034 # used by those that source this file
set -Eeuo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
toolkit=${TEMPER_TOOLKIT:-${XDG_CACHE_HOME:-$HOME/.cache}/temper/toolkit}
build_folder=$repository/build/release
current_step="starting"
current_remedy="read the lines above"

say() { printf '%s\n' "$@"; }

# step NAME REMEDY: what comes next, and what to do should it fail.
step() {
    current_step=$1
    current_remedy=$2
    printf '\n==> %s\n' "$1"
}

fail() {
    printf '\nFailed at "%s": %s\nRemedy: %s\n' "$current_step" "$1" "${2:-$current_remedy}" >&2
    trap - ERR
    exit 1
}

# In a subshell the words are left to its parent, so that they come once.
on_error() {
    local status=$?
    if ((BASH_SUBSHELL > 0)); then exit "$status"; fi
    fail "a command of this step ended with status $status (its own words stand above)"
}

trap on_error ERR

# Compilers of this project take about 1.5 GB each: as many jobs as cores and memory allow, at least one.
parallel_jobs() {
    local by_memory by_cores
    by_memory=$(awk '/^MemAvailable:/ { print int($2 / 1536000) }' /proc/meminfo)
    by_cores=$(nproc)
    if ((by_memory < 1)); then by_memory=1; fi
    say $((by_memory < by_cores ? by_memory : by_cores))
}

has_nvidia_driver() {
    [[ -e /proc/driver/nvidia/version ]] || command -v nvidia-smi >/dev/null
}
