package vn.monitoring.kit.web;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/// Answers with a page and says where the next one is: `Link: <…?cursor=…>; rel="next"`.
public final class PageAnswer {

    private PageAnswer() {}

    public static <T> RestResponse<Page<T>> of(Page<T> page, UriInfo uri) {
        RestResponse.ResponseBuilder<Page<T>> answer = RestResponse.ResponseBuilder.ok(page);
        if (page.next() != null) {
            answer.links(Link.fromUri(uri.getRequestUriBuilder()
                            .scheme(null)
                            .host(null)
                            .port(-1)
                            .replaceQueryParam("cursor", page.next())
                            .build())
                    .rel("next")
                    .build());
        }
        return answer.build();
    }
}
