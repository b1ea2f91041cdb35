package galley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.KeptSite;
import galley.post.Post;
import galley.post.Revision;
import galley.post.Site;
import galley.post.SiteJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SitesTest {
  private static final SiteFact RELEASE = new SiteFact("release", "1", "{\"at\":\"noon\"}");

  @TempDir private Path folder;

  @Test
  void keepsASiteItsPostsAndItsReleasesOverAnOpening() {
    KeptSite site;
    UUID post;
    try (Library library = Sample.open(folder)) {
      site = whole(library, UUID.randomUUID());
      library.sites().create(site);
      post = library.create(Sample.draft(1, 20), Revision.Kind.CREATED).id();
      library.sites().join(site.site().id(), List.of(post));
      library.sites().note(site.site().id(), List.of(RELEASE));
      assertEquals(List.of(site), library.sites().all());
    }
    try (Library library = Sample.open(folder)) {
      assertEquals(List.of(site), library.sites().all());
      assertEquals(Map.of(site.site().id(), Set.of(post)), library.sites().posts());
      assertEquals(List.of(RELEASE), library.sites().facts(site.site().id(), "release"));
      Verification found = library.verify(Progress.SILENT);
      assertEquals(List.of(), found.problems());
      assertEquals(3, found.sites());
    }
  }

  @Test
  void aChangeOfASiteIsBasedOnWhatIsThere() {
    try (Library library = Sample.open(folder)) {
      UUID id = made(library, "Harbour").site().id();
      library.sites().change(id, kept -> described(kept, "one"));
      KeptSite now =
          library
              .sites()
              .change(id, kept -> described(kept, kept.site().description() + " and two"));
      assertEquals("one and two", now.site().description());
      assertEquals(Optional.of(now), library.sites().site(id));
    }
  }

  @Test
  void noTwoSitesHaveOneName() {
    try (Library library = Sample.open(folder)) {
      UUID harbour = made(library, "Harbour").site().id();
      StoreException taken = assertThrows(StoreException.class, () -> made(library, "HARBOUR"));
      assertTrue(taken.getMessage().contains("HARBOUR"), taken.getMessage());
      UUID second = made(library, "Quay").site().id();
      assertThrows(
          StoreException.class,
          () -> library.sites().change(second, kept -> named(kept, "harbour")));
      library.sites().change(harbour, kept -> named(kept, "harbour"));
      assertEquals(
          List.of("harbour", "Quay"),
          library.sites().all().stream().map(kept -> kept.site().name()).toList());
    }
  }

  @Test
  void aPostThatJoinsASiteLeavesTheOther() {
    try (Library library = Sample.open(folder)) {
      UUID first = made(library, "First").site().id();
      UUID second = made(library, "Second").site().id();
      UUID one = library.create(Sample.draft(1, 20), Revision.Kind.CREATED).id();
      UUID two = library.create(Sample.draft(2, 20), Revision.Kind.CREATED).id();
      library.sites().join(first, List.of(one, two));
      library.sites().join(second, List.of(two, two));
      assertEquals(Map.of(first, Set.of(one), second, Set.of(two)), library.sites().posts());
      library.sites().leave(List.of(one));
      assertEquals(Map.of(second, Set.of(two)), library.sites().posts());
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
    }
  }

  @Test
  void aSiteThatIsRemovedLeavesItsPosts() throws IOException {
    UUID site;
    UUID post;
    try (Library library = Sample.open(folder)) {
      site = made(library, "Harbour").site().id();
      post = library.create(Sample.draft(1, 20), Revision.Kind.CREATED).id();
      library.sites().join(site, List.of(post));
      library.sites().note(site, List.of(RELEASE));
      library.sites().remove(site);
      assertEquals(List.of(), library.sites().all());
      assertEquals(Map.of(), library.sites().posts());
      assertTrue(library.post(post).isPresent());
      StoreException gone =
          assertThrows(StoreException.class, () -> library.sites().join(site, List.of(post)));
      assertEquals(StoreException.Kind.UNKNOWN, gone.kind());
      Verification found = library.verify(Progress.SILENT);
      assertEquals(List.of(), found.problems());
      assertEquals(0, found.sites());
    }
    assertFalse(Files.exists(journal(site)));
  }

  @Test
  void aPostThatIsDeletedForGoodLeavesItsSite() {
    try (Library library = Sample.open(folder)) {
      UUID site = made(library, "Harbour").site().id();
      UUID post = library.create(Sample.draft(1, 20), Revision.Kind.CREATED).id();
      library.sites().join(site, List.of(post));
      library.toBin(post);
      assertEquals(Map.of(site, Set.of(post)), library.sites().posts(), "it may come back");
      library.emptyBin(Instant.MAX);
      assertEquals(Map.of(), library.sites().posts());
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void comesBackFromTheJournalsWhereTheDatabaseIsGone(boolean backedUp) throws IOException {
    UUID first;
    UUID second;
    UUID post;
    KeptSite changed;
    try (Library library = Sample.open(folder)) {
      first = made(library, "First").site().id();
      post = library.create(Sample.draft(1, 20), Revision.Kind.CREATED).id();
      second = made(library, "Second").site().id();
      library.sites().join(first, List.of(post));
      if (backedUp) {
        library.backups().make();
        library.backups().make();
      }
      // Whichever journal is read first, the later of the two sites is the post's.
      library.sites().join(second, List.of(post));
      library.sites().join(first, List.of(post));
      library.sites().join(second, List.of(post));
      changed = library.sites().change(first, kept -> described(kept, "By the sea"));
      library.sites().note(second, List.of(RELEASE));
      UUID third = made(library, "Third").site().id();
      library.sites().remove(third);
    }
    Files.delete(folder.resolve("galley.mv.db"));
    try (Library library = Sample.open(folder)) {
      assertEquals(2, library.sites().all().size());
      assertEquals(Optional.of(changed), library.sites().site(first));
      assertEquals(Map.of(second, Set.of(post)), library.sites().posts());
      assertEquals(List.of(RELEASE), library.sites().facts(second, "release"));
      assertEquals(List.of(), library.verify(Progress.SILENT).problems());
      assertEquals(backedUp, library.opening().restoredFrom().isPresent());
    }
  }

  @Test
  void aRemovalThatWasCutShortEndsAtTheNextOpening() throws IOException {
    UUID site;
    byte[] journal;
    try (Library library = Sample.open(folder)) {
      site = made(library, "Harbour").site().id();
      library.sites().note(site, List.of(RELEASE));
      try (Journal file = library.journal(site)) {
        file.noted(List.of(SiteFact.site("")));
      }
      journal = Files.readAllBytes(journal(site));
      library.sites().remove(site);
    }
    Files.write(journal(site), journal);
    for (int opening = 0; opening < 2; opening++) {
      try (Library library = Sample.open(folder)) {
        assertEquals(List.of(), library.sites().all());
        assertEquals(List.of(), library.verify(Progress.SILENT).problems());
      }
      assertFalse(Files.exists(journal(site)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE site_fact SET content = X'7b7d' WHERE kind = 'site'",
        "UPDATE site_fact SET seal = '00' WHERE kind = 'release'",
        "DELETE FROM site_fact WHERE kind = 'site'",
        "DELETE FROM site_fact WHERE kind = 'post'",
        "UPDATE site_fact SET name = '2' WHERE kind = 'release'",
        "UPDATE library SET sites = 7"
      })
  void saysWhatIsDamagedAndWhatIsSafe(String damage) throws SQLException {
    Post post;
    try (Library library = Sample.open(folder)) {
      UUID site = made(library, "Harbour").site().id();
      post = library.create(Sample.draft(1, 20), Revision.Kind.CREATED);
      library.sites().join(site, List.of(post.id()));
      library.sites().note(site, List.of(RELEASE));
    }
    damage(damage);
    try (Library library = Sample.open(folder)) {
      List<Problem> problems = library.verify(Progress.SILENT).problems();
      assertFalse(problems.isEmpty(), damage);
      for (Problem problem : problems) {
        assertFalse(problem.safe().isEmpty() || problem.next().isEmpty(), problem.toString());
      }
      assertEquals(post, library.post(post.id()).orElseThrow());
    }
  }

  @Test
  void aDamagedSiteIsReadFromItsJournalOrToldOf() throws SQLException, IOException {
    KeptSite site;
    try (Library library = Sample.open(folder)) {
      site = made(library, "Harbour");
    }
    damage("UPDATE site_fact SET content = X'00'");
    try (Library library = Sample.open(folder)) {
      assertEquals(List.of(site), library.sites().all());
    }
    Files.delete(journal(site.site().id()));
    try (Library library = Sample.open(folder)) {
      StoreException told = assertThrows(StoreException.class, () -> library.sites().all());
      assertEquals(StoreException.Kind.DAMAGED, told.kind());
      assertTrue(told.getMessage().contains("Restore a backup"), told.getMessage());
    }
  }

  @Test
  void aFullDiskLeavesTheSiteAsItWasOrAsItWasToBe() {
    Path place = folder.resolve("library");
    Seams seams = FullDisk.seams();
    try (Library library = Library.open(place, new Sample.Hand(), OpenOptions.creating(), seams)) {
      KeptSite site = made(library, "Harbour");
      int refused = 0;
      for (long room = 0; room < 4_000; room += 200) {
        KeptSite before = library.sites().site(site.site().id()).orElseThrow();
        String words = "d".repeat(2_000) + room;
        FullDisk.room(room);
        try {
          library.sites().change(site.site().id(), kept -> described(kept, words));
        } catch (StoreException e) {
          refused++;
          FullDisk.room(Long.MAX_VALUE);
          assertEquals(StoreException.Kind.FULL, e.kind(), e.getMessage());
          KeptSite now = library.sites().site(site.site().id()).orElseThrow();
          assertTrue(now.equals(before) || now.equals(described(before, words)), now.toString());
        }
        FullDisk.room(Long.MAX_VALUE);
        assertEquals(List.of(), library.verify(Progress.SILENT).problems());
      }
      assertTrue(refused > 2, "refused " + refused);
    }
  }

  @Test
  void picturesOfASiteAreKeptAndBackedUp() throws IOException {
    KeptSite site;
    try (Library library = Sample.open(folder)) {
      site = whole(library, UUID.randomUUID());
      library.sites().create(site);
      String picture = site.pictures().getFirst();
      Backup backup = library.backups().make();
      try (var files = Files.walk(backup.file().resolveSibling("media"))) {
        assertTrue(files.anyMatch(file -> file.toString().contains(picture)));
      }
      Files.delete(library.media().find(picture).orElseThrow());
      assertEquals(1, library.verify(Progress.SILENT).problems().size());
    }
  }

  @Test
  void whatANewerGalleySaidOfASiteStays() {
    try (Library library = Sample.open(folder)) {
      KeptSite site = whole(library, UUID.randomUUID());
      String newer = SiteJson.text(site).replaceFirst("}$", ",\"weather\":{\"wind\":[1,2]}}");
      KeptSite read = SiteJson.read(site.site().id(), newer);
      library.sites().create(read);
      library.sites().change(site.site().id(), kept -> named(kept, "Other"));
      String now = SiteJson.text(library.sites().site(site.site().id()).orElseThrow());
      assertTrue(now.endsWith(",\"weather\":{\"wind\":[1,2]}}"), now);
      library.sites().note(site.site().id(), List.of(new SiteFact("weather", "x", "{}")));
      assertEquals(3, library.sites().kept(site.site().id()).size() + 1);
    }
  }

  @Test
  void equalSitesGiveEqualJson() {
    UUID id = UUID.randomUUID();
    try (Library library = Sample.open(folder)) {
      KeptSite site = whole(library, id);
      assertEquals(site, SiteJson.read(id, SiteJson.text(site)));
      assertEquals(
          SiteJson.text(site), SiteJson.text(SiteJson.read(id, SiteJson.text(whole(library, id)))));
    }
    for (String broken : List.of("", "{}", "[]", "{\"name\":1}", "not json")) {
      assertThrows(IllegalArgumentException.class, () -> SiteJson.read(id, broken), broken);
    }
  }

  /** A site that has only a name. */
  static KeptSite made(Library library, String name) {
    return library
        .sites()
        .create(
            KeptSite.of(Site.of(UUID.randomUUID(), name, "https://example.org/blog", "en"), false));
  }

  static KeptSite described(KeptSite kept, String words) {
    return kept.with(site ->
        new Site(
            site.id(),
            site.name(),
            site.address(),
            site.language(),
            words,
            site.social(),
            site.sections(),
            site.authors(),
            site.theme(),
            site.settings()));
  }

  private static KeptSite named(KeptSite kept, String name) {
    return kept.with(site ->
        new Site(
            site.id(),
            name,
            site.address(),
            site.language(),
            site.description(),
            site.social(),
            site.sections(),
            site.authors(),
            site.theme(),
            site.settings()));
  }

  private static KeptSite whole(Library library, UUID id) {
    String picture = library.media().put("a portrait".getBytes(StandardCharsets.UTF_8), "png");
    Site site =
        new Site(
            id,
            "The \u201cHarbour\u201d",
            "https://example.org/blog",
            "en-GB",
            "By the \uD83C\uDF0A",
            List.of("https://social.example/@harbour"),
            List.of(new Site.Section("Opinion", "opinion", "What we think")),
            List.of(
                new Site.Contributor(
                    "Ada Marrow", "ada-marrow", "*Writes.*", Optional.of(picture), List.of())),
            "plain",
            Map.of("b", "2", "a", "1"));
    return KeptSite.of(site, true);
  }

  private Path journal(UUID site) {
    return folder.resolve("journal").resolve(site + ".journal");
  }

  private void damage(String command) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                Database.url(folder.resolve("galley.mv.db"), "file"), "sa", "");
        Statement statement = connection.createStatement()) {
      assertTrue(statement.executeUpdate(command) > 0);
    }
  }
}
