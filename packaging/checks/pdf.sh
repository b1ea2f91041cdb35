#!/bin/sh
# Shows that the PDFs Galley exports are accessible: veraPDF finds nothing against PDF/UA-1.
#
#   packaging/checks/pdf.sh [POSTS]
#
# POSTS is a folder of posts (Markdown, pages, archives); without it, the sample post is taken.
# Needs `./mvnw package` and a Java on the path; takes veraPDF from Maven Central.
# Prints every clause that fails, by file, and ends with 1 where there was any.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
galley=$here/../galley
posts=${1:-$here/../../assets/sample}
tools=${GALLEY_CHECKS:-$HOME/.cache/galley-checks}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

if [ ! -d "$tools/verapdf" ]; then
  cat >"$work/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>checks</groupId><artifactId>pdf</artifactId><version>1</version>
<dependencies><dependency><groupId>org.verapdf</groupId><artifactId>validation-model</artifactId>
<version>1.30.2</version></dependency></dependencies></project>
POM
  "$here/../../mvnw" -q -B -f "$work/pom.xml" dependency:copy-dependencies \
    -DoutputDirectory="$tools/verapdf.part" -DincludeScope=runtime
  mv "$tools/verapdf.part" "$tools/verapdf"
fi

echo "Bringing in $posts"
"$galley" --library "$work/library" import "$posts" >"$work/import.log" || {
  cat "$work/import.log" >&2
  exit 1
}
GALLEY_MAIN=$here/EachPost.java "$galley" "$work/library" export --to "$work/pdf" --format pdf \
  --override "A check of PDFs"
java -cp "$tools/verapdf/*" "$here/PdfUa.java" "$work/pdf"
