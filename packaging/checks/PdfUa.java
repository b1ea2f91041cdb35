import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Asks veraPDF about every PDF in a folder: {@code PdfUa.java FOLDER}. */
final class PdfUa {
  private PdfUa() {}

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    List<Path> files = files(Path.of(arguments[0]));
    int bad = 0;
    for (Path file : files) {
      Map<String, Integer> failed = failed(file);
      bad += failed.isEmpty() ? 0 : 1;
      failed.forEach((clause, times) ->
          System.out.println(file.getFileName() + ": " + times + " × " + clause));
    }
    System.out.println(files.size() + " PDFs, " + bad + " with something wrong");
    System.exit(bad == 0 ? 0 : 1);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
    }
  }

  private static Map<String, Integer> failed(Path file) throws Exception {
    Map<String, Integer> failed = new TreeMap<>();
    PDFAFlavour flavour = PDFAFlavour.PDFUA_1;
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file.toFile(), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      for (TestAssertion each : validator.validate(parser).getTestAssertions()) {
        if (each.getStatus() == TestAssertion.Status.FAILED) {
          String clause = each.getRuleId().getClause() + " " + each.getMessage();
          failed.merge(clause, 1, Integer::sum);
        }
      }
    }
    return failed;
  }
}
