package vn.monitoring.client;

import org.jspecify.annotations.Nullable;

/// What came back: the body as text and the entity tag, if any.
public record Answer(int status, String body, @Nullable String etag) {

    public <T> T as(Class<T> type) {
        return Json.read(body, type);
    }

    public String requireEtag() {
        if (etag == null) {
            throw new ClientFailure("An answer carries no ETag: " + body);
        }
        return etag;
    }
}
