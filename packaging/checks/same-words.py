#!/usr/bin/env python3
"""Compares the words of pages that site generators built with those of Galley's own pages.

    same-words.py PAGES NAME=BUILT...

PAGES is a site as `galley site build` writes it; its articles are compared, headline and text.
Quotation marks and dashes are left out of account, for generators set their own, and so are
pictures and the boxes of task lists. Ends with 1 where a page is missing or its words differ.
"""
import html.parser
import pathlib
import re
import sys

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Words(html.parser.HTMLParser):
    """The words of a page's text, without those of some elements."""

    def __init__(self, left_out):
        super().__init__(convert_charrefs=True)
        self.left_out = left_out
        self.depth = 0
        self.text = []

    def handle_starttag(self, tag, attrs):
        marks = dict(attrs)
        out = self.left_out(tag, marks)
        if tag not in VOID and (self.depth or out):
            self.depth += 1
        if not self.depth and tag in ("p", "li", "td", "th", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "dt", "dd"):
            self.text.append(" ")

    def handle_endtag(self, tag):
        if self.depth and tag not in VOID:
            self.depth -= 1
        elif tag in ("p", "li", "td", "th", "div", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "dt", "dd"):
            self.text.append(" ")

    def handle_data(self, data):
        if not self.depth:
            self.text.append(data)


def words(path, left_out):
    parser = Words(left_out)
    parser.feed(path.read_text(encoding="utf-8"))
    text = "".join(parser.text).replace("&#8617;", " ")
    return re.findall(r"\w+", re.sub(r"\[[xX ]\](?= )", " ", text))


def of_galley(tag, marks):
    kind = (marks.get("class") or "").split()
    return (
        tag in ("head", "figure", "script", "style")
        or bool({"skip", "top", "bottom", "kicker", "standfirst", "byline", "foot"} & set(kind))
        or is_note(tag, marks)
    )


def of_generator(tag, marks):
    return tag in ("head", "header", "figure", "script", "style") or is_note(tag, marks)


def is_note(tag, marks):
    """Marks and arrows of footnotes, and the headings some put above them."""
    kind = (marks.get("class") or "").split()
    role = marks.get("role") or ""
    return (
        role in ("doc-noteref", "doc-backlink")
        or any(k.startswith(("footnote-ref", "footnote-back", "reversefootnote", "footnotes-title")) for k in kind)
        or (tag == "sup" and (marks.get("id") or "").startswith("fnref"))
        or (tag == "h2" and "visually-hidden" in kind)
    )


def main():
    pages = pathlib.Path(sys.argv[1])
    wanted = {
        page.parent.name: words(page, of_galley)
        for page in sorted(pages.rglob("index.html"))
        if '<header class="head">' in page.read_text(encoding="utf-8")
    }
    wrong = 0
    for argument in sys.argv[2:]:
        name, folder = argument.split("=", 1)
        built = {}
        for page in pathlib.Path(folder).rglob("index.html"):
            if "<article>" not in page.read_text(encoding="utf-8"):
                continue
            built[re.sub(r"^\d{4}-\d\d-\d\d-", "", page.parent.name).lower()] = page
        same = 0
        for slug, expected in wanted.items():
            if slug.lower() not in built:
                print(f"{name}: {slug} was not built")
                continue
            found = words(built[slug.lower()], of_generator)
            if found == expected:
                same += 1
                continue
            at = next((i for i, (a, b) in enumerate(zip(expected, found)) if a != b), min(len(expected), len(found)))
            print(f"{name}: {slug} differs at word {at} of {len(expected)}:")
            print("  Galley  " + " ".join(expected[max(0, at - 5) : at + 12]))
            print(f"  {name:7} " + " ".join(found[max(0, at - 5) : at + 12]))
        print(f"{name}: {same} of {len(wanted)} posts with the same words")
        wrong += len(wanted) - same
    return 1 if wrong or not wanted else 0


sys.exit(main())
