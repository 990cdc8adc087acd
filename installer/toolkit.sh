# SPDX-License-Identifier: Apache-2.0
# The private part of the set-up: pinned wheels, used only as carriers of native libraries, unpacked into one folder.
# A folder counts as finished when it holds the list it was made from (site/wheels.lock), written before the renaming.
# shellcheck shell=bash disable=SC2154 # the names of lib.sh

# The lists this machine needs, into wheel_lists.
choose_wheel_lists() {
    wheel_lists=("$repository/installer/wheels.txt")
    if [[ -n ${TEMPER_LIBTORCH:-} ]]; then return; fi
    wheel_lists+=("$repository/installer/wheels-libtorch.txt")
    if has_nvidia_driver; then wheel_lists+=("$repository/installer/wheels-cuda.txt"); fi
}

wanted_wheels() {
    grep -hv '^#' "${wheel_lists[@]}"
}

# Lines of the lists that the finished folder was not made from.
missing_wheels() {
    local lock=$toolkit/site/wheels.lock line
    while read -r line; do
        grep -Fxqs -- "$line" "$lock" || say "$line"
    done < <(wanted_wheels)
}

check_host() {
    if [[ $(uname -sm) != "Linux x86_64" ]]; then
        fail "the pinned libraries are for Linux on x86_64, this is $(uname -sm)" "use such a machine"
    fi
    if [[ -n ${TEMPER_LIBTORCH:-} && ! -e $TEMPER_LIBTORCH/lib/libtorch_cpu.so ]]; then
        fail "TEMPER_LIBTORCH is $TEMPER_LIBTORCH, where lib/libtorch_cpu.so is not to be found" \
            "let it name a LibTorch 2.11 folder (with include/ and lib/), or unset it"
    fi
}

install_toolkit() {
    step "LibTorch and Arrow" "check the network (behind a proxy: https_proxy, PIP_CERT) and the room in $toolkit, then run this script again"
    check_host
    choose_wheel_lists
    if [[ -z $(missing_wheels) ]]; then
        say "All pinned libraries are in $toolkit/site already."
        return
    fi
    say "Fetching these, checked by sha256, into $toolkit/site (nothing of it goes into the system's Python):"
    wanted_wheels | sed 's/ --hash.*//; s/^/    /'
    if [[ ${wheel_lists[*]} == *wheels-cuda.txt* ]]; then
        say "This machine has an NVIDIA driver, so the CUDA libraries come along (about 2 GB more to download)."
    fi
    mkdir -p "$toolkit"
    exec {toolkit_lock}>"$toolkit/lock"
    flock "$toolkit_lock"
    if [[ -n $(missing_wheels) ]]; then
        download_wheels
        unpack_wheels
    fi
    exec {toolkit_lock}>&-
}

# Python's own version does not matter: the wheels' libraries are C++, so one pinned kind serves every machine.
download_wheels() {
    downloads=$toolkit/downloads/$(wanted_wheels | sha256sum | cut -c1-12)
    local list platform lists=() platforms=(--platform manylinux2010_x86_64 --platform manylinux2014_x86_64)
    for list in "${wheel_lists[@]}"; do lists+=(-r "$list"); done
    for platform in {12..28}; do platforms+=(--platform "manylinux_2_${platform}_x86_64"); done
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary=:all: \
        --python-version 3.11 --implementation cp "${platforms[@]}" --dest "$downloads" "${lists[@]}"
}

unpack_wheels() {
    local incoming=$toolkit/site.incoming wheel
    say "Unpacking into $toolkit/site."
    rm -rf "$incoming"
    mkdir -p "$incoming"
    for wheel in "$downloads"/*.whl; do
        python3 -m zipfile -e "$wheel" "$incoming"
    done
    wanted_wheels >"$incoming/wheels.lock"
    sync -f "$incoming"
    rm -rf "$toolkit/site.old"
    if [[ -e $toolkit/site ]]; then mv "$toolkit/site" "$toolkit/site.old"; fi
    mv "$incoming" "$toolkit/site"
    rm -rf "$toolkit/site.old" "$toolkit/downloads"
}
