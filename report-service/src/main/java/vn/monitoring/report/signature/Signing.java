package vn.monitoring.report.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SigDMechanism;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.jades.JAdESSignatureParameters;
import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.monitoring.kit.problem.Problem;

/// Signs documents in the formats of ETSI: PAdES for a PDF, JAdES beside a JSON.
///
/// Nothing is fetched from anywhere but, when one is configured, from the time-stamp authority.
@ApplicationScoped
public class Signing {

    private final Signers signers;
    private final Optional<URI> authority;

    Signing(Signers signers, @ConfigProperty(name = "monitoring.signature.time-stamps") Optional<URI> authority) {
        this.signers = signers;
        this.authority = authority;
    }

    /// What a signature in a PDF says of itself.
    ///
    /// @param unitCode whose document it is
    /// @param location where it is issued
    public record Stamp(String unitCode, String reason, String location, Instant at) {}

    /// @throws Problem 503 SIGNING_UNAVAILABLE when a document of this unit could not be signed now
    public void requireKey(String unitCode) {
        signers.get(unitCode);
    }

    /// With a signature of PAdES-BASELINE-B, or T where a time-stamp authority is configured.
    public byte[] signPdf(byte[] pdf, Stamp stamp) {
        Signer signer = signers.get(stamp.unitCode());
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(
                authority.isPresent() ? SignatureLevel.PAdES_BASELINE_T : SignatureLevel.PAdES_BASELINE_B);
        parameters.setReason(stamp.reason());
        parameters.setLocation(stamp.location());
        parameters.setSignerName(Organisation.of(signer.chain().getFirst()));
        sign(parameters, signer, stamp.at());
        PAdESService service = new PAdESService(new CommonCertificateVerifier(true));
        authority.ifPresent(address -> service.setTspSource(new TimeStampAuthority(address)));
        DSSDocument document = new InMemoryDocument(pdf, "document.pdf", MimeTypeEnum.PDF);
        ToBeSigned toBeSigned = service.getDataToSign(document, parameters);
        return DSSUtils.toByteArray(service.signDocument(document, parameters, value(parameters, signer, toBeSigned)));
    }

    /// The detached signature of a JSON: JAdES-BASELINE-B as a compact JWS whose payload is left out
    /// (RFC 7515, appendix
    /// F).
    ///
    /// @param json its bytes, to the last one
    public byte[] signJson(byte[] json, String unitCode, Instant at) {
        Signer signer = signers.get(unitCode);
        JAdESSignatureParameters parameters = new JAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.JAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        parameters.setJwsSerializationType(JWSSerializationType.COMPACT_SERIALIZATION);
        parameters.setSigDMechanism(SigDMechanism.NO_SIG_D);
        sign(parameters, signer, at);
        JAdESService service = new JAdESService(new CommonCertificateVerifier(true));
        DSSDocument document = new InMemoryDocument(json, "document.json", MimeTypeEnum.JSON);
        ToBeSigned toBeSigned = service.getDataToSign(document, parameters);
        return DSSUtils.toByteArray(service.signDocument(document, parameters, value(parameters, signer, toBeSigned)));
    }

    private static void sign(AbstractSignatureParameters<?> parameters, Signer signer, Instant at) {
        List<CertificateToken> chain =
                signer.chain().stream().map(CertificateToken::new).toList();
        CertificateToken own = chain.getFirst();
        parameters.setSigningCertificate(own);
        // the authority's own certificate is left out: nothing signs it here, so that nobody would see it altered
        parameters.setCertificateChain(chain.stream()
                .filter(certificate -> certificate.equals(own) || !certificate.isSelfSigned())
                .toList());
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.bLevel().setSigningDate(Date.from(at));
    }

    private static SignatureValue value(AbstractSignatureParameters<?> parameters, Signer signer, ToBeSigned data) {
        return new SignatureValue(parameters.getSignatureAlgorithm(), signer.sign(data.getBytes()));
    }
}
