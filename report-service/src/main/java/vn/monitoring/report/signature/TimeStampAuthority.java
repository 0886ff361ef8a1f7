package vn.monitoring.report.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.jboss.logging.Logger;
import vn.monitoring.kit.problem.Problem;

/// Asks a time-stamp authority over HTTP (RFC 3161).
final class TimeStampAuthority implements TSPSource {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(TimeStampAuthority.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;

    TimeStampAuthority(URI address) {
        this.address = address;
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            TimeStampRequest request = generator.generate(
                    new ASN1ObjectIdentifier(algorithm.getOid()), digest, new BigInteger(64, new SecureRandom()));
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/timestamp-query")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200 || answer.body().length == 0) {
                throw new TSPException("answered with status " + answer.statusCode());
            }
            TimeStampResponse response = new TimeStampResponse(answer.body());
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new TSPException("refused: " + response.getStatusString());
            }
            return new TimestampBinary(response.getTimeStampToken().getEncoded());
        } catch (IOException | TSPException e) {
            LOG.errorf(e, "no time stamp from %s", address);
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private static Problem unavailable() {
        return new Problem(
                SignatureProblem.SIGNING_UNAVAILABLE,
                "Chưa lấy được dấu thời gian từ máy chủ cấp dấu thời gian. Hãy ban hành lại sau ít phút; chưa có gì thay đổi.",
                "The time-stamp authority gave no time stamp. Issue again in a few minutes; nothing was changed.");
    }
}
