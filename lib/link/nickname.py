#!/usr/bin/env python3
"""Writes nickname.inc: one line a name, the name first, then its short and pet forms.

usage: nickname.py names.csv wikidata_given_variants.csv first_names_england_wales.csv
    first_name_ranks_1904_1994.csv > lib/link/nickname.inc

names.csv is carltonnorthern/nicknames (Apache-2.0), the second file Wikidata (CC0), the other
two are baby names of the Office for National Statistics (Open Government Licence v3.0): names
that 200 babies or more were given, and the first hundred of each decade.  They stand alone on
their lines: known names, by which twins differ from typos.
Only names of ASCII letters, at least two; a form that stands for more than 24 names says
nothing and is left out."""
import collections, csv, re, sys, unicodedata

def fold(s):
    s = unicodedata.normalize("NFKD", s.lower())
    return "".join(c for c in s if not unicodedata.combining(c))

forms = collections.defaultdict(set)
def put(name, form):
    name, form = fold(name), fold(form)
    if name != form and all(re.fullmatch(r"[a-z]{2,}", x) for x in (name, form)):
        forms[name].add(form)

# Short written forms that neither list has.
for name, form in (("muhammad", "md mohd mohamed mohammed mohammad muhammed mohamad"), ("abdul", "abd")):
    for f in form.split():
        put(name, f)
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
    put(row["name1"], row["name2"])
for row in csv.DictReader(open(sys.argv[2], encoding="utf-8")):
    put(row["name"], row["variant"])
known = {fold(r["name"]) for r in csv.DictReader(open(sys.argv[3], encoding="utf-8")) if int(r["births"]) >= 200}
known |= {fold(r["name"]) for r in csv.DictReader(open(sys.argv[4], encoding="utf-8"))}
stands_for = collections.Counter(f for fs in forms.values() for f in fs)
print("/* Made by nickname.py from carltonnorthern/nicknames (Apache-2.0), Wikidata (CC0), ONS baby names (OGL v3.0). */")
lines, met = [], set()
for name in forms:
    fs = sorted(f for f in forms[name] if stands_for[f] <= 24)
    if fs:
        lines.append(" ".join([name] + fs))
        met |= {name, *fs}
lines += [n for n in known if re.fullmatch(r"[a-z]{2,}", n) and n not in met]
for line in sorted(lines):
    print('"%s",' % line)
