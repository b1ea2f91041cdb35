#!/bin/sh
# Shows that the pages Galley exports are valid HTML and have no barriers that a tool can find; with
# --site, the same of whole sites in every theme, and that nothing in them is missing or too much.
#
#   packaging/checks/pages.sh [--site] [POSTS]
#
# POSTS is a folder of posts (Markdown, pages, archives); without it, the sample post is taken. For a
# site they are Markdown files, and pictures may lie in a folder "images" beside POSTS; posts are
# given sections, corrections and former addresses, one is withdrawn and one renamed, so that every
# kind of page there is gets made.
# Each page goes through the Nu HTML checker, and in Chromium through axe-core: 360 and 1280 pixels
# wide, light and dark; of a site all kinds of pages and 24 articles. A site's feeds and sitemaps are
# held against their schemas ($ATOM_SCHEMA: the RELAX NG grammar of RFC 4287 as a file; without it
# feeds are only read), its pictures looked at with exiftool, and all of its files by SiteSound.
# Needs `./mvnw package`, and
#   sudo apt-get install chromium default-jre-headless        (Debian; or name one in $CHROMIUM)
#   sudo apt-get install libxml2-utils libimage-exiftool-perl (for sites)
#   npm, from which vnu-jar, axe-core, puppeteer-core and sitemap are taken into $GALLEY_CHECKS
#   (~/.cache/galley-checks)
# Sites stay in $SITES_KEEP where that names a folder. Prints what was found and ends with 1 where
# there was anything.
set -eu
. "$(dirname "$0")/common.sh"

site=no
if [ "${1:-}" = --site ]; then
  site=yes
  shift
fi
posts=${1:-$posts}
chromium=${CHROMIUM:-chromium}
need "$chromium" java npm node python3
from_npm vnu-jar axe-core puppeteer-core

found=0
# The checker does not know yet that a hash in the policy allows the page's own data.
look() {
  valid=0
  java -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --skip-non-html --also-check-css \
    --filterpattern '.*Content Security Policy.*' "$1" || valid=1
  if [ $valid = 0 ]; then
    echo "Nu HTML checker: nothing found in $(find "$1" -name '*.html' | wc -l) pages"
  else
    found=1
  fi
  CHROMIUM=$(command -v "$chromium") NODE_PATH=$tools/node_modules node "$here/axe.cjs" "$1" || found=1
}

if [ $site = no ]; then
  bring_in "$posts"
  echo "Exporting"
  with_each_post export --to "$scratch/pages" --format html --override "A check of the pages"
  look "$scratch/pages"
  exit $found
fi

need xmllint exiftool
from_npm sitemap
python3 "$here/furnish.py" "$posts" "$posts/../images" "$scratch/posts"
bring_in "$scratch/posts"
desk() {
  quietly "$galley" --library "$scratch/library" "$@"
}
quietly with_each_post set --stage ready
address=https://review.example/notes/
portrait=$(find "$scratch/posts/pictures" -name '*.jpg' | sort | head -n 1)
author=$(sed -n '/^authors:/{n;s/^ *- *//p;q;}' "$scratch"/posts/2016-08-31*.md 2>/dev/null || true)
author=${author:-A writer}
desk site new "Harbour & Tide" --address $address --all-posts
desk site set "Harbour & Tide" --language en --description "Notes on work that is open to everyone." \
  --section "Opinion=What we think, and why." --section "Ways of working=How it is done." \
  --section "Technology=What it is made of." --author "$author=Writes *about* boards and cards." \
  --author-link "$author=https://example.org/about" --social https://social.example/@harbour \
  --social https://github.com/harbour
[ -z "$portrait" ] || desk site set "Harbour & Tide" --author-picture "$author=$portrait"
# What was published once leaves something behind when it is renamed or withdrawn
mkdir "$scratch/host"
desk site destination add "Harbour & Tide" host "$scratch/host"
desk site publish "Harbour & Tide" --override "A check of sites"
"$galley" --library "$scratch/library" list --json >"$scratch/list.json"
slugs=$(python3 -c 'import json, sys
print(*[p["slug"] for p in json.load(open(sys.argv[1]))["posts"] if p["section"]][:2])' "$scratch/list.json")
desk site unpublish "Harbour & Tide" "${slugs% *}"
desk set "${slugs#* }" --slug renamed-since
desk site publish "Harbour & Tide" --override "A check of sites"

for theme in opinion plain; do
  desk site set "Harbour & Tide" --theme $theme
  built=$scratch/$theme
  desk site build "Harbour & Tide" --to "$built"
  echo "The theme $theme"
  GALLEY_MAIN=$here/../../src/test/java/galley/export/SiteSound.java "$galley" "$built" $address ||
    found=1
  find "$built" -name 'sitemap*.xml' -exec xmllint --noout --nonet \
    --schema "$tools/node_modules/sitemap/schema/sitemap.xsd" {} + 2>"$scratch/maps" || {
    cat "$scratch/maps"
    found=1
  }
  find "$built" -name feed.xml -exec xmllint --noout --nonet ${ATOM_SCHEMA:+--relaxng "$ATOM_SCHEMA"} {} + \
    2>"$scratch/feeds" || {
    cat "$scratch/feeds"
    found=1
  }
  echo "xmllint: $(find "$built" -name 'sitemap*.xml' | wc -l) sitemaps and $(find "$built" -name feed.xml | wc -l) feeds"
  # What exiftool works out from the picture itself, or reads from the file system
  exiftool -q -r -G0 -s -EXIF:all -XMP:all -IPTC:all -Photoshop:all -GPS:all -Comment \
    -ext jpg -ext png -ext webp -ext gif "$built" 2>/dev/null | grep -v '^========' >"$scratch/marks" || true
  if [ -s "$scratch/marks" ]; then
    cat "$scratch/marks"
    found=1
  else
    echo "exiftool: nothing in $(find "$built" -name '*.jpg' -o -name '*.png' -o -name '*.webp' -o -name '*.gif' | wc -l) pictures"
  fi
  look "$built"
  [ -z "${SITES_KEEP:-}" ] || cp -R "$built" "$SITES_KEEP"
done
exit $found
