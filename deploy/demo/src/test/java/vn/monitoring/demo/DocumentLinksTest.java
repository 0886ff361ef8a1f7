package vn.monitoring.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the documents point to within the repository is there.
class DocumentLinksTest {

    private static final Path ROOT =
            Path.of(System.getProperty("monitoring.root")).toAbsolutePath().normalize();

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*|/.*");

    @Test
    void everyLinkLeadsSomewhere() {
        List<Document> documents = Document.all(ROOT);
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Document document : documents) {
            Matcher link = LINK.matcher(CODE.matcher(document.prose()).replaceAll(""));
            while (link.find()) {
                links++;
                if (!leadsSomewhere(document, link.group(1), documents)) {
                    broken.add("%s: %s".formatted(ROOT.relativize(document.file()), link.group(1)));
                }
            }
        }
        assertThat(links).isGreaterThan(30);
        assertThat(broken).isEmpty();
    }

    @Test
    void everyDocumentIsComposedUnicode() {
        assertThat(Document.all(ROOT))
                .allSatisfy(document -> assertThat(Normalizer.isNormalized(document.prose(), Normalizer.Form.NFC))
                        .as("NFC of %s", document.file())
                        .isTrue());
    }

    private static boolean leadsSomewhere(Document from, String link, List<Document> documents) {
        if (ELSEWHERE.matcher(link).matches()) {
            return true;
        }
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? from.file()
                : from.file().resolveSibling(parts[0]).normalize();
        if (parts.length == 1) {
            return Files.exists(target);
        }
        return documents.stream()
                .filter(document -> document.file().equals(target))
                .anyMatch(document -> document.anchors().contains(parts[1]));
    }
}
