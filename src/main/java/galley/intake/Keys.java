package galley.intake;

import galley.post.Byline;
import galley.post.ImageRef;
import galley.post.PublicationDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Front-matter keys that are taken one after the other; what nobody takes stays, in its order. A
 * key is taken only when all of its value has been understood, so nothing is lost. Names are the
 * same whatever their case, blanks, hyphens and underscores.
 */
final class Keys {
  private final Map<String, @Nullable Object> left;

  Keys(Map<String, ? extends @Nullable Object> keys) {
    left = new LinkedHashMap<>(keys);
  }

  /** What nobody took. */
  Map<String, @Nullable Object> left() {
    return left;
  }

  /** The first of these keys that holds words: one line. The others stay. */
  Optional<String> line(String... names) {
    return first(names, value -> words(value).map(Keys::oneLine));
  }

  /** The first of these keys that holds a date. */
  Optional<PublicationDate> date(String... names) {
    return first(names, value -> words(value).flatMap(Dates::machine));
  }

  Optional<Boolean> flag(String... names) {
    return first(
        names,
        value ->
            switch (value) {
              case Boolean b -> Optional.of(b);
              case String s when s.equalsIgnoreCase("true") || s.equalsIgnoreCase("yes") ->
                  Optional.of(true);
              case String s when s.equalsIgnoreCase("false") || s.equalsIgnoreCase("no") ->
                  Optional.of(false);
              default -> Optional.empty();
            });
  }

  /** All the words of these keys: a list of words, or words with commas between. */
  List<String> list(String... names) {
    List<String> all = new ArrayList<>();
    for (String name : names) {
      first(new String[] {name}, Keys::items).ifPresent(all::addAll);
    }
    return all.stream().distinct().toList();
  }

  /** The names in these keys: words, maps with a name, or a list of either. */
  List<Byline> bylines(String... names) {
    List<Byline> all = new ArrayList<>();
    for (String name : names) {
      find(name)
          .ifPresent(key -> {
            List<?> values = left.get(key) instanceof List<?> list ? list : listOf(left.get(key));
            boolean whole = true;
            for (Object value : values) {
              Optional<String> who =
                  value instanceof Map<?, ?> map ? words(map.get("name")) : words(value);
              who.map(Keys::oneLine).map(Byline::new).ifPresent(all::add);
              whole &= who.isPresent() && !(value instanceof Map<?, ?> map && map.size() > 1);
            }
            if (whole) {
              left.remove(key);
            }
          });
    }
    return all.stream().distinct().toList();
  }

  /** The first of these keys that names a picture: a path, a list of paths, a map with a path. */
  Optional<ImageRef> picture(String... names) {
    for (String name : names) {
      Optional<String> key = find(name);
      if (key.isEmpty()) {
        continue;
      }
      Object value = left.get(key.get());
      if (value instanceof List<?> list) {
        Optional<ImageRef> picture =
            list.isEmpty() ? Optional.empty() : LeadImage.of(list.getFirst());
        if (list.isEmpty() || picture.isPresent() && list.size() == 1) {
          left.remove(key.get());
        }
        if (picture.isPresent()) {
          return picture;
        }
        continue;
      }
      Optional<ImageRef> picture = LeadImage.of(value);
      if (picture.isPresent()) {
        if (LeadImage.isWhole(value)) {
          left.remove(key.get());
        }
        return picture;
      }
      if (value == null || value.equals("")) {
        left.remove(key.get());
      }
    }
    return Optional.empty();
  }

  /** The keys below a key that holds a map; what is left of them goes back with {@link #put}. */
  Optional<Keys> below(String name) {
    return find(name)
        .filter(key -> left.get(key) instanceof Map<?, ?>)
        .map(key -> {
          Map<String, @Nullable Object> map = new LinkedHashMap<>();
          ((Map<?, ?>) Objects.requireNonNull(left.get(key)))
              .forEach((k, v) -> map.put(String.valueOf(k), v));
          return new Keys(map);
        });
  }

  /** Puts what is left of a map back in its place, or takes the key away when nothing is. */
  void put(String name, Keys rest) {
    find(name)
        .ifPresent(key -> {
          if (rest.left.isEmpty()) {
            left.remove(key);
          } else {
            left.put(key, rest.left);
          }
        });
  }

  private <T> Optional<T> first(String[] names, Function<Object, Optional<T>> reading) {
    for (String name : names) {
      Optional<String> key = find(name);
      if (key.isPresent()) {
        Object value = left.get(key.get());
        Optional<T> read = value == null ? Optional.empty() : reading.apply(value);
        if (read.isPresent() || value == null || value.equals("")) {
          left.remove(key.get());
        }
        if (read.isPresent()) {
          return read;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> find(String name) {
    String wanted = plain(name);
    return left.keySet().stream().filter(key -> plain(key).equals(wanted)).findFirst();
  }

  private static String plain(String key) {
    return key.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
  }

  private static Optional<List<String>> items(Object value) {
    List<?> values =
        value instanceof String s
            ? List.of(s.split(",", -1))
            : value instanceof List<?> list ? list : List.of(value);
    List<String> items = new ArrayList<>();
    for (Object item : values) {
      if (item instanceof Map<?, ?> || item instanceof List<?>) {
        return Optional.empty();
      }
      words(item).map(Keys::oneLine).ifPresent(items::add);
    }
    return Optional.of(items);
  }

  private static List<@Nullable Object> listOf(@Nullable Object value) {
    List<@Nullable Object> one = new ArrayList<>();
    if (value != null && !value.equals("")) {
      one.add(value);
    }
    return one;
  }

  /** A string, number or boolean as words; nothing where it is blank. */
  static Optional<String> words(@Nullable Object value) {
    return value == null || value instanceof Map<?, ?> || value instanceof List<?>
        ? Optional.empty()
        : Optional.of(value.toString().strip()).filter(text -> !text.isEmpty());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
