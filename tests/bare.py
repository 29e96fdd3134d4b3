#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`./dev run` as somebody meets it first: on a Debian 12 that has nothing but its base, with and without a display.

Usage: bare.py PLACE. Makes the base with debootstrap in PLACE/debian (once; it is kept and copied for each run), puts a
fresh clone of this repository's last commit there, and runs it as root would. Needs root and Debian's archive, which it
takes from where this machine's apt takes it.
"""
import hashlib
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SUITE = "bookworm"
HOME = "home/yanshou"
# What apt needs to reach the same archive in the same way.
APT = ["etc/apt/sources.list", "etc/apt/sources.list.d/debian.sources", "etc/apt/apt.conf.d", "etc/resolv.conf"]
ALONE = ("mount --make-rprivate / && mount -t proc proc {root}/proc && mount --rbind /sys {root}/sys && "
         "mount --rbind /dev {root}/dev && exec chroot {root} /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home "
         "LANG=C.UTF-8 {more} /bin/sh -c 'cd /{home}; {command}'")
# The window opens on the copy; once it is there it is closed as a person would, and the program must end by itself.
SHOWN = ("rm -f /tmp/.X77-lock /tmp/.X11-unix/X77; Xvfb :77 -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 & sleep 2; openbox >/dev/null 2>&1 & "
         "(dbus-run-session -- ./dev run; echo status $?) > /tmp/shown.log 2>&1 & "
         "n=0; until xdotool search --onlyvisible --name 验收 >/tmp/window.txt 2>/dev/null || [ $n = 120 ]; "
         "do n=$((n+1)); sleep 1; done; sleep 5; import -window root /tmp/shown.png; "
         "xdotool key alt+F4; sleep 5; cat /tmp/shown.log; grep -q Opening /tmp/shown.log && test -s /tmp/window.txt "
         "&& grep -q \"status 0\" /tmp/shown.log")


def archive():
    """Where this machine's apt has the suite from."""
    told = subprocess.run(["apt-get", "indextargets", "--format", "$(SITE) $(RELEASE) $(CODENAME)", "Created-By: Packages"],
                          capture_output=True, text=True, check=True).stdout.split("\n")
    return next(line.split()[0] for line in told if line.split()[1:] and line.split()[1] == SUITE)


def make_base(base):
    """A Debian with required packages only."""
    if (base / "bin/sh").exists():
        return
    unfinished = base.with_name(base.name + ".new")
    shutil.rmtree(unfinished, ignore_errors=True)
    subprocess.run(["debootstrap", "--variant=minbase", SUITE, str(unfinished), archive()], check=True)
    unfinished.rename(base)


def furnish(base, root):
    """A copy of the base with apt's settings and a fresh clone."""
    subprocess.run(["rm", "-rf", str(root)], check=True)
    subprocess.run(["cp", "-a", "--reflink=auto", str(base), str(root)], check=True)
    for name in APT:
        source, target = pathlib.Path("/", name), root / name
        if source.is_dir():
            for part in source.iterdir():
                if part.is_file():
                    shutil.copy(part, target / part.name)
        elif source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            shutil.copy(source, target)
    subprocess.run(["git", "clone", "-q", "--no-hardlinks", str(ROOT), str(root / HOME)], check=True)


def run_in(root, command, more=""):
    """Runs it there, with mounts that nobody else sees; its output, which is shown too."""
    with subprocess.Popen(["unshare", "--mount", "--pid", "--fork", "--kill-child", "/bin/sh", "-c",
                           ALONE.format(root=root, home=HOME, command=command, more=more)],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True) as process:
        told = []
        for line in process.stdout:
            told.append(line)
            print("    " + line, end="", flush=True)
    if process.returncode != 0:
        raise SystemExit("%s ended with status %d" % (command.split()[0], process.returncode))
    return "".join(told)


def digest(folder):
    """Of all files of a folder: names and contents."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(b"%s %s\n" % (str(path.relative_to(folder)).encode(), hashlib.sha256(path.read_bytes()).digest()))
    return whole.hexdigest()


def expect(holds, words):
    print(("  ✓ " if holds else "  ✗ ") + words, flush=True)
    if not holds:
        raise SystemExit("that did not hold")


def main(place):
    root, base = place / "run", place / "debian"
    place.mkdir(parents=True, exist_ok=True)
    make_base(base)
    furnish(base, root)
    told = run_in(root, "./dev run")
    expect("These Debian packages are missing and will be installed now:" in told, "it says what it will install")
    paths = [line.rpartition(": ")[2].strip() for line in told.splitlines() if line.lstrip().startswith("→")]
    expect(paths and all((root / path.lstrip("/")).exists() for path in paths),
           "all that it names is there: %d paths" % len(paths))
    sample = root / HOME / "build/run/sample"
    before = digest(sample)
    told = run_in(root, SHOWN, "DISPLAY=:77 LC_ALL=zh_CN.UTF-8")
    expect("missing" not in told, "a second run installs nothing")
    copies = [path for path in (root / HOME / "build/run").glob("county-*") if path.is_dir()]
    expect(len(copies) == 1, "the window opened on a copy of the first county")
    expect(digest(sample) == before, "the sample is as it was made")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve())
