#!/usr/bin/env python3
"""Writes nickname.inc: one line a name, the name first, then its short and pet forms.

usage: nickname.py names.csv wikidata_given_variants.csv > lib/link/nickname.inc

names.csv is carltonnorthern/nicknames (Apache-2.0); the other file is Wikidata (CC0).
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
stands_for = collections.Counter(f for fs in forms.values() for f in fs)
print("/* Made by nickname.py from carltonnorthern/nicknames (Apache-2.0) and Wikidata (CC0). */")
for name in sorted(forms):
    fs = sorted(f for f in forms[name] if stands_for[f] <= 24)
    if fs:
        print('"%s %s",' % (name, " ".join(fs)))
