package galley.ui.kit;

import atlantafx.base.theme.PrimerLight;
import galley.asset.Assets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * Fonts, style sheets and the choice between light and dark.
 *
 * <p>Families to name in style sheets: {@code Inter}, {@code Inter Medium}, {@code Inter SemiBold},
 * {@code Source Serif 4}, {@code Source Serif 4 SemiBold}, {@code IBM Plex Mono}, {@code IBM Plex
 * Mono SemiBold}. A weight has its own family here, so never ask for {@code -fx-font-weight}.
 */
public final class Look {
  private static final List<String> FILES =
      List.of(
          "Inter-Regular",
          "Inter-Medium",
          "Inter-SemiBold",
          "SourceSerif4-SemiBold",
          "SourceSerif4-Regular",
          "SourceSerif4-RegularItalic",
          "IBMPlexMono-Regular",
          "IBMPlexMono-SemiBold",
          "IBMPlexMono-RegularItalic",
          "IBMPlexMono-SemiBoldItalic",
          "Inter-RegularItalic",
          "SourceSerif4-SemiBoldItalic");

  private Look() {}

  /** Starts loading the fonts; safe to call from any thread, and more than once. */
  public static CompletableFuture<Void> fonts() {
    return Fonts.LOADED;
  }

  /** Gives a scene the program's looks; waits for the fonts. On the JavaFX thread. */
  public static void dress(Scene scene) {
    if (Application.getUserAgentStylesheet() == null) {
      Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheetBSS());
    }
    fonts().join();
    scene.getStylesheets().addFirst(sheet("galley"));
  }

  /** The address of {@code css/<name>.css}, for a feature's own sheet. */
  public static String sheet(String name) {
    return Assets.url("css/" + name + ".css").toExternalForm();
  }

  /** Light, dark, or as the system has it. On the JavaFX thread. */
  public static void theme(Scene scene, Theme theme) {
    scene
        .getPreferences()
        .setColorScheme(
            switch (theme) {
              case SYSTEM -> null;
              case LIGHT -> ColorScheme.LIGHT;
              case DARK -> ColorScheme.DARK;
            });
  }

  /** Lets nothing move by itself in a scene, or what the system allows. On the JavaFX thread. */
  public static void still(Scene scene, boolean always) {
    scene.getPreferences().setReducedMotion(always ? true : null);
  }

  /** Whether a scene is dark now. On the JavaFX thread. */
  public static boolean isDark(Scene scene) {
    return scene.getPreferences().getColorScheme() == ColorScheme.DARK;
  }

  /** Holds the one loading of the fonts, begun when first asked for. */
  private static final class Fonts {
    static final CompletableFuture<Void> LOADED =
        CompletableFuture.runAsync(
            Fonts::load, task -> Thread.ofPlatform().name("fonts").start(task));

    private static void load() {
      for (String file : FILES) {
        String url = Assets.url("fonts/" + file + ".ttf").toExternalForm();
        Objects.requireNonNull(Font.loadFont(url, 13), () -> "The font " + file + " can't be read");
      }
    }
  }
}
