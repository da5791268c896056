# kin: Unix filters for records of people.  `make help` lists the targets.

VERSION   = 0.1.0
MODE     ?= release
PREFIX   ?= /usr/local
DESTDIR  ?=
CC       ?= cc

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
OPT_sanitize = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
WERROR    = $(if $(CI),-Werror)
CPPFLAGS += -Iinclude -D_GNU_SOURCE -DKIN_VERSION='"$(VERSION)"'
ALLCFLAGS = -std=c11 $(WARN) $(WERROR) $(OPT_$(MODE)) -fPIE -fstack-protector-strong $(CFLAGS)
LDLIBS   += -lcsv -ljansson -lutf8proc -lxxhash -lm -lpthread

.PHONY: all
all: $(PROGRAMS) ## build bin/

$(BUILD)/lib/%.o: lib/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(ALLCFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/cmd/%.o: cmd/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(ALLCFLAGS) -MMD -MP -c -o $@ $<

$(LIBRARY): $(LIBOBJ)
	@rm -f $@
	@ar rcs $@ $(LIBOBJ)

$(BINDIR)/%: $(BUILD)/cmd/%.o $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(OPT_$(MODE)) -pie $(LDFLAGS) -o $@ $< $(LIBRARY) $(LDLIBS)

# --- tests ------------------------------------------------------------------

UNITSRC   = $(wildcard tests/unit/test_*.c)
UNITS     = $(UNITSRC:tests/unit/%.c=$(BUILD)/unit/%)

$(BUILD)/unit/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(ALLCFLAGS) -MMD -MP -o $@ $< $(LIBRARY) -lcheck -lsubunit -lrt $(LDLIBS)

.PHONY: unit
unit: $(UNITS) ## unit tests (check)
	@for t in $(UNITS); do $$t || exit 1; done

.PHONY: clean
clean: ## remove what was built
	rm -rf build bin

.PHONY: help
help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

-include $(LIBOBJ:.o=.d) $(COMMANDS:%=$(BUILD)/cmd/%.d) $(UNITS:=.d)
.SECONDARY:
