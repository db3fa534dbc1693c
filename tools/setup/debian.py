"""Debian packages: those of the machine, and a private apt state that reads other suites without touching it."""

import os
import shutil
import subprocess
from pathlib import Path

from .report import SetupError, run

KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"


def _as_root(command):
    if os.geteuid() == 0:
        return command
    if shutil.which("sudo"):
        return ["sudo", *command]
    raise SetupError(
        f"Root rights are needed for '{' '.join(command)}'. Run it yourself or install sudo.")


def installed(package):
    result = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status}", package], capture_output=True, text=True)
    return result.returncode == 0 and result.stdout == "installed"


def missing(packages):
    if not shutil.which("dpkg-query"):
        raise SetupError("This set-up knows Debian 12 and 13 only. On another system install: "
                         + ", ".join(packages) + ", and see docs/ARCHITECTURE.md, 'Build'.")
    return [p for p in packages if not installed(p)]


def install(packages):
    """Install packages of the machine's own release."""
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    remedy = "Check the network and the machine's apt sources, then run this again."
    run(_as_root(["apt-get", "update", "-q"]), remedy, env=env)
    run(_as_root(["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]), remedy, env=env)


def _mirror():
    """The base address of the machine's own Debian mirror, from its apt configuration."""
    out = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(SITE) $(CODENAME) $(COMPONENT)"],
        capture_output=True, text=True).stdout
    for line in out.splitlines():
        parts = line.split()
        if len(parts) == 3 and parts[2] == "main" and parts[1] in ("bookworm", "trixie", "forky", "sid"):
            return parts[0]
    raise SetupError("No Debian mirror was found in this machine's apt sources. Add one, then run this again.")


class PrivateApt:
    """An apt with its own state in one folder, reading trixie and forky; the system's apt never sees it."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.env = {**os.environ, "APT_CONFIG": str(folder / "apt.conf"), "DEBIAN_FRONTEND": "noninteractive"}

    def prepare(self):
        for sub in ("state/lists/partial", "cache/archives/partial"):
            (self.folder / sub).mkdir(parents=True, exist_ok=True)
        (self.folder / "status").write_text("")
        mirror = _mirror()
        # A mirror that stands still (a snapshot) can hold a testing suite past its Valid-Until date. The signature
        # is still checked, and every source we take is pinned by SHA-256 in emsdk.lock.
        options = f"signed-by={KEYRING} check-valid-until=no"
        (self.folder / "sources.list").write_text(
            f"deb [{options}] {mirror} trixie main\n"
            f"deb-src [{options}] {mirror} trixie main\n"
            f"deb-src [{options}] {mirror} forky main\n")
        (self.folder / "apt.conf").write_text("".join(f'{key} "{value}";\n' for key, value in {
            "Dir::State": self.folder / "state",
            "Dir::State::status": self.folder / "status",
            "Dir::Cache": self.folder / "cache",
            "Dir::Etc::SourceList": self.folder / "sources.list",
            "Dir::Etc::SourceParts": "/dev/null",
            "APT::Install-Recommends": "false",
            "APT::Sandbox::User": "",
            "Acquire::Languages": "none",
        }.items()))
        run(["apt-get", "update", "-q"], "Check the network, then run this again.", env=self.env)

    def download(self, packages):
        """Fetch packages and all they need; give the .deb files."""
        run(["apt-get", "install", "-y", "-q", "--download-only", *packages],
            "Check the network and the free disk space (about 2 GB are needed), then run this again.", env=self.env)
        return sorted((self.folder / "cache/archives").glob("*.deb"))

    def source(self, name, version, suite, into: Path):
        """Fetch one source tarball. Where the exact version has gone, take the suite's present one and say so."""
        command = ["apt-get", "source", "-q", "--download-only", "--tar-only"]
        into.mkdir(parents=True, exist_ok=True)
        exact = subprocess.run([*command, f"{name}={version}"], cwd=into, env=self.env, capture_output=True, text=True)
        if exact.returncode == 0:
            return
        run([*command, f"{name}/{suite}"], f"The mirror has no source package '{name}'. Bring your own copy with "
            f"-DFETCHCONTENT_SOURCE_DIR_{name.upper()}=…", env=self.env, cwd=into)
        print(f"        note: {name} {version} is no longer on the mirror; its present version was taken instead")
