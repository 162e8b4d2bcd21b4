#!/usr/bin/env bash
# Installs a package in a fresh Debian 12 and starts its programs: package_try.sh PACKAGE FOLDER
# As root. FOLDER is made anew by debootstrap, from the sources this machine's apt uses.
set -euo pipefail
package=$(readlink -f "$1") root=$2
((EUID == 0)) || { echo "package_try.sh: debootstrap and chroot need root" >&2; exit 1; }
mirror=$(apt-cache policy | sed -nE 's/^ *[0-9]+ (https?:[^ ]+) bookworm\/main .*/\1/p' | head -1)
rm -rf "$root"
debootstrap --variant=minbase bookworm "$root" "${mirror:-http://deb.debian.org/debian}" >"$root.log" 2>&1 ||
    { tail "$root.log" >&2; exit 1; }
cp -r /etc/apt/. "$root/etc/apt/"
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp "$package" "$root/root/metertwin.deb"
mount --bind /dev "$root/dev" && mount -t devpts devpts "$root/dev/pts" && mount -t proc proc "$root/proc"
trap 'umount "$root/proc" "$root/dev/pts" "$root/dev"' EXIT
export DEBIAN_FRONTEND=noninteractive
chroot "$root" apt-get update -qq
chroot "$root" apt-get install -y --no-install-recommends /root/metertwin.deb >>"$root.log" 2>&1 ||
    { tail -20 "$root.log" >&2; exit 1; }
chroot "$root" metertwin-cli --version
chroot "$root" metertwin-cli run --scenario /usr/share/metertwin/scenarios/healthy-480.toml --for 2s
chroot "$root" env QT_QPA_PLATFORM=offscreen metertwin --screenshot /root/window.png
[[ -s $root/root/window.png ]] && echo "the package works on a fresh Debian 12; its window: $root/root/window.png"
