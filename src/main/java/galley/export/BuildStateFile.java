package galley.export;

import galley.export.BuildState.Keyed;
import galley.export.Corrections.Correction;
import galley.export.MadeArticle.MadePicture;
import galley.post.Stage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes and reads {@link BuildState}. Its own form, since a large site has a hundred thousand
 * entries that must be read in a fraction of a second. A form that is not this one is refused.
 */
final class BuildStateFile {
  private static final long FORM = 0x47_41_4C_4C_45_59_00_01L;
  private static final long END = 0x45_4E_44L;

  private BuildStateFile() {}

  static void write(BuildState state, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
    Out to = new Out(out);
    out.writeLong(FORM);
    out.writeInt(state.cards().size());
    for (SiteCard card : state.cards().values()) {
      to.card(card);
    }
    out.writeInt(state.articles().size());
    for (Map.Entry<String, MadeArticle> entry : state.articles().entrySet()) {
      to.text(entry.getKey());
      to.article(entry.getValue());
    }
    out.writeInt(state.files().size());
    for (Keyed file : state.files().values()) {
      to.text(file.key());
      to.made(file.made());
    }
    out.writeLong(END);
    out.flush();
  }

  /** Throws an {@link IOException} where it is not all there or not of this form. */
  static BuildState read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    In from = new In(in);
    if (in.readLong() != FORM) {
      throw new IOException("Not the state of a build in this form");
    }
    int cards = in.readInt();
    Map<UUID, SiteCard> byId = HashMap.newHashMap(cards);
    for (int i = 0; i < cards; i++) {
      SiteCard card = from.card();
      byId.put(card.id(), card);
    }
    int articles = in.readInt();
    Map<String, MadeArticle> byPath = HashMap.newHashMap(articles);
    for (int i = 0; i < articles; i++) {
      byPath.put(from.text(), from.article());
    }
    int files = in.readInt();
    Map<String, Keyed> others = HashMap.newHashMap(files);
    for (int i = 0; i < files; i++) {
      Keyed file = new Keyed(from.text(), from.made());
      others.put(file.made().path(), file);
    }
    if (in.readLong() != END) {
      throw new IOException("The state of a build is not all there");
    }
    return new BuildState(byId, byPath, others);
  }

  private interface Writing<T> {
    void of(T value) throws IOException;
  }

  private interface Reading<T> {
    T next() throws IOException;
  }

  private record Out(DataOutputStream out) {
    void text(String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }

    <T> void list(List<T> list, Writing<T> writing) throws IOException {
      out.writeInt(list.size());
      for (T each : list) {
        writing.of(each);
      }
    }

    void instant(Instant instant) throws IOException {
      out.writeLong(instant.getEpochSecond());
      out.writeInt(instant.getNano());
    }

    void card(SiteCard card) throws IOException {
      SitePosts.Item item = card.item();
      out.writeLong(item.id().getMostSignificantBits());
      out.writeLong(item.id().getLeastSignificantBits());
      out.writeLong(item.version());
      instant(item.changed());
      list(item.former(), this::text);
      text(card.headline());
      text(card.standfirst());
      text(card.slug());
      list(card.authors(), this::text);
      text(card.date());
      instant(card.published());
      text(card.section());
      list(card.tags(), this::text);
      text(card.stage().name());
      text(card.canonical());
      list(card.aliases(), this::text);
      list(card.corrections(), this::correction);
    }

    private void correction(Correction correction) throws IOException {
      text(correction.day().map(LocalDate::toString).orElse(""));
      text(correction.text());
    }

    void made(Made made) throws IOException {
      text(made.path());
      out.writeLong(made.bytes());
      text(made.sha256());
    }

    void article(MadeArticle article) throws IOException {
      text(article.key());
      made(article.page());
      out.writeInt(article.words());
      list(article.pictures(), this::picture);
      text(article.alt());
      list(article.leftOut(), this::text);
    }

    private void picture(MadePicture picture) throws IOException {
      text(picture.image());
      text(picture.from());
      text(picture.stem());
      out.writeBoolean(picture.shared());
      list(picture.links().webp(), this::copy);
      list(picture.links().fallback(), this::copy);
      out.writeInt(picture.links().width());
      out.writeInt(picture.links().height());
      text(picture.links().share().orElse(""));
      list(picture.files(), this::made);
    }

    private void copy(PictureFiles.Copy copy) throws IOException {
      text(copy.address());
      out.writeInt(copy.width());
    }
  }

  private record In(DataInputStream in) {
    String text() throws IOException {
      int length = in.readInt();
      byte[] bytes = in.readNBytes(length);
      if (bytes.length != length) {
        throw new IOException("The state of a build is not all there");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }

    <T> List<T> list(Reading<T> reading) throws IOException {
      int size = in.readInt();
      List<T> list = new ArrayList<>(Math.min(size, 1000));
      for (int i = 0; i < size; i++) {
        list.add(reading.next());
      }
      return list;
    }

    private Instant instant() throws IOException {
      return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    SiteCard card() throws IOException {
      UUID id = new UUID(in.readLong(), in.readLong());
      SitePosts.Item item = new SitePosts.Item(id, in.readLong(), instant(), list(this::text));
      return new SiteCard(
          item,
          text(),
          text(),
          text(),
          list(this::text),
          text(),
          instant(),
          text(),
          list(this::text),
          Stage.valueOf(text()),
          text(),
          list(this::text),
          list(this::correction));
    }

    private Correction correction() throws IOException {
      String day = text();
      return new Correction(
          day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day)), text());
    }

    Made made() throws IOException {
      return new Made(text(), in.readLong(), text());
    }

    MadeArticle article() throws IOException {
      return new MadeArticle(
          text(), made(), in.readInt(), list(this::picture), text(), list(this::text));
    }

    private MadePicture picture() throws IOException {
      String image = text();
      String from = text();
      String stem = text();
      boolean shared = in.readBoolean();
      List<PictureFiles.Copy> webp = list(this::copy);
      List<PictureFiles.Copy> fallback = list(this::copy);
      int width = in.readInt();
      int height = in.readInt();
      String share = text();
      Optional<String> shown = share.isEmpty() ? Optional.empty() : Optional.of(share);
      PictureFiles links = new PictureFiles(webp, fallback, width, height, shown);
      return new MadePicture(image, from, stem, shared, links, list(this::made));
    }

    private PictureFiles.Copy copy() throws IOException {
      return new PictureFiles.Copy(text(), in.readInt());
    }
  }
}
