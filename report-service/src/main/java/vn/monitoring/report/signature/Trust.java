package vn.monitoring.report.signature;

import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.CertificateConstraints;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.xml.sax.SAXException;

/// Whose certificates are trusted, and by which rules: those of ETSI as DSS brings them, without asking
/// whether a certificate was revoked, since nothing is fetched from outside.
final class Trust {

    private static final String RULES = "/policy/constraint.xml";

    private final CommonTrustedCertificateSource authorities = new CommonTrustedCertificateSource();
    private final ValidationPolicy rules = readRules();

    /// @param file certificates in PEM; nobody is trusted without
    Trust(Optional<Path> file) {
        file.map(Trust::read)
                .orElse(List.of())
                .forEach(
                        certificate -> authorities.addCertificate(new CertificateToken((X509Certificate) certificate)));
    }

    ValidationPolicy rules() {
        return rules;
    }

    CertificateVerifier verifier() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(authorities);
        return verifier;
    }

    private static Collection<? extends Certificate> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the trusted certificates " + file, e);
        } catch (CertificateException e) {
            throw new IllegalStateException(file + " holds no certificates in PEM", e);
        }
    }

    private static ValidationPolicy readRules() {
        try (InputStream in = Objects.requireNonNull(ValidationPolicyFacade.class.getResourceAsStream(RULES), RULES)) {
            ConstraintsParameters parameters =
                    ValidationPolicyFacade.newFacade().unmarshall(in);
            unrevoked(parameters.getSignatureConstraints().getBasicSignatureConstraints());
            unrevoked(parameters.getTimestamp().getBasicSignatureConstraints());
            return new EtsiValidationPolicy(parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JAXBException | XMLStreamException | SAXException e) {
            throw new IllegalStateException("cannot read the rules of validation", e);
        }
    }

    private static void unrevoked(BasicSignatureConstraints constraints) {
        for (CertificateConstraints certificate :
                List.of(constraints.getSigningCertificate(), constraints.getCACertificate())) {
            certificate.getRevocationDataAvailable().setLevel(Level.IGNORE);
            certificate.getAcceptableRevocationDataFound().setLevel(Level.IGNORE);
        }
    }
}
