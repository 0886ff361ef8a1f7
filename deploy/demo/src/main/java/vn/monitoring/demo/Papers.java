package vn.monitoring.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import vn.monitoring.client.Screen;
import vn.monitoring.client.Session;

/// The documents of the reports: fetched, checked by their signatures and by the public check, and put into a folder to
/// be
/// looked at.
final class Papers {

    private static final List<String> FORMATS = List.of("pdf", "docx", "xlsx");

    private record Edition(int number, int documentNumber, String symbol, String notation, LocalDate issuedOn) {}

    private record Signatures(Verified pdf, Verified json) {}

    private record Verified(String status) {}

    private record PublicDocument(boolean exists, String pdfSha256, boolean latest) {}

    private final Screen screen;
    private final Checks checks;
    private final Path folder;

    Papers(Screen screen, Checks checks, Path folder) {
        this.screen = screen;
        this.checks = checks;
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path folder() {
        return folder;
    }

    void fetch(SamplePlan plan, Session reader, String report) {
        String path = "/api/v1/reports/" + report;
        List<Edition> editions = reader.list(path + "/editions", Edition.class);
        if (editions.isEmpty()) {
            for (String format : FORMATS) {
                byte[] file = reader.download(path + "/document?edition=draft&format=" + format);
                keep("%s-draft.%s".formatted(plan.slug(), format), file);
            }
            screen.line("  %s: a draft, as PDF, Word document and workbook".formatted(plan.name()));
            return;
        }
        for (Edition edition : editions) {
            check(plan, reader, path, edition, edition.number() == editions.size());
        }
    }

    private void check(SamplePlan plan, Session reader, String path, Edition edition, boolean latest) {
        String name = "%s %s (edition %d)".formatted(plan.name(), edition.notation(), edition.number());
        String ofEdition = path + "/document?edition=%d&format=".formatted(edition.number());
        for (String format : FORMATS) {
            keep(
                    "%s-edition-%d.%s".formatted(plan.slug(), edition.number(), format),
                    reader.download(ofEdition + format));
        }
        byte[] pdf = reader.download(ofEdition + "pdf");
        Signatures signatures = reader.get(path + "/signature?edition=" + edition.number(), Signatures.class);
        checks.equal(
                "Signature of the PDF of " + name, "VALID", signatures.pdf().status());
        checks.equal(
                "Signature of the statement of " + name,
                "VALID",
                signatures.json().status());
        PublicDocument known = reader.get(
                "/api/v1/public/documents?unit=%s&symbol=%s&number=%d&year=%d"
                        .formatted(
                                plan.unit(),
                                URLEncoder.encode(edition.symbol(), StandardCharsets.UTF_8),
                                edition.documentNumber(),
                                edition.issuedOn().getYear()),
                PublicDocument.class);
        checks.isTrue("The public check does not know " + name, known.exists());
        checks.equal("Digest of " + name, sha256(pdf), known.pdfSha256());
        checks.equal("The newest edition is " + name, latest, known.latest());
        screen.line("  %s: signed, known to the public check".formatted(name));
    }

    private void keep(String name, byte[] file) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
