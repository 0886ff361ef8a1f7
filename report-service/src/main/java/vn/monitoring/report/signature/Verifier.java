package vn.monitoring.report.signature;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.jades.validation.AbstractJWSDocumentValidator;
import eu.europa.esig.dss.jades.validation.JWSCompactDocumentValidator;
import eu.europa.esig.dss.jades.validation.JWSSerializationDocumentValidator;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.client.http.IgnoreDataLoader;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.signature.Verification.Reason;
import vn.monitoring.report.signature.Verification.Status;

/// Checks signatures against the certificates that are trusted here, a few at a time and without asking
/// anybody.
@ApplicationScoped
public class Verifier {

    private static final Logger LOG = Logger.getLogger(Verifier.class);
    private static final int AT_ONCE = 2;

    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private final Optional<Path> trusted;
    private final Clock clock;
    private @Nullable Trust trust;

    Verifier(@ConfigProperty(name = "monitoring.signature.trust") Optional<Path> trusted, Clock clock) {
        this.trusted = trusted;
        this.clock = clock;
    }

    public Verification verifyPdf(byte[] pdf) {
        return inTurn(() -> pdf(pdf));
    }

    /// As [#verifyPdf(byte[])], without holding more uploads in memory than are checked at once.
    public Verification verifyPdf(Path pdf) {
        return inTurn(() -> pdf(read(pdf)));
    }

    /// @param json the bytes that the signature is of
    /// @param jades beside them
    public Verification verifyJson(byte[] json, byte[] jades) {
        return inTurn(() -> json(json, jades));
    }

    /// As [#verifyJson(byte[],byte[])], of files.
    public Verification verifyJson(Path json, Path jades) {
        return inTurn(() -> json(read(json), read(jades)));
    }

    private Verification inTurn(Supplier<Verification> check) {
        free.acquireUninterruptibly();
        try {
            return check.get();
        } finally {
            free.release();
        }
    }

    private Verification pdf(byte[] pdf) {
        PdfBoxNativeObjectFactory objects = new PdfBoxNativeObjectFactory();
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        // pages are never drawn: whoever uploads would choose how long that takes
        differences.setMaximalPagesAmountForVisualComparison(0);
        objects.setPdfDifferencesFinder(differences);
        return orUnreadable(pdf, () -> {
            PDFDocumentValidator validator =
                    new PDFDocumentValidator(new InMemoryDocument(pdf, "document.pdf", MimeTypeEnum.PDF));
            validator.setPdfObjFactory(objects);
            return withoutGaps(pdf, validate(validator));
        });
    }

    private Verification json(byte[] json, byte[] jades) {
        if (!Written.isCanonical(jades)) {
            return fault(json, Status.INVALID, Reasons.NOT_AS_WRITTEN);
        }
        return orUnreadable(json, () -> {
            InMemoryDocument signature = new InMemoryDocument(jades, "document.jws", MimeTypeEnum.JOSE);
            AbstractJWSDocumentValidator validator = jades.length > 0 && jades[0] == '{'
                    ? new JWSSerializationDocumentValidator(signature)
                    : new JWSCompactDocumentValidator(signature);
            validator.setDetachedContents(List.of(new InMemoryDocument(json, "document.json", MimeTypeEnum.JSON)));
            return result(json, validate(validator));
        });
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// DSS, PDFBox and jose4j tell of a broken file by whatever they stumble over.
    private Verification orUnreadable(byte[] file, Supplier<Verification> check) {
        trust();
        try {
            return check.get();
        } catch (RuntimeException broken) {
            LOG.debugf(broken, "a signed file of %d bytes cannot be read", file.length);
            return fault(file, Status.INVALID, Reasons.UNREADABLE);
        }
    }

    private Reports validate(SignedDocumentValidator validator) {
        SignaturePolicyProvider policies = new SignaturePolicyProvider();
        // the default one fetches what a signature tells it to
        policies.setDataLoader(new IgnoreDataLoader());
        validator.setSignaturePolicyProvider(policies);
        validator.setCertificateVerifier(trust().verifier());
        validator.setValidationTime(Date.from(clock.instant()));
        return validator.validateDocument(trust().rules());
    }

    private synchronized Trust trust() {
        Trust known = trust;
        if (known == null) {
            known = new Trust(trusted);
            trust = known;
        }
        return known;
    }

    private static Verification withoutGaps(byte[] pdf, Reports reports) {
        Verification found = result(pdf, reports);
        if (found.signatures().isEmpty()) {
            return found;
        }
        BigInteger reached = BigInteger.ZERO;
        for (SignatureWrapper signature : reports.getDiagnosticData().getSignatures()) {
            List<BigInteger> range = signature.getPDFRevision().getSignatureByteRange();
            if (!Written.isWhole(pdf, range)) {
                return invalid(found, Reasons.NOT_AS_WRITTEN);
            }
            reached = reached.max(range.get(2).add(range.get(3)));
        }
        return reached.equals(BigInteger.valueOf(pdf.length)) ? found : invalid(found, Reasons.CHANGED_AFTER_SIGNING);
    }

    private static Verification result(byte[] file, Reports reports) {
        SimpleReport report = reports.getSimpleReport();
        List<Verification.Signature> signatures = new ArrayList<>();
        for (SignatureWrapper signature : reports.getDiagnosticData().getSignatures()) {
            signatures.add(read(signature, report));
        }
        if (signatures.isEmpty()) {
            return fault(file, Status.INDETERMINATE, Reasons.NO_SIGNATURE);
        }
        Status worst = signatures.stream()
                .map(Verification.Signature::status)
                .reduce(
                        Status.VALID,
                        (one, other) -> one == Status.INVALID || other == Status.INVALID
                                ? Status.INVALID
                                : one == Status.INDETERMINATE ? one : other);
        List<Reason> reasons = signatures.stream()
                .flatMap(signature -> signature.reasons().stream())
                .distinct()
                .toList();
        return new Verification(worst, sha256(file), reasons, List.copyOf(signatures));
    }

    private static Verification.Signature read(SignatureWrapper signature, SimpleReport report) {
        Indication indication = report.getIndication(signature.getId());
        boolean passed = indication == Indication.TOTAL_PASSED || indication == Indication.PASSED;
        boolean failed = indication == Indication.TOTAL_FAILED
                || indication == Indication.FAILED
                || !signature.isSignatureIntact()
                || signature.getDigestMatchers().stream().anyMatch(matcher -> !matcher.isDataIntact());
        List<Reason> reasons = passed && !failed
                ? List.of()
                : List.of(
                        failed && indication == Indication.INDETERMINATE
                                ? Reasons.altered()
                                : Reasons.of(report.getSubIndication(signature.getId())));
        CertificateWrapper certificate = signature.getSigningCertificate();
        List<TimestampWrapper> stamps = signature.getSignatureTimestamps();
        return new Verification.Signature(
                failed ? Status.INVALID : passed ? Status.VALID : Status.INDETERMINATE,
                String.valueOf(signature.getSignatureFormat()),
                certificate == null ? null : certificate.getOrganizationName(),
                issuer(certificate),
                instant(signature.getClaimedSigningTime()),
                stamps.isEmpty() ? null : instant(stamps.getFirst().getProductionTime()),
                reasons);
    }

    private static @Nullable String issuer(@Nullable CertificateWrapper certificate) {
        if (certificate == null || certificate.getSigningCertificate() == null) {
            return null;
        }
        return certificate.getSigningCertificate().getOrganizationName();
    }

    private static Verification fault(byte[] file, Status status, Reason reason) {
        return new Verification(status, sha256(file), List.of(reason), List.of());
    }

    private static Verification invalid(Verification found, Reason reason) {
        return new Verification(Status.INVALID, found.sha256(), List.of(reason), found.signatures());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
