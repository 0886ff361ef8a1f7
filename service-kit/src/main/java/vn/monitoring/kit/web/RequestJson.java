package vn.monitoring.kit.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/// Has the bodies of requests read strictly, see [StrictJson].
@Provider
public class RequestJson implements ContextResolver<ObjectMapper> {

    private final ObjectMapper strict;

    RequestJson(ObjectMapper usual) {
        this.strict = StrictJson.from(usual);
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return strict;
    }
}
