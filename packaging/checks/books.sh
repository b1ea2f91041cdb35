#!/bin/sh
# Shows that the books Galley exports are books: epubcheck finds no error in any of them.
#
#   packaging/checks/books.sh [POSTS]
#
# POSTS is a folder of posts (Markdown, pages, archives); without it, the sample post is taken.
# Needs `./mvnw package`, python3, and a Java on the path; takes epubcheck from Maven Central.
# Prints what was found and ends with 1 where there was anything.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
galley=$here/../galley
posts=${1:-$here/../../assets/sample}
tools=${GALLEY_CHECKS:-$HOME/.cache/galley-checks}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

if [ ! -d "$tools/epubcheck" ]; then
  cat >"$work/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>checks</groupId><artifactId>books</artifactId><version>1</version>
<dependencies><dependency><groupId>org.w3c</groupId><artifactId>epubcheck</artifactId>
<version>5.3.0</version></dependency></dependencies></project>
POM
  "$here/../../mvnw" -q -B -f "$work/pom.xml" dependency:copy-dependencies \
    -DoutputDirectory="$tools/epubcheck.part" -DincludeScope=runtime
  mv "$tools/epubcheck.part" "$tools/epubcheck"
fi

echo "Bringing in $posts"
"$galley" --library "$work/library" import "$posts" >"$work/import.log" || {
  cat "$work/import.log" >&2
  exit 1
}
"$galley" --library "$work/library" list --json >"$work/list.json"
slugs=$(python3 -c 'import json, sys; [print(p["slug"]) for p in json.load(open(sys.argv[1]))["posts"]]' "$work/list.json")
bad=0
count=0
for slug in $slugs; do
  "$galley" --library "$work/library" export "$slug" --format epub --to "$work/books" \
    --override "A check of books" >/dev/null
  count=$((count + 1))
  java -cp "$tools/epubcheck/*" com.adobe.epubcheck.tool.Checker "$work/books/$slug.epub" \
    >"$work/$slug.log" 2>&1 || bad=$((bad + 1))
  if grep -E "^(FATAL|ERROR|WARNING)" "$work/$slug.log"; then :; fi
done
echo "$count books, $bad with something wrong"
[ "$bad" -eq 0 ]
