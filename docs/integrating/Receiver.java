import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the receiver of a webhook has to do: check the signature over the bytes as they came, take each message once, answer soon. */
class Receiver {

    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final byte[] secret;
    /** In a real receiver a table, written in the transaction that does the work. */
    private final Set<String> taken = new HashSet<>();

    Receiver(String secret) {
        this.secret = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    }

    /** java Receiver.java PORT WHSEC */
    public static void main(String[] arguments) throws IOException {
        Receiver receiver = new Receiver(arguments[1]);
        int port = Integer.parseInt(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", receiver::receive);
        server.start();
        System.out.println("listening");
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
        String signatures = exchange.getRequestHeaders().getFirst("webhook-signature");
        if (id == null || timestamp == null || signatures == null || !isGenuine(id, timestamp, signatures, body)) {
            System.out.println("refused");
            exchange.sendResponseHeaders(401, -1);
        } else {
            boolean first = taken.add(id);
            System.out.println((first ? "taken " : "known ") + new String(body, StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
        }
        exchange.close();
    }

    /** One of the signatures must fit: while a secret is being changed there are two. */
    private boolean isGenuine(String id, String timestamp, String signatures, byte[] body) {
        if (Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now()).abs().compareTo(OLDEST) > 0) {
            return false;
        }
        String expected = "v1," + signature(id + "." + timestamp + ".", body);
        for (String signature : signatures.split(" ")) {
            if (MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII))) {
                return true;
            }
        }
        return false;
    }

    private String signature(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
