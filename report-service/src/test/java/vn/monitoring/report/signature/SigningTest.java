package vn.monitoring.report.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.Policy;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.report.signature.Signing.Stamp;
import vn.monitoring.report.signature.Verification.Status;

class SigningTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final byte[] JSON = "{\"report\":\"Báo cáo quý III\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private static SigningKeys keys;
    private static Signing signing;
    private static Verifier verifier;
    private static byte[] pdf;

    @BeforeAll
    static void makeKeys() throws IOException {
        keys = new SigningKeys(folder).make();
        signing = new Signing(signers(keys.keys(), SigningKeys.PASSWORD), Optional.empty());
        verifier = new Verifier(Optional.of(keys.trust()), Clock.fixed(NOW, ZoneOffset.UTC));
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            pdf = out.toByteArray();
        }
    }

    @ParameterizedTest
    @CsvSource({"10675, Monitoring platform", "11002, UBND phường Thạch Khôi"})
    void signsByTheUnitsKeyElseBySeal(String unit, String organisation) {
        for (Verification found : List.of(
                verifier.verifyPdf(signed(unit)), verifier.verifyJson(JSON, signing.signJson(JSON, unit, NOW)))) {
            assertThat(found.status()).as("%s", found).isEqualTo(Status.VALID);
            assertThat(found.reasons()).isEmpty();
            assertThat(found.signatures()).singleElement().satisfies(signature -> {
                assertThat(signature.signer()).isEqualTo(organisation);
                assertThat(signature.issuer()).isEqualTo("Test authority");
                assertThat(signature.signedAt()).isEqualTo(NOW);
                assertThat(signature.timeStampedAt()).isNull();
                assertThat(signature.format()).endsWith("BASELINE-B");
            });
        }
    }

    @Test
    void findsEveryChangedByteOfPdf() {
        byte[] signed = signed("10675");
        List<Integer> unseen = new ArrayList<>();
        for (int at = 0; at < signed.length; at += 61) {
            byte[] changed = signed.clone();
            changed[at] ^= 1;
            if (verifier.verifyPdf(changed).status() == Status.VALID) {
                unseen.add(at);
            }
        }
        assertThat(unseen).isEmpty();
    }

    @Test
    void findsEveryChangedByteOfJsonAndOfItsSignature() {
        byte[] signature = signing.signJson(JSON, "10675", NOW);
        for (int at = 0; at < JSON.length; at++) {
            byte[] changed = JSON.clone();
            changed[at] ^= 1;
            assertThat(verifier.verifyJson(changed, signature).status()).isEqualTo(Status.INVALID);
        }
        List<Integer> unseen = new ArrayList<>();
        for (int at = 0; at < signature.length; at += at > signature.length - 12 ? 1 : 29) {
            byte[] changed = signature.clone();
            changed[at] ^= 1;
            if (verifier.verifyJson(JSON, changed).status() == Status.VALID) {
                unseen.add(at);
            }
        }
        assertThat(unseen).isEmpty();
    }

    @Test
    void findsWhatWasAddedAfterSigning() throws IOException {
        byte[] signed = signed("10675");
        byte[] longer = java.util.Arrays.copyOf(signed, signed.length + 3);
        assertThat(verifier.verifyPdf(longer).status()).isEqualTo(Status.INVALID);
        assertThat(verifier.verifyPdf(longer).reasons())
                .extracting(Verification.Reason::code)
                .containsExactly("CHANGED_AFTER_SIGNING");
        try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(signed);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.getPages().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
            assertThat(verifier.verifyPdf(out.toByteArray()).status()).isEqualTo(Status.INVALID);
        }
    }

    @Test
    void doesNotTrustWhomNobodyNamed(@TempDir Path other) {
        Verifier stranger =
                new Verifier(Optional.of(new SigningKeys(other).make().trust()), Clock.fixed(NOW, ZoneOffset.UTC));
        Verification found = stranger.verifyPdf(signed("10675"));
        assertThat(found.status()).isEqualTo(Status.INDETERMINATE);
        assertThat(found.reasons()).extracting(Verification.Reason::code).containsExactly("NO_CERTIFICATE_CHAIN_FOUND");
        byte[] changed = signed("10675");
        changed[100] ^= 1;
        assertThat(stranger.verifyPdf(changed).status()).isEqualTo(Status.INVALID);
        assertThat(new Verifier(Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC))
                        .verifyPdf(signed("10675"))
                        .status())
                .isEqualTo(Status.INDETERMINATE);
    }

    @Test
    void isNotSureOfAnExpiredCertificate() {
        Verifier later = new Verifier(
                Optional.of(keys.trust()), Clock.fixed(Instant.parse("2061-01-01T00:00:00Z"), ZoneOffset.UTC));
        Verification found = later.verifyPdf(signed("10675"));
        assertThat(found.status()).isEqualTo(Status.INDETERMINATE);
        assertThat(found.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.message().vi()).isNotBlank());
    }

    @Test
    void saysWhatIsNotSignedOrBroken() {
        assertThat(verifier.verifyPdf(pdf).status()).isEqualTo(Status.INDETERMINATE);
        assertThat(verifier.verifyPdf(pdf).reasons()).containsExactly(Reasons.NO_SIGNATURE);
        assertThat(verifier.verifyPdf(new byte[] {'%', 'P', 'D', 'F', '-'}).status())
                .isEqualTo(Status.INVALID);
        assertThat(verifier.verifyJson(JSON, new byte[0]).status()).isNotEqualTo(Status.VALID);
        assertThat(verifier.verifyJson(JSON, "{\"a\":1}".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isNotEqualTo(Status.VALID);
    }

    @Test
    void refusesWithoutUsableKeys() {
        assertUnavailable(new Signers(Optional.empty(), Optional.empty()));
        assertUnavailable(signers(folder.resolve("nothing.p12"), SigningKeys.PASSWORD));
        assertUnavailable(signers(keys.keys(), "another password"));
    }

    @Test
    void fetchesNothingThatASignatureNames() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            byte[] signed =
                    withPolicyAt("http://127.0.0.1:" + server.getAddress().getPort() + "/policy.der");
            assertThat(verifier.verifyPdf(signed).signatures()).hasSize(1);
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void refusesWhenTheTimeStampAuthorityDoesNotAnswer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
        try {
            Signing stamped = new Signing(
                    signers(keys.keys(), SigningKeys.PASSWORD),
                    Optional.of(
                            URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
            assertThatThrownBy(() -> stamped.signPdf(pdf, new Stamp("10675", "Ban hành", "Kinh Môn", NOW)))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.type()).isEqualTo(SignatureProblem.SIGNING_UNAVAILABLE));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void signsAndVerifiesQuicklyOnceWarm() {
        for (int i = 0; i < 10; i++) {
            verifier.verifyPdf(signed("10675"));
        }
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(verifier.verifyPdf(signed("10675")).status()).isEqualTo(Status.VALID);
        }
        long each = (System.nanoTime() - start) / 20_000_000;
        assertThat(each).isLessThan(2_000);
    }

    private static void assertUnavailable(Signers signers) {
        assertThatThrownBy(() -> new Signing(signers, Optional.empty()).requireKey("10675"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(SignatureProblem.SIGNING_UNAVAILABLE));
    }

    private static Signers signers(Path file, String password) {
        return new Signers(Optional.of(file), Optional.of(password));
    }

    private static byte[] signed(String unit) {
        return signing.signPdf(pdf, new Stamp(unit, "Ban hành", "Kinh Môn", NOW));
    }

    private static byte[] withPolicyAt(String address) {
        Signer signer = signers(keys.keys(), SigningKeys.PASSWORD).get("10675");
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setSigningCertificate(new CertificateToken(signer.chain().getFirst()));
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.bLevel().setSigningDate(Date.from(NOW));
        Policy policy = new Policy();
        policy.setId("1.2.3.4.5");
        policy.setDigestAlgorithm(DigestAlgorithm.SHA256);
        policy.setDigestValue(new byte[32]);
        policy.setSpuri(address);
        parameters.bLevel().setSignaturePolicy(policy);
        PAdESService service = new PAdESService(new CommonCertificateVerifier(true));
        InMemoryDocument document = new InMemoryDocument(pdf);
        ToBeSigned data = service.getDataToSign(document, parameters);
        return DSSUtils.toByteArray(service.signDocument(
                document,
                parameters,
                new SignatureValue(parameters.getSignatureAlgorithm(), signer.sign(data.getBytes()))));
    }
}
