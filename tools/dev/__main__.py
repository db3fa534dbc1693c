"""./dev: sets up what is missing, then builds, serves or tests. './dev help' explains each command."""

import argparse
import sys

from tools.setup import steps
from tools.setup.report import SetupError, fail

from . import build, check, package, serve

HELP = """\
usage: ./dev COMMAND [options]

  run [--port N]      build what changed and serve the site on http://127.0.0.1:N/ (8080)
  test [SUITE …]      every test, or some of: core asan wasm data web layering browser
                      (--update writes the reference screenshots anew)
  build [--address URL]
                      leave the finished static site in build/site/; with the address at which it will be published,
                      pages name themselves and their other languages to search engines
  package [--address URL]
                      into build/package/, without a server or a network: the whole explorer as one HTML file; a folder
                      with the text edition beside it, and its zip. With the address, shared links name the published site
  bench               print the benchmark table of the page
  bench awards [--sizes N,… --peers NAME,… --seconds N --limit N --memory N --seed N]
                      compare the query engine over projects with other libraries, in Chromium
  data check          read assets/data and list every fault with its place
  fmt                 format the C++ sources
  lint                check formatting and run clang-tidy over what is compiled natively
  clean [--all]       delete build/; with --all also the toolchain in .toolchain/
  help                this text; 'help lock' tells how to move a pinned version

The first run sets up the toolchain (about three minutes and 2 GB in .toolchain/); later ones take seconds and need no
network. Debian 12 and 13 are known; root rights (or sudo) are needed only to install missing packages."""

HELP_LOCK = """\
emsdk.lock pins Emscripten and every third-party source.
To move one: put its new version, file name and SHA-256 there (sha256sum of the source package's .orig.tar), run
'./dev build' and './dev test', and commit the lock together with what had to change."""


def command_run(arguments):
    parser = argparse.ArgumentParser(prog="./dev run")
    parser.add_argument("--port", type=int, default=8080)
    options = parser.parse_args(arguments)
    steps.set_up()
    build.site()
    serve.serve(build.SITE, options.port)


def command_build(arguments):
    parser = argparse.ArgumentParser(prog="./dev build")
    parser.add_argument("--address", default="", metavar="URL")
    options = parser.parse_args(arguments)
    steps.set_up()
    build.site(options.address)
    print(f"The site is in {build.SITE.relative_to(steps.ROOT)}/")


def command_package(arguments):
    parser = argparse.ArgumentParser(prog="./dev package")
    parser.add_argument("--address", default="", metavar="URL")
    address = build.site_address(parser.parse_args(arguments).address)
    steps.set_up(package=True)
    build.site(address)
    print("Packing ...", flush=True)
    for made in package.make(build.SITE, build.BUILD / "package", address):
        print(f"  {made.relative_to(steps.ROOT)}{'/' if made.is_dir() else f'  ({made.stat().st_size / 1e6:.1f} MB)'}")


def command_test(arguments):
    parser = argparse.ArgumentParser(prog="./dev test")
    parser.add_argument("suites", nargs="*", metavar="SUITE")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args(arguments)
    steps.set_up(tests=True)
    return check.test(options.suites, options.update)


def command_bench(arguments):
    if arguments[:1] == ["awards"]:
        steps.set_up(tests=True, bench=True)
        build.site()
        return check.bench_awards(arguments[1:])
    argparse.ArgumentParser(prog="./dev bench").parse_args(arguments)
    steps.set_up(tests=True)
    build.site()
    return check.bench()


def command_data(arguments):
    if arguments != ["check"]:
        fail("'./dev data check' is the only data command.")
    steps.set_up()
    return check.data()


def command_fmt(arguments):
    steps.set_up(tests=True)
    return check.fmt(write=True)


def command_lint(arguments):
    steps.set_up(tests=True)
    return check.lint()


def command_clean(arguments):
    parser = argparse.ArgumentParser(prog="./dev clean")
    parser.add_argument("--all", action="store_true")
    build.clean(everything=parser.parse_args(arguments).all)


def command_help(arguments):
    print(HELP_LOCK if arguments == ["lock"] else HELP)


COMMANDS = {
    "run": command_run, "build": command_build, "package": command_package, "test": command_test,
    "bench": command_bench, "data": command_data, "fmt": command_fmt, "lint": command_lint, "clean": command_clean,
    "help": command_help, "--help": command_help, "-h": command_help,
}


def main(arguments):
    if not arguments:
        command_help([])
        return 2
    command = COMMANDS.get(arguments[0])
    if command is None:
        fail(f"there is no command '{arguments[0]}'. './dev help' lists them.")
    try:
        return command(arguments[1:]) or 0
    except SetupError as error:
        fail(str(error))
    except KeyboardInterrupt:
        print()
        return 130


sys.exit(main(sys.argv[1:]))
