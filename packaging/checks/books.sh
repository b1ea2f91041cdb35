#!/bin/sh
# Shows that the books Galley exports are books: epubcheck finds no error in any of them.
#
#   packaging/checks/books.sh [POSTS]
#
# POSTS is a folder of posts (Markdown, pages, archives); without it, the sample post is taken.
# Needs `./mvnw package` and a Java on the path; takes epubcheck from Maven Central.
# Prints what was found and ends with 1 where there was anything.
set -eu
. "$(dirname "$0")/common.sh"

need java
from_central epubcheck org.w3c epubcheck 5.3.0
bring_in "${1:-$posts}"
with_each_post export --to "$scratch/books" --format epub --override "A check of books"
# What it says of each file is of no interest, but for what is wrong
found=0
java -cp "$tools/epubcheck/*" "$here/Books.java" "$scratch/books" >"$scratch/said" 2>&1 || found=1
grep -E '^(FATAL|ERROR|WARNING|[0-9]+ books)' "$scratch/said" || cat "$scratch/said" >&2
exit $found
