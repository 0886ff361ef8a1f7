package vn.monitoring.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/// What is issued must be readable for as long as it is kept: every document conforms to PDF/A-2a, as veraPDF judges.
class PdfConformanceTest {

    private final Documents documents = new Documents();

    @BeforeAll
    static void makeVeraPdfReady() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<OfficialDocument> documents() {
        return Stream.of(SampleDocuments.government(), SampleDocuments.party(), SampleDocuments.draft());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void conformsToPdfA(OfficialDocument document) throws Exception {
        byte[] pdf = documents.render(
                document, DocumentFormat.PDF, document.isDraft() ? null : "https://example.org/check?number=12");

        ValidationResult result = judged(pdf);

        assertThat(result.getFailedChecks()).isEmpty();
        assertThat(result.isCompliant()).isTrue();
    }

    private static ValidationResult judged(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_A);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_A, false)) {
            return validator.validate(parser);
        }
    }
}
