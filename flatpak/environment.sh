# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# The build environment shared by flatpak/run, flatpak/shell and tests/run: sourced, never run.
# On a machine whose own GTK is new enough it is the machine itself; elsewhere it is a Debian 13
# root kept in the user's cache and entered with bubblewrap.

set -eu

SOURCE=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
PACKAGES=$SOURCE/flatpak/packages
APP_ID=io.github.bearings.Bearings

: "${HOME:=$(getent passwd "$(id -u)" | cut -d: -f6)}"
export HOME
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/bearings
mkdir -p "$CACHE"
CACHE=$(CDPATH='' cd -- "$CACHE" && pwd -P)

# Everything one checkout keeps: build directories, the state of flatpak-builder.
WORK=$CACHE/checkout-$(printf %s "$SOURCE" | sha256sum | cut -c1-12)
mkdir -p "$WORK"

say ()
{
  printf '==> %s\n' "$*" >&2
}

fail ()
{
  printf 'error: %s\n' "$*" >&2
  exit 1
}

have ()
{
  command -v "$1" >/dev/null 2>&1
}

package_list ()
{
  grep -v '^#' "$PACKAGES" | grep -v '^$'
}

jobs ()
{
  nproc
}

# Waits until no other process works under the lock named $1. File descriptor 9 holds it until
# this process ends; whatever may outlive the script is started with 9>&-.
take_lock ()
{
  exec 9>"$CACHE/$1.lock"
  if ! flock -n 9; then
    say "waiting for another run to finish with the $1"
    flock 9
  fi
}

as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif have sudo; then
    sudo "$@"
  else
    fail "this needs root once: $*"
  fi
}

# need_packages PACKAGE…: installs those the machine does not have.
need_packages ()
{
  missing=
  for package in "$@"; do
    if ! dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed'; then
      missing="$missing $package"
    fi
  done
  [ -n "$missing" ] || return 0

  have apt-get || fail "please install these with the package manager of this machine:$missing"
  say "installing$missing"
  # An old list of packages names files that the mirror no longer has.
  as_root apt-get -q update </dev/null >"$CACHE/apt.log" 2>&1 || { cat "$CACHE/apt.log" >&2; exit 1; }
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
    install $missing </dev/null >"$CACHE/apt.log" 2>&1 || { cat "$CACHE/apt.log" >&2; exit 1; }
}

# Debian 13 and newer carry what the project needs.
machine_is_new_enough ()
{
  (
    ID='' VERSION_ID=''
    [ -r /etc/os-release ] && . /etc/os-release
    [ "$ID" = debian ] && { [ -z "$VERSION_ID" ] || [ "$VERSION_ID" -ge 13 ]; }
  )
}

# The archives this machine takes its own packages from, as sources of Debian 13; nothing when
# the machine does not say, and mmdebstrap then takes its default.
debian_sources ()
{
  have apt-get || return 0
  apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' \
    2>/dev/null | sort -u | while read -r label uri; do
    case $label in
      Debian)
        printf 'deb %s trixie main\n' "$uri"
        printf 'deb %s trixie-updates main\n' "$uri"
        ;;
      Debian-Security)
        printf 'deb %s trixie-security main\n' "$uri"
        ;;
    esac
  done
}

# Makes the Debian 13 root when it is not there yet, and sets ROOT.
need_root ()
{
  ROOT=$CACHE/root-$( (package_list; uname -m; echo 1) | sha256sum | cut -c1-12)
  need_packages bubblewrap
  if [ -d "$ROOT" ]; then
    touch "$ROOT"
    return 0
  fi

  (
    take_lock root
    [ ! -d "$ROOT" ] || exit 0
    need_packages mmdebstrap debian-archive-keyring
    # What an interrupted run left; ours alone, since we hold the lock.
    remove_leftovers
    find "$CACHE" -maxdepth 1 -name 'root-*' -type d -mtime +30 -exec rm -rf {} +

    say "making a Debian 13 build environment in $ROOT (once; one to three minutes)"
    new=$CACHE/new-root-$$
    sources=$(debian_sources)
    if [ "$(id -u)" = 0 ]; then
      make_root "$new" "$new" "$sources"
    else
      mkdir "$new"
      make_root "$new" - "$sources" | tar -x -C "$new" --no-same-owner --exclude='./dev/*'
    fi
    [ -x "$new/usr/bin/meson" ] || { cat "$CACHE/root.log" >&2; fail "the build environment could not be made"; }
    tr -d - </proc/sys/kernel/random/uuid >"$new/etc/machine-id"
    mv "$new" "$ROOT"
  )
}

# Roots that were not finished. What is mounted in one belongs to the machine and must outlive it.
remove_leftovers ()
{
  for left in "$CACHE"/new-root-*; do
    [ -d "$left" ] || continue
    awk -v inside="$left/" 'index($5, inside) == 1 { print $5 }' /proc/self/mountinfo | sort -r \
      | while read -r mounted; do as_root umount "$mounted" || true; done
    rm -rf --one-file-system "$left" || say "$left could not be removed whole"
  done
}

# make_root TMPDIR TARGET SOURCES: TARGET is a directory, or - for a tar on standard output.
make_root ()
{
  set -- "$1" "$2" "$3" --quiet --variant=apt --format="$([ "$2" = - ] && echo tar || echo directory)" \
    --include="$(package_list | tr '\n' ',')" \
    --aptopt='APT::Install-Recommends "false"' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright'
  target=$2 sources=$3
  shift 3
  if [ -n "$sources" ]; then
    printf '%s\n' "$sources" | TMPDIR=$CACHE mmdebstrap "$@" trixie "$target" - 2>"$CACHE/root.log" || true
  else
    TMPDIR=$CACHE mmdebstrap "$@" trixie "$target" </dev/null 2>"$CACHE/root.log" || true
  fi
}

# Chooses the environment. After it, in_environment runs a command in it.
need_environment ()
{
  if machine_is_new_enough; then
    ROOT=
    # shellcheck disable=SC2046
    need_packages $(package_list)
  else
    need_root
  fi
}

# in_environment COMMAND…: with the checkout and the cache in place and nothing else of the
# machine's files, unless BINDS holds further options of bwrap; in INNER_FOLDER, the checkout by
# default, and with INNER_HOME as the home.
in_environment ()
{
  # A home of its own: what is tested never touches a person's data.
  mkdir -p "$WORK/home"
  if [ -z "$ROOT" ]; then
    (
      cd "${INNER_FOLDER:-$SOURCE}"
      HOME=${INNER_HOME:-$WORK/home} LC_ALL=C.UTF-8 CCACHE_DIR=$CACHE/ccache "$@" 9>&-
    )
    return
  fi

  # shellcheck disable=SC2086
  bwrap --ro-bind "$ROOT/usr" /usr --ro-bind "$ROOT/etc" /etc --ro-bind "$ROOT/var" /var \
    --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib --symlink usr/lib64 /lib64 \
    --dev /dev --proc /proc --tmpfs /tmp --tmpfs /run --tmpfs /var/tmp \
    ${BINDS:-} --bind "$SOURCE" "$SOURCE" --bind "$CACHE" "$CACHE" \
    --unshare-pid --unshare-ipc --die-with-parent --chdir "${INNER_FOLDER:-$SOURCE}" \
    --setenv HOME "${INNER_HOME:-$WORK/home}" --setenv LC_ALL C.UTF-8 --setenv CCACHE_DIR "$CACHE/ccache" \
    --setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin \
    -- "$@" 9>&-
}

# configure DIRECTORY OPTION…: a build directory, made anew when its options have changed.
configure ()
{
  build=$1
  shift
  options="$ROOT $*"
  if [ -f "$build/build.ninja" ] && [ "$(cat "$build/options" 2>/dev/null)" = "$options" ]; then
    return 0
  fi
  rm -rf "$build"
  in_environment meson setup "$build" "$SOURCE" "$@" >"$build.log" 2>&1 || { cat "$build.log" >&2; return 1; }
  printf '%s\n' "$options" >"$build/options"
}

# compile DIRECTORY [TARGET]…: all of it without a target; quiet unless something is wrong or there is
# something to say.
compile ()
{
  directory=$1
  shift
  if ! in_environment ninja -C "$directory" -j "$(jobs)" "$@" >"$directory.log" 2>&1; then
    grep -v -E '^\[[0-9]+/[0-9]+\] ' "$directory.log" >&2
    return 1
  fi
  grep -E 'warning:' "$directory.log" >&2 || true
}
