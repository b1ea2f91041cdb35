#!/bin/sh
# Shows that the pages Galley exports are valid HTML and have no barriers that a tool can find.
#
#   packaging/checks/pages.sh [POSTS]
#
# POSTS is a folder of posts (Markdown, pages, archives); without it, the sample post is taken.
# Each page goes through the Nu HTML checker, and in Chromium through axe-core: 360 and 1280 pixels
# wide, light and dark. Needs `./mvnw package`, and
#   sudo apt-get install chromium default-jre-headless        (Debian; or name one in $CHROMIUM)
#   npm, from which vnu-jar, axe-core and puppeteer-core are taken into $GALLEY_CHECKS
#   (~/.cache/galley-checks)
# Prints what was found and ends with 1 where there was anything.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
galley=$here/../galley
posts=${1:-$here/../../assets/sample}
tools=${GALLEY_CHECKS:-$HOME/.cache/galley-checks}
chromium=${CHROMIUM:-chromium}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

for tool in "$chromium" java npm node python3; do
  command -v "$tool" >/dev/null || {
    echo "pages.sh: $tool is missing. See the top of this script for how to get it." >&2
    exit 2
  }
done
for package in vnu-jar axe-core puppeteer-core; do
  if [ ! -d "$tools/node_modules/$package" ]; then
    mkdir -p "$tools"
    npm install --silent --no-fund --no-audit --prefix "$tools" vnu-jar axe-core puppeteer-core
  fi
done

echo "Bringing in $posts"
"$galley" --library "$work/library" import "$posts" >"$work/import.log" || {
  cat "$work/import.log" >&2
  exit 1
}
echo "Exporting"
GALLEY_MAIN=$here/EachPost.java "$galley" "$work/library" export --to "$work/pages" \
  --format html --override "A check of the pages"

found=0
# The checker does not know yet that a hash in the policy allows the page's own data.
java -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --skip-non-html --also-check-css \
  --filterpattern '.*Content Security Policy.*' "$work/pages" || found=1
[ $found = 1 ] || echo "Nu HTML checker: nothing found in $(ls "$work/pages" | wc -l) pages"

CHROMIUM=$(command -v "$chromium") NODE_PATH=$tools/node_modules node "$here/axe.cjs" "$work/pages" || found=1
exit $found
