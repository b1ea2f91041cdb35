# What the checks of posts have in common; they read it, and it does nothing by itself.
#   $here     the folder of the checks        $galley   starts Galley
#   $posts    the posts to be checked, the sample where none are named
#   $tools    what the checks take from registries is kept there: $GALLEY_CHECKS
#   $scratch  a folder that is deleted at the end
here=$(cd "$(dirname "$0")" && pwd -P)
galley=$here/../galley
posts=$here/../../assets/sample
tools=${GALLEY_CHECKS:-$HOME/.cache/galley-checks}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM

# Ends the check where a program is missing.
need() {
  for tool; do
    command -v "$tool" >/dev/null || {
      echo "${0##*/}: $tool is missing. See the top of this script for how to get it." >&2
      exit 2
    }
  done
}

# Takes packages from npm that are not there yet: NAME or NAME@VERSION.
from_npm() {
  for package; do
    name=${package%@*}
    if [ ! -d "$tools/node_modules/${name:-$package}" ]; then
      mkdir -p "$tools"
      npm install --silent --no-fund --no-audit --prefix "$tools" "$@"
    fi
  done
}

# Takes an artifact with all it needs from Maven Central: FOLDER GROUP ARTIFACT VERSION.
from_central() {
  if [ ! -d "$tools/$1" ]; then
    cat >"$scratch/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>checks</groupId><artifactId>check</artifactId><version>1</version>
<dependencies><dependency><groupId>$2</groupId><artifactId>$3</artifactId>
<version>$4</version></dependency></dependencies></project>
POM
    "$here/../../mvnw" -q -B -f "$scratch/pom.xml" dependency:copy-dependencies \
      -DoutputDirectory="$tools/$1.part" -DincludeScope=runtime
    mv "$tools/$1.part" "$tools/$1"
  fi
}

# Does one command of Galley; shows what it says only where it fails.
quietly() {
  "$@" >"$scratch/said" 2>&1 || {
    cat "$scratch/said" >&2
    exit 1
  }
}

# Puts posts into a library of the check's own.
bring_in() {
  echo "Bringing in $1"
  quietly "$galley" --library "$scratch/library" import "$1"
}

# Does one command with every post of that library, the post's name left out.
with_each_post() {
  GALLEY_MAIN=$here/EachPost.java "$galley" "$scratch/library" "$@"
}
