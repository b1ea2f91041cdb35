#!/bin/sh
# Shows that Hugo, Jekyll and Eleventy build what Galley exports for them, with the same words.
#
#   packaging/checks/generators.sh [POSTS]
#
# POSTS is a folder of posts (Markdown, pages, archives); without it, the sample post is taken.
# Needs `./mvnw package`, python3, and the generators:
#   sudo apt-get install hugo jekyll        (Debian, Ubuntu)
#   npm, from which Eleventy is taken into $GALLEY_CHECKS (~/.cache/galley-checks)
# Prints for each generator how many posts it built, and every post whose words differ.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
galley=$here/../galley
posts=${1:-$here/../../assets/sample}
tools=${GALLEY_CHECKS:-$HOME/.cache/galley-checks}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

for tool in hugo jekyll npm python3; do
  command -v "$tool" >/dev/null || {
    echo "generators.sh: $tool is missing. See the top of this script for how to get it." >&2
    exit 2
  }
done
if [ ! -d "$tools/node_modules/markdown-it-footnote" ]; then
  mkdir -p "$tools"
  npm install --silent --no-fund --no-audit --prefix "$tools" @11ty/eleventy@3 markdown-it-footnote@4
fi

echo "Bringing in $posts"
"$galley" --library "$work/library" import "$posts" >"$work/import.log" || {
  cat "$work/import.log" >&2
  exit 1
}

out() {
  GALLEY_MAIN=$here/EachPost.java "$galley" "$work/library" export "$@" \
    --override "A check of the bundles"
}
echo "Exporting"
out --to "$work/pages" --format html
for profile in hugo jekyll eleventy; do
  out --to "$work/$profile" --format markdown --profile "$profile"
done

# The smallest site each generator can build; raw HTML shown, for bodies may hold some.
mkdir -p "$work/hugo-site/content" "$work/hugo-site/layouts/_default"
cp -R "$work/hugo" "$work/hugo-site/content/posts"
cat >"$work/hugo-site/hugo.toml" <<'END'
baseURL = "https://example.org/"
title = "Check"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
[markup.goldmark.renderer]
unsafe = true
END
cp "$work/hugo-site/hugo.toml" "$work/hugo-site/config.toml" # the name before version 0.110
echo '<html><body><main>{{ .Content }}</main></body></html>' >"$work/hugo-site/layouts/_default/single.html"
echo '<html><body></body></html>' >"$work/hugo-site/layouts/_default/list.html"
(cd "$work/hugo-site" && hugo --quiet --buildDrafts --buildFuture --destination "$work/hugo-built")

mkdir -p "$work/jekyll-site"
for bundle in "$work"/jekyll/*/; do
  cp -R "$bundle". "$work/jekyll-site/"
done
printf 'permalink: /:title/\nmarkdown: kramdown\nplugins: []\n' >"$work/jekyll-site/_config.yml"
(cd "$work/jekyll-site" && jekyll build --quiet --drafts --unpublished --future --destination "$work/jekyll-built")

# Eleventy knows no footnotes by itself; a site that has some takes them from this plugin.
mkdir -p "$work/eleventy-site"
cp -R "$work/eleventy/." "$work/eleventy-site/"
ln -s "$tools/node_modules" "$work/node_modules"
cat >"$work/eleventy-site/eleventy.config.mjs" <<'END'
import footnotes from "markdown-it-footnote";
export default (site) => site.amendLibrary("md", (markdown) => markdown.use(footnotes));
END
(cd "$work/eleventy-site" && "$tools/node_modules/.bin/eleventy" --quiet --input=. --output="$work/eleventy-built")

python3 "$here/same-words.py" "$work/pages" \
  "Hugo=$work/hugo-built/posts" "Jekyll=$work/jekyll-built" "Eleventy=$work/eleventy-built"
