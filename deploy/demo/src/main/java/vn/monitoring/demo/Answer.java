package vn.monitoring.demo;

import org.jspecify.annotations.Nullable;

/// What came back: the body as text and the entity tag, if any.
record Answer(int status, String body, @Nullable String etag) {

    <T> T as(Class<T> type) {
        return Json.read(body, type);
    }

    String requireEtag() {
        if (etag == null) {
            throw new DemoFailure("An answer carries no ETag: " + body);
        }
        return etag;
    }
}
