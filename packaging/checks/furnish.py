#!/usr/bin/env python3
"""Makes posts fit to fill every kind of page of a site.

    furnish.py POSTS PICTURES INTO

Copies the Markdown files of POSTS into INTO, with the pictures of PICTURES beside them (or none, where
there is no such folder). Each post gets a section; some get corrections and former addresses; pictures
that are missing are replaced by one of those at hand. Two pages that are no posts come with them.
"""
import json
import pathlib
import re
import shutil
import sys

SECTIONS = ["Opinion", "Ways of working", "Technology"]
PICTURE = re.compile(r"(?:\{\{ *site\.baseurl *\}\})?/assets/[\w./ -]+\.(?:png|jpe?g|gif|svg)", re.I)


def main():
    posts, pictures, into = map(pathlib.Path, sys.argv[1:])
    into.mkdir(parents=True)
    (into / "pictures").mkdir()
    at_hand = sorted(pictures.glob("*.*")) if pictures.is_dir() else []
    for picture in at_hand:
        shutil.copyfile(picture, into / "pictures" / picture.name)
    names = [picture.name for picture in at_hand]
    shown = 0

    def instead(found):
        nonlocal shown
        name = found.group().rsplit("/", 1)[1]
        if name not in names:
            name = names[shown % len(names)]
            shown += 1
        return "pictures/" + name

    for number, file in enumerate(sorted(posts.glob("*.md"))):
        text = file.read_text(encoding="utf-8")
        if names:
            text = PICTURE.sub(instead, text)
        front, body = re.match(r"---\n(.*?)\n---\n(.*)", text, re.S).groups()
        lead = re.search(r'^image: *"?(pictures/.+?)"? *$', front, re.M)
        front = re.sub(r"^image:.*\n?", "", front, flags=re.M).rstrip("\n")
        front += f"\nsection: {SECTIONS[number % 3]}"
        if lead:
            front += "\nimage: " + json.dumps({
                "path": lead.group(1),
                "alt": "What the post is about, seen from nearby",
                "caption": "The caption says what can be seen, and when.",
                "credit": "A photographer",
                "licence": "CC0",
            })
        if number % 7 == 3:
            front += '\ncorrections:\n- {date: 2026-11-20, text: "An earlier version said it was in May."}'
            front += '\n- "A name was misspelt."'
        if number % 9 == 4:
            front += f'\naliases: ["/old/{number}/", "/blog/{number}.html"]'
        (into / file.name).write_text(f"---\n{front}\n---\n{body}", encoding="utf-8")
    for page, words in {"About": "Who writes here, and why.", "Privacy": "Nothing is kept of visitors."}.items():
        (into / f"{page.lower()}.md").write_text(f"---\ntitle: {page}\n---\n\n{words}\n", encoding="utf-8")


main()
