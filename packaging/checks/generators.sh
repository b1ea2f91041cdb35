#!/bin/sh
# Shows that Hugo, Jekyll and Eleventy build a site Galley writes for them just as it is, and that
# every post has the same words there as on the page Galley makes of it.
#
#   packaging/checks/generators.sh [POSTS]
#
# POSTS is a folder of posts (Markdown, pages, archives); without it, the sample post is taken.
# Needs `./mvnw package`, python3, and the generators:
#   sudo apt-get install hugo jekyll        (Debian, Ubuntu)
#   npm, from which Eleventy is taken into $GALLEY_CHECKS (~/.cache/galley-checks)
# Prints for each generator how many posts it built, and every post whose words differ.
set -eu
. "$(dirname "$0")/common.sh"

need hugo jekyll npm python3
from_npm @11ty/eleventy@3 markdown-it-footnote@4
bring_in "${1:-$posts}"
quietly with_each_post set --stage ready
desk() {
  quietly "$galley" --library "$scratch/library" "$@"
}
desk site new Check --address https://example.org/ --all-posts
desk site build Check --to "$scratch/pages"
for profile in hugo jekyll eleventy; do
  desk site build Check --profile "$profile" --to "$scratch/$profile"
done

(cd "$scratch/hugo" && hugo --quiet --destination "$scratch/hugo-built")
(cd "$scratch/jekyll" && jekyll build --quiet --destination "$scratch/jekyll-built")
ln -s "$tools/node_modules" "$scratch/node_modules"
(cd "$scratch/eleventy" && "$tools/node_modules/.bin/eleventy" --quiet --output="$scratch/eleventy-built")
[ -z "${SITES_KEEP:-}" ] || cp -R "$scratch/." "$SITES_KEEP"

python3 "$here/same-words.py" "$scratch/pages" \
  "Hugo=$scratch/hugo-built" "Jekyll=$scratch/jekyll-built" "Eleventy=$scratch/eleventy-built"
