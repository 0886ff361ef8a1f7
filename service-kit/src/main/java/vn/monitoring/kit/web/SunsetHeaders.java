package vn.monitoring.kit.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.monitoring.kit.calendar.VietnamCalendar;

/// Announces on each answer of a [Sunset] operation that it will go; other operations are not touched.
@Provider
public class SunsetHeaders implements DynamicFeature {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Sunset sunset = resource.getResourceMethod().getAnnotation(Sunset.class);
        if (sunset != null) {
            context.register(Announcement.of(sunset));
        }
    }

    private record Announcement(String deprecation, String sunset, String link) implements ContainerResponseFilter {

        /// @throws java.time.DateTimeException when one of the days is none
        static Announcement of(Sunset sunset) {
            ZonedDateTime since = startOf(LocalDate.parse(sunset.deprecatedOn()));
            ZonedDateTime end =
                    LocalDate.parse(sunset.lastDay()).atTime(LocalTime.MAX).atZone(zone());
            return new Announcement("@" + since.toEpochSecond(), HTTP_DATE.format(end), sunset.link());
        }

        private static ZonedDateTime startOf(LocalDate day) {
            return day.atStartOfDay(zone());
        }

        private static ZoneId zone() {
            return VietnamCalendar.ZONE;
        }

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            response.getHeaders().putSingle("Deprecation", deprecation);
            response.getHeaders().putSingle("Sunset", sunset);
            if (!link.isEmpty()) {
                response.getHeaders().add("Link", "<" + link + ">; rel=\"deprecation\"");
            }
        }
    }
}
