package vn.monitoring.kit.web;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Days in a query: `2026-06-30`, of the years that the database knows.
@Provider
public class DateParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == LocalDate.class ? (ParamConverter<T>) new Day() : null;
    }

    private static final class Day implements ParamConverter<LocalDate> {

        @Override
        public LocalDate fromString(String text) {
            LocalDate day = LocalDate.parse(text);
            if (!StrictJson.isBounded(day)) {
                throw new DateTimeParseException(StrictJson.YEARS.en(), text, 0);
            }
            return day;
        }

        @Override
        public String toString(LocalDate day) {
            return day.toString();
        }
    }
}
