package galley.post;

/** The words of a draft that people suggest on. */
public record Texts(String headline, String standfirst, String body) {
  /** Nothing written yet. */
  public static final Texts NONE = new Texts("", "", "");

  public static Texts of(Draft draft) {
    return new Texts(draft.details().headline(), draft.details().standfirst(), draft.body());
  }

  /** Headline and standfirst alone. */
  public static Texts of(Details details) {
    return new Texts(details.headline(), details.standfirst(), "");
  }

  /** Those details with this headline and this standfirst. */
  public Details in(Details details) {
    return details.withHeadline(headline).withStandfirst(standfirst);
  }

  /** That draft with these words. */
  public Draft in(Draft draft) {
    return draft.withDetails(in(draft.details())).withBody(body);
  }

  /** The one of them that a scope is about. */
  public String of(Anchor.Scope scope) {
    return switch (scope) {
      case HEADLINE -> headline;
      case STANDFIRST -> standfirst;
      case TEXT, BLOCK -> body;
      case IMAGE, FIELD -> "";
    };
  }

  /** These with another one in the place of that scope's. */
  public Texts with(Anchor.Scope scope, String text) {
    return switch (scope) {
      case HEADLINE -> new Texts(text, standfirst, body);
      case STANDFIRST -> new Texts(headline, text, body);
      case TEXT, BLOCK -> new Texts(headline, standfirst, text);
      case IMAGE, FIELD -> this;
    };
  }
}
