#!/bin/sh
# Shows that LibreOffice and pandoc read the Word documents Galley writes, with their comments,
# answers, insertions and deletions, and that Galley reads those that LibreOffice writes, tracked
# changes made by LibreOffice itself among them.
#
#   packaging/checks/docx.sh [POSTS]
#
# POSTS is a folder of posts whose manuscripts LibreOffice is to open; without it, the sample post is.
# Needs `./mvnw package` and python3. Where LibreOffice or pandoc is missing, it is installed from
# Debian (as root, or with sudo): libreoffice-writer-nogui and pandoc.
# Prints what each program makes of each document, and ends with 1 where anything is missing.
set -eu

. "$(dirname "$0")/common.sh"

install() {
  root=
  [ "$(id -u)" = 0 ] || root=sudo
  $root apt-get update -qq
  $root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}
command -v pandoc >/dev/null || install pandoc
command -v soffice >/dev/null || install libreoffice-writer-nogui

word() {
  GALLEY_MAIN=$here/WordTrip.java "$galley" "$@"
}
office() {
  soffice "-env:UserInstallation=file://$scratch/profile" --headless --convert-to "$1" \
    --outdir "$scratch/$2" "$3" >"$scratch/office.log" 2>&1 || {
    cat "$scratch/office.log" >&2
    exit 1
  }
}

missing=0
holds() {
  if grep -qF -- "$2" "$1"; then
    echo "  has      $2"
  else
    echo "  MISSING  $2"
    missing=1
  fi
}

echo "Galley writes, Galley reads"
word write "$scratch/ours.docx"
word back "$scratch/ours.docx" >"$scratch/ours.txt"
holds "$scratch/ours.txt" "comment by Ann Editor on <noon>: Still at noon?"
holds "$scratch/ours.txt" "  answer by Bob Writer: Since May."
holds "$scratch/ours.txt" "comment by Ann Editor (resolved) on <harbour master>: Name her."
holds "$scratch/ours.txt" "comment by Ann Editor on <12.00>: Timetable?"
holds "$scratch/ours.txt" "text with every change taken: the same to the byte"

echo "Galley writes, pandoc reads"
pandoc --track-changes=all --wrap=none -f docx -t markdown "$scratch/ours.docx" >"$scratch/pandoc.md"
holds "$scratch/pandoc.md" '[Still at noon?]{.comment-start id="0" author="Ann Editor" date="2026-11-23T10:15:30Z"}'
holds "$scratch/pandoc.md" '[Since May.]{.comment-start id="1" author="Bob Writer"'
holds "$scratch/pandoc.md" '[Name her.]{.comment-start id="2"'
holds "$scratch/pandoc.md" '[sails]{.deletion author="Ann Editor"'
holds "$scratch/pandoc.md" '[leaves]{.insertion author="Ann Editor"'
holds "$scratch/pandoc.md" '[, and nothing follows]{.deletion'
holds "$scratch/pandoc.md" '{.paragraph-insertion author="Ann Editor"'
holds "$scratch/pandoc.md" '## The old harbour'
holds "$scratch/pandoc.md" 'The first ferry was smaller.'
pandoc --track-changes=accept --wrap=none -f docx -t gfm "$scratch/ours.docx" >"$scratch/accepted.md"
holds "$scratch/accepted.md" 'ferry **leaves** at noon, says the [harbour master](https://example.org/harbour). It has done so for long.'
pandoc --track-changes=reject --wrap=none -f docx -t gfm "$scratch/ours.docx" >"$scratch/rejected.md"
holds "$scratch/rejected.md" 'ferry **sails** at noon, says the [harbour master](https://example.org/harbour). It has done so since 1911.'
holds "$scratch/rejected.md" 'Nobody spoke against it.'

echo "Galley writes, LibreOffice reads (as OpenDocument)"
office odt odt "$scratch/ours.docx"
python3 - "$scratch/odt/ours.odt" >"$scratch/odt.txt" <<'PYTHON'
import re, sys, zipfile
xml = zipfile.ZipFile(sys.argv[1]).read('content.xml').decode()
def plain(part):
    return re.sub(r'<[^>]*>', '', part)
for found in re.findall(r'<office:annotation .*?</office:annotation>', xml, re.S):
    author = re.search(r'<dc:creator>(.*?)</dc:creator>', found).group(1)
    words = plain(re.sub(r'<dc:creator>.*?</dc:date>', '', re.sub(r'<meta:creator-initials>.*?</meta:creator-initials>', '', found)))
    done = ' resolved' if 'loext:resolved="true"' in found else ''
    print(f'comment by {author}{done}: {words}')
for kind in ('insertion', 'deletion'):
    for found in re.findall(rf'<text:{kind}>.*?</text:{kind}>', xml, re.S):
        author = re.search(r'<dc:creator>(.*?)</dc:creator>', found).group(1)
        print(f'{kind} by {author}:', plain(re.sub(r'<office:change-info>.*?</office:change-info>', '', found)))
PYTHON
holds "$scratch/odt.txt" "comment by Ann Editor: Still at noon?"
holds "$scratch/odt.txt" "comment by Bob Writer: Since May."
holds "$scratch/odt.txt" "comment by Ann Editor resolved: Name her."
holds "$scratch/odt.txt" "comment by Ann Editor: Timetable?"
holds "$scratch/odt.txt" "deletion by Ann Editor: sails"
holds "$scratch/odt.txt" "deletion by Ann Editor: , and nothing follows"
holds "$scratch/odt.txt" "insertion by Ann Editor"

echo "Galley writes, LibreOffice saves as Word, Galley reads"
office docx docx "$scratch/ours.docx"
word back "$scratch/docx/ours.docx" >"$scratch/office.txt"
holds "$scratch/office.txt" "comment by Ann Editor on <noon>: Still at noon?"
holds "$scratch/office.txt" "by Bob Writer"
holds "$scratch/office.txt" "Since May."
holds "$scratch/office.txt" "comment by Ann Editor (resolved) on <harbour master>: Name her."
holds "$scratch/office.txt" "comment by Ann Editor on <12.00>: Timetable?"
holds "$scratch/office.txt" "changes by Ann Editor"
holds "$scratch/office.txt" "text with every change taken: the same to the byte"

echo "LibreOffice writes, Galley reads"
cat >"$scratch/theirs.fodt" <<'FODT'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles>
<office:body><office:text>
<text:tracked-changes text:track-changes="true">
<text:changed-region xml:id="c1" text:id="c1"><text:insertion><office:change-info><dc:creator>Carla Proof</dc:creator><dc:date>2026-11-20T09:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region xml:id="c2" text:id="c2"><text:deletion><office:change-info><dc:creator>Carla Proof</dc:creator><dc:date>2026-11-20T09:01:00</dc:date></office:change-info><text:p>very </text:p></text:deletion></text:changed-region>
<text:changed-region xml:id="c3" text:id="c3"><text:insertion><office:change-info><dc:creator>Dan Desk</dc:creator><dc:date>2026-11-20T09:02:00</dc:date></office:change-info></text:insertion></text:changed-region>
</text:tracked-changes>
<text:h text:outline-level="2">A heading of theirs</text:h>
<text:p>The <text:change text:change-id="c2"/>old boat <text:change-start text:change-id="c1"/>still <text:change-end text:change-id="c1"/>leaves at <office:annotation office:name="a1"><dc:creator>Carla Proof</dc:creator><dc:date>2026-11-20T09:05:00</dc:date><text:p>Which hour?</text:p></office:annotation>seven<office:annotation-end office:name="a1"/>, with <text:span text:style-name="B">bold words</text:span> and <text:a xlink:type="simple" xlink:href="https://example.org/">a link</text:a>.</text:p>
<text:p>A second <office:annotation office:name="a2" loext:resolved="true"><dc:creator>Dan Desk</dc:creator><dc:date>2026-11-20T09:06:00</dc:date><text:p>Done with.</text:p></office:annotation>paragraph<office:annotation-end office:name="a2"/>.<text:change-start text:change-id="c3"/></text:p>
<text:p>A whole new one.<text:change-end text:change-id="c3"/></text:p>
<text:list><text:list-item><text:p>an item</text:p></text:list-item><text:list-item><text:p>another item</text:p></text:list-item></text:list>
<table:table table:name="T"><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p>one</text:p></table:table-cell><table:table-cell><text:p>two</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>three</text:p></table:table-cell><table:table-cell><text:p>four</text:p></table:table-cell></table:table-row></table:table>
<text:p>The end<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>A note of theirs.</text:p></text:note-body></text:note>.</text:p>
</office:text></office:body></office:document>
FODT
office docx theirs "$scratch/theirs.fodt"
word read "$scratch/theirs/theirs.docx" >"$scratch/theirs.txt"
holds "$scratch/theirs.txt" "comment by Carla Proof on <seven>: Which hour?"
holds "$scratch/theirs.txt" "comment by Dan Desk (resolved) on <paragraph>: Done with."
holds "$scratch/theirs.txt" "changes by Carla Proof"
holds "$scratch/theirs.txt" "changes by Dan Desk"
holds "$scratch/theirs.txt" "The very old boat leaves at seven, with **bold words** and [a link](https://example.org/)."
holds "$scratch/theirs.txt" "The old boat still leaves at seven, with **bold words** and [a link](https://example.org/)."
holds "$scratch/theirs.txt" "A whole new one."
holds "$scratch/theirs.txt" "## A heading of theirs"
holds "$scratch/theirs.txt" "- another item"
holds "$scratch/theirs.txt" "| three | four |"
holds "$scratch/theirs.txt" "[^1]: A note of theirs."

echo "Somebody works in LibreOffice on what galley review export wrote, and galley review import reads it"
macros=$scratch/profile/user/basic/Standard # there since the first of the above
cat >"$macros/script.xlb" <<'XLB'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Desk"/>
</library:library>
XLB
cat >"$macros/Desk.xba" <<'XBA'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Desk" script:language="StarBasic">
Sub Work(source As String, target As String)
  On Error Goto Quit
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  Named("Carla", "Proof")
  doc.RecordChanges = True
  Find(doc, "seven").setString("eight")
  Find(doc, " for it").setString("")
  words = Find(doc, "hello")
  words.Text.insertString(words.End, " and goodbye", False)
  Named("Dan", "Desk")
  Find(doc, "says nothing").setString("keeps silent")
  words = doc.Text.createTextCursorByRange(Find(doc, "is gone.").End)
  doc.Text.insertControlCharacter(words, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  doc.Text.insertString(words, "A paragraph of Dan's.", False)
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "OpenDocument Text Flat XML"
  doc.storeToURL(ConvertToURL(target), filter())
  doc.close(True)
Quit:
  StarDesktop.terminate()
End Sub

Function Find(doc, words As String)
  search = doc.createSearchDescriptor()
  search.SearchString = words
  search.SearchCaseSensitive = True
  Find = doc.findFirst(search)
End Function

Sub Named(given As String, family As String)
  Dim node(0) As New com.sun.star.beans.PropertyValue
  node(0).Name = "nodepath"
  node(0).Value = "/org.openoffice.UserProfile/Data"
  settings = createUnoService("com.sun.star.configuration.ConfigurationProvider")
  data = settings.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", node())
  data.replaceByName("givenname", given)
  data.replaceByName("sn", family)
  data.commitChanges()
End Sub
</script:module>
XBA
mark=$(printf '\314\201') # an acute accent that combines with the letter before it
cat >"$scratch/body.md" <<BODY
The ferry leaves at seven 🚢 each day.

Nobody pays for it; the **harbour master** says nothing.

שלום means hello, and e${mark}tude a study.

The last ferry is gone.
BODY
desk() {
  "$galley" --library "$scratch/library" "$@"
}
desk new --headline Ferry >/dev/null
desk set ferry --body "$scratch/body.md" >/dev/null
desk review export ferry --format docx --to "$scratch/ferry.docx" >/dev/null
timeout 120 soffice "-env:UserInstallation=file://$scratch/profile" --headless \
  "macro:///Standard.Desk.Work($scratch/ferry.docx,$scratch/worked.fodt)" >"$scratch/office.log" 2>&1 ||
  cat "$scratch/office.log" >&2
# Writer without a screen takes no comment from a macro: they are put in between.
python3 - "$scratch/worked.fodt" "$mark" <<'PYTHON'
import sys
file, mark = sys.argv[1:]
text = open(file, encoding='utf-8').read()
for number, (words, says, done) in enumerate([
    ('each day', 'Sundays too?', 'false'),
    ('🚢', 'No pictures of ships.', 'false'),
    ('שלום', 'From the right: ש', 'false'),
    (f'e{mark}tude', 'One mark or two?', 'true'),
]):
    assert text.count(words) == 1, words
    text = text.replace(words, (
        f'<office:annotation office:name="n{number}" loext:resolved="{done}"><dc:creator>Carla Proof</dc:creator>'
        f'<dc:date>2026-11-20T09:0{number}:00</dc:date><text:p>{says}</text:p></office:annotation>'
        f'{words}<office:annotation-end office:name="n{number}"/>'))
open(file, 'w', encoding='utf-8').write(text)
PYTHON
office docx worked "$scratch/worked.fodt"
desk review import --post ferry "$scratch/worked/worked.docx" >/dev/null
desk review list ferry --json >"$scratch/review.json"
python3 - "$scratch/review.json" >"$scratch/review.txt" <<'PYTHON'
import json, sys
for one in json.load(open(sys.argv[1], encoding='utf-8'))['annotations']:
    to = f' to <{one["replacement"]}>' if one.get('replacement') is not None else ''
    print(f'{one["kind"]} ({one["status"]}) by {one["author"]} on <{one["exact"]}>{to}: {one["body"]}')
PYTHON
echo "  $(grep -c '^comment' "$scratch/review.txt") comments and $(grep -c '^suggestion' "$scratch/review.txt") suggestions came in"
holds "$scratch/review.txt" "comment (open) by Carla Proof on <each day>: Sundays too?"
holds "$scratch/review.txt" "comment (open) by Carla Proof on <🚢>: No pictures of ships."
holds "$scratch/review.txt" "comment (open) by Carla Proof on <שלום>: From the right: ש"
holds "$scratch/review.txt" "by Carla Proof on <e${mark}tude>: One mark or two?"
holds "$scratch/review.txt" "suggestion (open) by Carla Proof on <seven> to <eight>"
holds "$scratch/review.txt" "suggestion (open) by Carla Proof on < for it> to <>"
holds "$scratch/review.txt" "suggestion (open) by Carla Proof on <> to < and goodbye>"
holds "$scratch/review.txt" "suggestion (open) by Dan Desk on <says nothing> to <keeps silent>"
holds "$scratch/review.txt" "A paragraph of Dan's"
desk review import --post ferry "$scratch/worked/worked.docx" >/dev/null
desk review list ferry --json >"$scratch/again.json"
cmp -s "$scratch/review.json" "$scratch/again.json" && echo "  the same document twice adds nothing" || {
  echo "  MISSING  the same document twice adds nothing"
  missing=1
}

echo "LibreOffice opens the manuscript of every post"
bring_in "${1:-$posts}"
with_each_post export --to "$scratch/manuscripts" --format docx --override "A check of manuscripts"
soffice "-env:UserInstallation=file://$scratch/profile" --headless --convert-to txt:Text \
  --outdir "$scratch/opened" "$scratch"/manuscripts/*.docx >"$scratch/office.log" 2>&1 ||
  cat "$scratch/office.log" >&2
written=$(find "$scratch/manuscripts" -name '*.docx' | wc -l)
opened=$(find "$scratch/opened" -name '*.txt' -size +20c | wc -l)
echo "  $opened of $written opened"
[ "$opened" -eq "$written" ] || missing=1

if [ -n "${DOCX_KEEP:-}" ]; then
  cp -r "$scratch/." "$DOCX_KEEP"
fi
if [ $missing = 1 ]; then
  echo "docx.sh: something is missing; see above." >&2
fi
exit $missing
