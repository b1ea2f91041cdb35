package galley.review;

import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts two people's changes to one draft together: the body as {@link Merge} does, the rest field
 * by field, lists entry by entry. What both changed in different ways is a conflict of that field.
 * Pure; without conflicts it doesn't matter who is called mine.
 */
public final class DraftMerge {
  private final Draft base;
  private final Draft mine;
  private final Draft theirs;
  private final Merged body;
  private final Merged standfirst;
  private final List<FieldConflict> fields = new ArrayList<>();

  /** Whose is taken. */
  public enum Side {
    MINE,
    THEIRS
  }

  /**
   * A field that both changed, each in another way.
   *
   * @param field {@code headline}, {@code standfirst}, {@code slug}, {@code date}, {@code section},
   *     {@code stage}, {@code leadImage}, {@code language}, {@code bylines}, {@code tags}, {@code
   *     sources}; {@code extra.} with the key; {@code image.} with {@code alt.}, {@code caption.},
   *     {@code credit.}, {@code licence.}, {@code decorative.}, {@code picture.} or {@code kept.}
   *     and the file
   * @param base as a person reads it, empty where there was nothing
   */
  public record FieldConflict(String field, String base, String mine, String theirs) {}

  private DraftMerge(Draft base, Draft mine, Draft theirs) {
    this.base = base;
    this.mine = mine;
    this.theirs = theirs;
    body = Merge.of(base.body(), mine.body(), theirs.body());
    standfirst =
        Merge.of(
            base.details().standfirst(),
            mine.details().standfirst(),
            theirs.details().standfirst());
    build(conflict -> {
      fields.add(conflict);
      return Side.MINE;
    });
  }

  public static DraftMerge of(Draft base, Draft mine, Draft theirs) {
    return new DraftMerge(base, mine, theirs);
  }

  public Merged body() {
    return body;
  }

  /** The fields that somebody has to decide about. */
  public List<FieldConflict> fields() {
    return List.copyOf(fields);
  }

  /** The merged draft where nothing has to be decided. */
  public Optional<Draft> clean() {
    return fields.isEmpty()
        ? body.clean().map(text -> with(_ -> "", _ -> Side.MINE))
        : Optional.empty();
  }

  /**
   * The merged draft.
   *
   * @param words the words for each conflict in the body
   * @param sides whose field is taken for each conflict of fields
   */
  public Draft with(Function<Conflict, String> words, Function<FieldConflict, Side> sides) {
    Draft merged = build(sides);
    String text = body.with(words);
    List<ImageRef> images = new ArrayList<>(merged.images());
    for (Draft side : List.of(mine, theirs, base)) {
      for (ImageRef image : side.images()) {
        boolean there = images.stream().anyMatch(one -> one.file().equals(image.file()));
        if (!there && text.contains(image.file())) {
          images.add(image); // cut by one side, and used again by what was merged
        }
      }
    }
    return new Draft(merged.details(), text, images);
  }

  private Draft build(Function<FieldConflict, Side> sides) {
    Fields merge = new Fields(sides);
    Details old = base.details();
    Details one = mine.details();
    Details two = theirs.details();
    Details details =
        new Details(
            merge.field("headline", old, one, two, Details::headline, text -> text),
            standfirst(merge),
            merge.field("slug", old, one, two, Details::slug, text -> text),
            merge.list("bylines", old.bylines(), one.bylines(), two.bylines(), name -> name.name()),
            merge.field(
                "date", old, one, two, Details::date, day -> day.map(Object::toString).orElse("")),
            merge.field("section", old, one, two, Details::section, text -> text),
            merge.list("tags", old.tags(), one.tags(), two.tags(), tag -> tag),
            merge.field("stage", old, one, two, Details::stage, stage -> stage.key()),
            merge.field("leadImage", old, one, two, Details::leadImage, file -> file.orElse("")),
            merge.field("language", old, one, two, Details::language, text -> text),
            merge.list(
                "sources", old.sources(), one.sources(), two.sources(), source -> source.title()),
            merge.keys("extra.", old.extra(), one.extra(), two.extra()));
    return new Draft(details, "", images(merge));
  }

  /** By words, where the two changed different sentences. */
  private String standfirst(Fields merge) {
    Optional<String> clean = standfirst.clean();
    return clean.isPresent() && standfirst.sameSentence().isEmpty()
        ? clean.get()
        : merge.field(
            "standfirst",
            base.details(),
            mine.details(),
            theirs.details(),
            Details::standfirst,
            text -> text);
  }

  private List<ImageRef> images(Fields merge) {
    Map<String, ImageRef> old = byFile(base);
    Map<String, ImageRef> one = byFile(mine);
    Map<String, ImageRef> two = byFile(theirs);
    List<String> files =
        merge.list(
            "image.order",
            List.copyOf(old.keySet()),
            List.copyOf(one.keySet()),
            List.copyOf(two.keySet()),
            file -> file);
    Map<String, ImageRef> out = new LinkedHashMap<>();
    for (String file : files) {
      out.put(file, merge.image(old.get(file), one.get(file), two.get(file)));
    }
    for (String file : old.keySet()) {
      ImageRef before = old.get(file);
      ImageRef kept = one.containsKey(file) ? one.get(file) : two.get(file);
      if (!out.containsKey(file) && kept != null && !kept.equals(before)) {
        boolean mineKept = one.containsKey(file);
        Side side =
            merge.side(
                new FieldConflict(
                    "image.kept." + file,
                    shown(before),
                    mineKept ? shown(kept) : "",
                    mineKept ? "" : shown(kept)));
        if (side == Side.MINE == mineKept) {
          out.put(file, kept);
        }
      }
    }
    return List.copyOf(out.values());
  }

  private static Map<String, ImageRef> byFile(Draft draft) {
    Map<String, ImageRef> out = new LinkedHashMap<>();
    draft.images().forEach(image -> out.putIfAbsent(image.file(), image));
    return out;
  }

  private static String shown(@Nullable ImageRef image) {
    return image == null ? "" : String.join(" · ", image.alt(), image.caption(), image.credit());
  }

  /** Merges the fields with one way of deciding. */
  private static final class Fields {
    private final Function<FieldConflict, Side> sides;

    Fields(Function<FieldConflict, Side> sides) {
      this.sides = sides;
    }

    Side side(FieldConflict conflict) {
      return sides.apply(conflict);
    }

    <T, V> V field(
        String name, T old, T one, T two, Function<T, V> part, Function<V, String> shown) {
      return value(name, part.apply(old), part.apply(one), part.apply(two), shown);
    }

    <V extends @Nullable Object> V value(
        String name, V old, V one, V two, Function<V, String> shown) {
      if (Objects.equals(one, two) || Objects.equals(two, old)) {
        return one;
      }
      if (Objects.equals(one, old)) {
        return two;
      }
      FieldConflict conflict =
          new FieldConflict(name, shown.apply(old), shown.apply(one), shown.apply(two));
      return side(conflict) == Side.MINE ? one : two;
    }

    /** A list without doubles: what either put in or took out, in the order either gave it. */
    <V> List<V> list(
        String name, List<V> old, List<V> one, List<V> two, Function<V, String> shown) {
      Lists<V> lists = new Lists<>(old, one, two);
      if (!lists.orderClashes()) {
        return lists.merged(false);
      }
      FieldConflict conflict =
          new FieldConflict(name, joined(old, shown), joined(one, shown), joined(two, shown));
      return lists.merged(side(conflict) == Side.THEIRS);
    }

    private static <V> String joined(List<V> list, Function<V, String> shown) {
      return String.join(", ", list.stream().map(shown).toList());
    }

    Map<String, @Nullable Object> keys(
        String name,
        Map<String, @Nullable Object> old,
        Map<String, @Nullable Object> one,
        Map<String, @Nullable Object> two) {
      List<String> order =
          new Lists<>(
                  List.copyOf(old.keySet()), List.copyOf(one.keySet()), List.copyOf(two.keySet()))
              .merged(false);
      Map<String, @Nullable Object> out = new LinkedHashMap<>();
      List<String> all = new ArrayList<>(order);
      old.keySet().stream().filter(key -> !order.contains(key)).forEach(all::add);
      for (String key : all) {
        Entry value =
            value(
                name + key,
                Entry.of(old, key),
                Entry.of(one, key),
                Entry.of(two, key),
                Entry::shown);
        if (value.there) {
          out.put(key, value.value);
        }
      }
      return out;
    }

    ImageRef image(@Nullable ImageRef old, @Nullable ImageRef one, @Nullable ImageRef two) {
      if (one == null || two == null) {
        return Objects.requireNonNull(one == null ? two : one);
      }
      ImageRef before = old == null ? ImageRef.place(one.file()) : old;
      BiFunction<String, Function<ImageRef, String>, String> text =
          (part, of) ->
              field("image." + part + "." + one.file(), before, one, two, of, words -> words);
      ImageRef picture =
          field(
              "image.picture." + one.file(),
              before,
              one,
              two,
              image -> image.withWords("", "", "", "", false),
              ImageRef::originalName);
      return picture.withWords(
          text.apply("alt", ImageRef::alt),
          text.apply("caption", ImageRef::caption),
          text.apply("credit", ImageRef::credit),
          text.apply("licence", ImageRef::licence),
          field(
              "image.decorative." + one.file(),
              before,
              one,
              two,
              ImageRef::decorative,
              yes -> yes ? "decorative" : "not decorative"));
    }
  }

  /** What a map has under a key, which may be nothing, or null. */
  private record Entry(boolean there, @Nullable Object value) {
    static Entry of(Map<String, @Nullable Object> map, String key) {
      return new Entry(map.containsKey(key), map.get(key));
    }

    String shown() {
      return value == null ? "" : value.toString();
    }
  }
}
