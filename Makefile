# kin: Unix filters for records of people.  `make help` lists the targets.

VERSION   = 0.1.0
MODE     ?= release
PREFIX   ?= /usr/local
DESTDIR  ?=
CC       ?= cc
T        ?= 60

BUILD     = build/$(MODE)
BINDIR    = $(if $(filter release,$(MODE)),bin,$(BUILD)/bin)
COMMANDS  = $(patsubst cmd/%.c,%,$(wildcard cmd/*.c))
LIBSRC    = $(wildcard lib/*/*.c)
LIBOBJ    = $(LIBSRC:lib/%.c=$(BUILD)/lib/%.o)
PROGRAMS  = $(COMMANDS:%=$(BINDIR)/%)
LIBRARY   = $(BUILD)/libkin.a

WARN      = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
OPT_release  = -O2 -g
OPT_debug    = -O0 -g3
OPT_clang    = -O1
OPT_cover    = -O0 -g --coverage
OPT_sanitize = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
WERROR    = $(if $(CI),-Werror)
CPPFLAGS += -Iinclude -D_GNU_SOURCE -DKIN_VERSION='"$(VERSION)"'
ALLCFLAGS = -std=c11 $(WARN) $(WERROR) $(OPT_$(MODE)) -fPIE -fstack-protector-strong $(CFLAGS)
LDLIBS   += -lcsv -ljansson -lutf8proc -lxxhash -lgeos_c -lm -lpthread
TESTLIBS  = -lcheck -lsubunit -lrt $(if $(wildcard /usr/include/glpk.h),-lglpk)

# Files appear under their names when they are whole: two builds at once do no harm.
NEW       = $@.new$$$$
COMPILE   = $(CC) $(CPPFLAGS) $(ALLCFLAGS) -MMD -MP -MT $@ -MF $(NEW).d -o $(NEW)
DONE      = mv $(NEW).d $(1) && mv $(NEW) $@
LINK      = $(CC) -Wl,--as-needed $(OPT_$(MODE)) -pie $(LDFLAGS)
RUN       = KIN_MODE=$(MODE) KIN_BIN=$(CURDIR)/$(BINDIR) KIN_BUILD=$(CURDIR)/$(BUILD) CC="$(CC)"

.PHONY: all
all: $(PROGRAMS) $(if $(filter release,$(MODE)),docs) ## build bin/, the pages and the completions

$(BUILD)/lib/%.o: lib/%.c
	@mkdir -p $(@D)
	$(COMPILE) -c $< && $(call DONE,$(@:.o=.d))

$(BUILD)/cmd/%.o: cmd/%.c
	@mkdir -p $(@D)
	$(COMPILE) -c $< && $(call DONE,$(@:.o=.d))

$(BUILD)/lib/face/common.o: Makefile

$(LIBRARY): $(LIBOBJ)
	@rm -f $(NEW) && ar rcs $(NEW) $(LIBOBJ) && mv $(NEW) $@

$(BINDIR)/%: $(BUILD)/cmd/%.o $(LIBRARY)
	@mkdir -p $(@D)
	$(LINK) -o $(NEW) $< $(LIBRARY) $(LDLIBS) && mv $(NEW) $@

# --- pages and completions, from the option tables of the programs -----------

PAGESRC   = $(wildcard man/*.in)
PAGES     = $(PAGESRC:man/%.in=build/man/%)
SHELLS    = build/completions/kin.bash build/completions/_kin build/completions/kin.fish

.PHONY: docs
docs: $(PAGES) $(SHELLS)

build/man/%: man/%.in tools/page.sh $(PROGRAMS)
	@mkdir -p $(@D)
	@tools/page.sh $< $(BINDIR) $(VERSION) > $(NEW) && mv $(NEW) $@

build/completions/%: tools/completions.sh $(PROGRAMS)
	@mkdir -p $(@D)
	@tools/completions.sh $* $(BINDIR) $(filter-out kin,$(COMMANDS)) > $(NEW) && mv $(NEW) $@

# --- a fresh machine ---------------------------------------------------------

.PHONY: deps demo
deps: ## install what is missing (Debian, Ubuntu)
	@CC="$(CC)" tools/deps.sh

demo: deps ## install what is missing, build, run the example morning and show its report
	@$(MAKE) -s -j2 all
	@PATH="$(CURDIR)/bin:$$PATH" examples/morning.sh

# --- tests -------------------------------------------------------------------

UNITSRC   = $(wildcard tests/unit/test_*.c)
UNITS     = $(UNITSRC:tests/unit/%.c=$(BUILD)/unit/%)
FUZZSRC   = $(wildcard tests/fuzz/fuzz_*.c)
REPLAYS   = $(FUZZSRC:tests/fuzz/%.c=$(BUILD)/replay/%)
FUZZERS   = $(FUZZSRC:tests/fuzz/%.c=build/fuzz/%)
APISRC    = $(wildcard examples/api/*.c)
APIS      = $(APISRC:examples/api/%.c=$(BUILD)/api/%)
FAULTLIB  = build/faults/badlibc.so

$(BUILD)/unit/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(COMPILE) $< $(LIBRARY) $(TESTLIBS) $(LDLIBS) && $(call DONE,$@.d)

$(BUILD)/replay/%: tests/fuzz/%.c tests/fuzz/replay.c $(LIBRARY)
	@mkdir -p $(@D)
	$(COMPILE) $< tests/fuzz/replay.c $(LIBRARY) $(LDLIBS) && $(call DONE,$@.d)

$(BUILD)/api/%: examples/api/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(COMPILE) $< $(LIBRARY) $(LDLIBS) && $(call DONE,$@.d)

build/fuzz/%: tests/fuzz/%.c $(LIBSRC)
	@mkdir -p $(@D)
	clang $(CPPFLAGS) -std=c11 -g -O1 -fsanitize=fuzzer,address,undefined -o $@ $< $(LIBSRC) $(LDLIBS)

$(FAULTLIB): tests/faults/badlibc.c
	@mkdir -p $(@D)
	$(CC) $(WARN) -D_GNU_SOURCE -std=c11 -O1 -shared -fPIC -o $(NEW) $< -ldl && mv $(NEW) $@

.PHONY: check unit golden story truth faults replay lint accept
check: deps ## all tests; ends with the sum of all suites
	@$(MAKE) -s -j2 all $(UNITS) $(REPLAYS) $(APIS) $(FAULTLIB)
	@$(RUN) tests/check.sh unit golden story truth faults replay lint

unit: $(UNITS) ## tests of modules (check)
	@$(RUN) tests/unit/run.sh $(T_UNIT)
golden: $(PROGRAMS) ## tests of programs, byte for byte
	@$(RUN) tests/golden/run.sh $(CASE)
story: $(PROGRAMS) $(APIS) ## whole pipelines, the examples, and those of the pages
	@$(RUN) tests/story/run.sh $(CASE)
truth: $(PROGRAMS) ## accuracy on the labelled sets
	@$(RUN) tests/truth/run.sh
faults: $(PROGRAMS) $(FAULTLIB) ## every command x every fault
	@$(RUN) tests/faults/run.sh $(CMD)
replay: $(REPLAYS) ## the fuzzers' corpora through their parsers
	@$(RUN) tests/fuzz/run.sh
lint: all ## layers, headers, docs, sizes, pages, scripts
	@$(RUN) tests/lint/run.sh
accept: $(PROGRAMS) ## CASE=golden/COMMAND/NAME: take what it prints now as right, and show the change
	@$(RUN) tests/cases.sh --accept tests/$(CASE)

.PHONY: sanitize valgrind fuzz cover bench
sanitize: ## unit, golden and faults under ASan and UBSan
	@$(MAKE) -s -j2 MODE=sanitize all build-tests
	@$(MAKE) -s MODE=sanitize check-built SUITES="unit golden story faults replay"
valgrind: $(UNITS) ## unit tests under valgrind
	@for t in $(UNITS); do CK_FORK=no CK_EXCLUDE_TAGS=ends valgrind -q --leak-check=full --error-exitcode=1 $$t || exit 1; done
fuzz: $(FUZZERS) ## each fuzzer for T seconds (clang)
	@tests/fuzz/fuzz.sh $(T) $(FUZZERS)
cover: ## lines covered by unit, golden and story (gcov)
	@$(MAKE) -s -j2 MODE=cover all build-tests
	@-$(MAKE) -s MODE=cover check-built SUITES="unit golden story"
	@tools/cover.sh build/cover
bench: all ## speed and memory beside other tools
	@tests/bench/run.sh

.PHONY: build-tests check-built
build-tests: $(UNITS) $(REPLAYS) $(APIS) $(FAULTLIB)
check-built:
	@$(RUN) tests/check.sh $(SUITES)

# --- installing --------------------------------------------------------------

ROOT      = $(DESTDIR)$(PREFIX)
FILTERS   = $(filter-out kin,$(COMMANDS))

.PHONY: install uninstall dist
install: all ## DESTDIR, PREFIX: kin in bin, programs in libexec/kin, pages, completions
	install -d $(ROOT)/bin $(ROOT)/libexec/kin $(ROOT)/share/man/man1 $(ROOT)/share/man/man5 $(ROOT)/share/man/man7
	install -d $(ROOT)/share/bash-completion/completions $(ROOT)/share/zsh/site-functions $(ROOT)/share/fish/vendor_completions.d
	install -m 755 bin/kin $(ROOT)/bin/
	install -m 755 $(FILTERS:%=bin/%) $(ROOT)/libexec/kin/
	for page in $(notdir $(PAGES)); do install -m 644 build/man/$$page $(ROOT)/share/man/man$${page##*.}/ || exit 1; done
	install -m 644 build/completions/kin.bash $(ROOT)/share/bash-completion/completions/kin
	install -m 644 build/completions/_kin $(ROOT)/share/zsh/site-functions/
	install -m 644 build/completions/kin.fish $(ROOT)/share/fish/vendor_completions.d/
	install -d $(ROOT)/share/kin/examples/lists $(ROOT)/share/kin/examples/tables
	install -m 755 examples/*.sh $(ROOT)/share/kin/examples/
	install -m 644 examples/setup.inc examples/README.md $(ROOT)/share/kin/examples/
	install -m 644 examples/lists/*.csv $(ROOT)/share/kin/examples/lists/
	install -m 644 examples/tables/* $(ROOT)/share/kin/examples/tables/

uninstall: ## take away what install put there
	rm -f $(ROOT)/bin/kin $(FILTERS:%=$(ROOT)/libexec/kin/%)
	for page in $(notdir $(PAGES)); do rm -f $(ROOT)/share/man/man$${page##*.}/$$page; done
	rm -f $(ROOT)/share/bash-completion/completions/kin $(ROOT)/share/zsh/site-functions/_kin $(ROOT)/share/fish/vendor_completions.d/kin.fish
	rm -rf $(ROOT)/share/kin/examples
	-rmdir $(ROOT)/libexec/kin $(ROOT)/share/kin

dist: ## build/kin-VERSION.tar.gz of what is committed
	@mkdir -p build
	git archive --prefix=kin-$(VERSION)/ -o build/kin-$(VERSION).tar.gz HEAD

.PHONY: clean help
clean: ## remove what was built
	rm -rf build bin

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

-include $(LIBOBJ:.o=.d) $(COMMANDS:%=$(BUILD)/cmd/%.d) $(UNITS:=.d) $(REPLAYS:=.d) $(APIS:=.d)
.SECONDARY:
