#!/bin/sh
# Shows that the PDFs Galley exports are accessible: veraPDF finds nothing against PDF/UA-1.
#
#   packaging/checks/pdf.sh [POSTS]
#
# POSTS is a folder of posts (Markdown, pages, archives); without it, the sample post is taken.
# Needs `./mvnw package` and a Java on the path; takes veraPDF from Maven Central.
# Prints every clause that fails, by file, and ends with 1 where there was any.
set -eu
. "$(dirname "$0")/common.sh"

need java
from_central verapdf org.verapdf validation-model 1.30.2
bring_in "${1:-$posts}"
with_each_post export --to "$scratch/pdf" --format pdf --override "A check of PDFs"
java -cp "$tools/verapdf/*" "$here/PdfUa.java" "$scratch/pdf"
