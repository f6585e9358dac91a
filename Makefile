# SPDX-License-Identifier: GPL-3.0-or-later
# Short names for what meson does, with what is missing installed first. Directories: build (what you run and test),
# build-asan, build-ubsan and build-coverage.

SAMPLES = $(sort $(wildcard data/samples/*.txt data/samples/*.html))
LSAN = $(CURDIR)/tests/support/lsan.supp
# LeakSanitizer's stack walk by frame pointers is fast, and enough for our own code, which has them.
ASAN_ENV = LSAN_OPTIONS=suppressions=$(LSAN):print_suppressions=0 \
  UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 \
  ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1

.PHONY: help run test bench asan ubsan fuzz fuzz-merge coverage lint format pictures map-pictures working clean
.DEFAULT_GOAL = help

help:
	@echo 'make run       build, and open the window with the sample statements'
	@echo 'make test      build, and run every test'
	@echo 'make bench     measure speed and memory'
	@echo 'make asan      the tests under AddressSanitizer, LeakSanitizer and UndefinedBehaviorSanitizer'
	@echo 'make ubsan     the tests under UndefinedBehaviorSanitizer alone'
	@echo 'make fuzz      each parser fuzzed for SECONDS_EACH (600) under both sanitizers; make fuzz-merge keeps what counts'
	@echo 'make coverage  the tests with coverage, as text and as build-coverage/coverage/index.html'
	@echo 'make lint      rooms, licence lines, translations, templates and desktop files'
	@echo 'make format    C sources as .clang-format says'
	@echo 'make working   STATEMENT=FILE worked through by keyboard and by mouse: pictures, and the actions counted'
	@echo 'make pictures  the window photographed, Arabic and English, light and dark, to data/screenshots'
	@echo 'make map-pictures  the map in both languages, four looks and two sizes, to build/map-pictures'
	@echo 'make clean     remove the build directories'

run:
	@.ci/install-dependencies run
	@.ci/build build
	.ci/with-display build/app/bayan --library build/samples.bayan $(SAMPLES)

test:
	@.ci/install-dependencies test
	@.ci/build build
	@.ci/test build

bench:
	@.ci/install-dependencies test
	@.ci/build build
	@.ci/test build --benchmark --verbose --num-processes 1

asan:
	@.ci/install-dependencies test
	@.ci/build build-asan -Db_sanitize=address,undefined -Db_lundef=false
	@$(ASAN_ENV) .ci/test build-asan --timeout-multiplier 4

ubsan:
	@.ci/install-dependencies test
	@.ci/build build-ubsan -Db_sanitize=undefined -Db_lundef=false
	@$(ASAN_ENV) .ci/test build-ubsan --timeout-multiplier 2

FUZZ_BUILD = build-fuzz
SECONDS_EACH = 600
fuzz:
	@.ci/install-dependencies fuzz
	@[ -f $(FUZZ_BUILD)/build.ninja ] || \
	  CC=clang meson setup $(FUZZ_BUILD) -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false
	@ninja -C $(FUZZ_BUILD) fuzzers
	@$(ASAN_ENV) .ci/fuzz $(FUZZ_BUILD) $(SECONDS_EACH) $(FUZZERS)

fuzz-merge:
	@$(ASAN_ENV) .ci/fuzz $(FUZZ_BUILD) merge $(FUZZERS)

coverage:
	@.ci/install-dependencies coverage
	@.ci/build build-coverage -Db_coverage=true
	@.ci/test build-coverage --timeout-multiplier 2
	@mkdir -p build-coverage/coverage
	gcovr --root . --filter app/ --exclude-unreachable-branches --print-summary --sort-percentage \
	  --html-details build-coverage/coverage/index.html --txt build-coverage/coverage.txt build-coverage
	@cat build-coverage/coverage.txt

lint:
	@.ci/install-dependencies test
	@.ci/build build
	@.ci/test build --suite lint

format:
	@.ci/install-dependencies format
	git ls-files 'app/*.c' 'tests/*.c' | xargs clang-format -i

pictures:
	@.ci/install-dependencies test
	@.ci/build build
	tests/ui/walks/pictures.py build/app/bayan data/screenshots

map-pictures:
	@.ci/install-dependencies test
	@.ci/build build
	tests/ui/walks/map-pictures.py build/app/bayan build/po build/map-pictures

working:
	@.ci/install-dependencies test
	@.ci/build build
	tests/ui/walks/working.py build/app/bayan build/working $(STATEMENT)

clean:
	rm -rf build build-asan build-ubsan build-coverage
