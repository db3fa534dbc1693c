"""What set-up says to a person: one line a step, how far it is, and one clear sentence when it fails."""

import subprocess
import sys
import time


class SetupError(Exception):
    """A failure that a person can mend: the message says what is wrong and what to do."""


class Progress:
    """Numbers the steps of a set-up and times each."""

    def __init__(self, total):
        self.total = total
        self.done = 0

    def step(self, text):
        self.done += 1
        print(f"  [{self.done}/{self.total}] {text} ...", flush=True)
        return _Timer()


class _Timer:
    def __enter__(self):
        self.start = time.monotonic()
        return self

    def __exit__(self, *exc):
        if exc[0] is None:
            print(f"        done in {time.monotonic() - self.start:.0f} s", flush=True)


def run(command, remedy, env=None, cwd=None, log=None):
    """Run a command quietly; on failure raise SetupError with its last lines and the remedy."""
    result = subprocess.run(
        command, env=env, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        errors="replace")
    if log:
        log.write_text(result.stdout)
    if result.returncode != 0:
        tail = "\n".join("      " + line for line in result.stdout.strip().splitlines()[-6:])
        raise SetupError(f"'{' '.join(map(str, command[:4]))} …' failed. {remedy}\n{tail}")
    return result.stdout


def fail(message):
    print(f"\ndev: {message}", file=sys.stderr)
    sys.exit(1)
