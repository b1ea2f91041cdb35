package galley.check;

import galley.asset.Messages;
import galley.markdown.ParsedBody;
import galley.markdown.PictureUse;
import galley.post.Draft;
import galley.post.Finding;
import galley.post.Finding.Severity;
import galley.post.ImageRef;
import galley.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every picture needs a file, words for those who can't see it, and a credit. */
final class PictureCheck implements Check {
  @Override
  public List<Finding> check(Draft draft, ParsedBody body) {
    List<Finding> findings = new ArrayList<>();
    Set<String> credited = new HashSet<>();
    draft
        .details()
        .leadImage()
        .ifPresent(file -> {
          String written = // in the text, where it stands there too
              body.pictures().stream()
                  .filter(use -> use.destination().equals(file))
                  .map(PictureUse::alt)
                  .filter(alt -> !alt.isBlank())
                  .findFirst()
                  .orElse("");
          Use lead = new Use(file, written, "", Optional.empty());
          look(lead, draft.image(file), credited, findings);
        });
    for (PictureUse picture : body.pictures()) {
      String file = picture.destination();
      Use use = new Use(file, picture.alt(), picture.title(), Optional.of(picture.span()));
      look(use, draft.image(file), credited, findings);
    }
    return findings;
  }

  /** One place a picture is shown in. */
  private record Use(String file, String alt, String title, Optional<Span> span) {}

  private static void look(
      Use use, Optional<ImageRef> image, Set<String> credited, List<Finding> findings) {
    if (image.filter(known -> !known.isPlace()).isEmpty()) {
      findings.add(
          finding(
              "picture-missing",
              Severity.ERROR,
              use,
              isElsewhere(use.file())
                  ? Messages.text("check.picture-elsewhere", use.file())
                  : Messages.text("check.picture-missing", use.file()),
              Messages.text("check.picture-missing.fix")));
    }
    boolean decorative = image.filter(ImageRef::decorative).isPresent();
    String alt = use.alt().isBlank() ? image.map(ImageRef::alt).orElse("") : use.alt();
    if (alt.isBlank() && !decorative) {
      findings.add(
          finding(
              "alt-text",
              Severity.ERROR,
              use,
              Messages.text("check.no-alt", use.file()),
              Messages.text("check.no-alt.fix")));
    }
    String caption = image.map(ImageRef::caption).filter(it -> !it.isBlank()).orElse(use.title());
    boolean named =
        image.filter(known -> !known.credit().isBlank()).isPresent()
            || caption.matches(
                "(?iu).*(\\b(source|photo|photograph|picture|image|credit|courtesy)\\b|©).*");
    if (!named && !decorative && credited.add(use.file())) {
      findings.add(
          finding(
              "credit",
              Severity.WARNING,
              use,
              Messages.text("check.no-credit", use.file()),
              Messages.text("check.no-credit.fix")));
    }
  }

  private static boolean isElsewhere(String file) {
    return file.matches("(?i)(https?:)?//.*");
  }

  private static Finding finding(
      String rule, Severity severity, Use use, String message, String fix) {
    return new Finding(rule, severity, use.span(), use.file(), message, List.of(fix));
  }
}
