# SPDX-License-Identifier: Apache-2.0
# The system's part of the set-up: Debian's and Ubuntu's own packages, installed by apt only where they are missing.
# shellcheck shell=bash disable=SC2154,SC2034 # the names of lib.sh

# The names in packages.txt; of "a|b" the first that this release knows.
wanted_packages() {
    local line name chosen
    while read -r line; do
        if [[ -z $line || $line == \#* ]]; then continue; fi
        chosen=${line%%|*}
        for name in ${line//|/ }; do
            if [[ $line == *"|"* ]] && apt_knows "$name"; then
                chosen=$name
                break
            fi
        done
        say "$chosen"
    done <"$repository/installer/packages.txt"
}

apt_knows() {
    [[ $(apt-cache policy "$1" 2>/dev/null) =~ Candidate:\ [0-9] ]]
}

missing_packages() {
    local name
    while read -r name; do
        [[ $(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || say "$name"
    done < <(wanted_packages)
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

install_system_packages() {
    step "System packages" "see apt's message above; then run this script again"
    if [[ -n ${TEMPER_SKIP_PACKAGES:-} ]]; then
        say "TEMPER_SKIP_PACKAGES is set: nothing is installed into the system."
        return
    fi
    if ! command -v apt-get >/dev/null; then
        fail "this system has no apt-get; the set-up knows Debian 12 and Ubuntu 24.04" \
            "install what installer/packages.txt lists by your own means, then run again with TEMPER_SKIP_PACKAGES=1"
    fi
    local missing
    mapfile -t missing < <(missing_packages)
    if ((${#missing[@]} == 0)); then
        say "All of installer/packages.txt is there already."
        return
    fi
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        fail "packages are missing and there is neither root nor sudo: ${missing[*]}" \
            "let somebody with root install them (apt-get install ${missing[*]}), then run this script again"
    fi
    apt_install
}

apt_install() {
    say "Reading the package lists (apt-get update)."
    as_root apt-get update -q || say "Some package lists could not be read; going on with those at hand."
    local missing
    mapfile -t missing < <(missing_packages)
    say "Installing ${#missing[@]} packages into the system with apt-get: ${missing[*]}"
    current_remedy="check the network and apt's message; on Ubuntu the component 'universe' must be switched on"
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}" </dev/null
}
