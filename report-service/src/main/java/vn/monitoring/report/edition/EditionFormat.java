package vn.monitoring.report.edition;

/// The files that an edition consists of.
public enum EditionFormat {
    /// Signed (PAdES); the one that counts.
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    /// The tables of its annexes.
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    /// What it says for machines, canonical (RFC 8785).
    JSON("application/json", "json"),
    /// The detached signature (JAdES) of the JSON.
    JADES("application/jose", "jws");

    private final String mediaType;
    private final String extension;

    EditionFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }
}
