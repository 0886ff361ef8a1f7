package vn.monitoring.report.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/// Signs with a key read from a PKCS #12 file.
record FileSigner(PrivateKey key, List<X509Certificate> chain) implements Signer {

    @Override
    public byte[] sign(byte[] toBeSigned) {
        try {
            Signature signature =
                    Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(toBeSigned);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of " + chain.getFirst().getSubjectX500Principal(), e);
        }
    }
}
