package vn.monitoring.kit.web;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;

/// Days, ids, whole numbers and yes or no in addresses, read as strictly as in JSON: `2026-06-30` of the years that the
/// database
/// knows,
/// an id of 36 characters, `true` or `false`. The framework takes any other word for false, which would make a trial
/// run
/// (`?dryRun=yes`) a real one.
///
/// A query with another value is refused with 400 and the parameter's name; a path with one leads nowhere.
@Provider
public class StrictParameters implements ParamConverterProvider {

    private static final int LENGTH_OF_ID = 36;

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        @Nullable
        String query = Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(QueryParam.class::cast)
                .map(QueryParam::value)
                .findFirst()
                .orElse(null);
        @Nullable Function<String, ?> reading = reading(type);
        return reading == null ? null : (ParamConverter<T>) new Strict<>(query, reading);
    }

    private static @Nullable Function<String, ?> reading(Class<?> type) {
        if (type == LocalDate.class) {
            return StrictParameters::day;
        }
        if (type == UUID.class) {
            return StrictParameters::id;
        }
        if (type == Boolean.class || type == boolean.class) {
            return StrictParameters::yesOrNo;
        }
        if (type == Integer.class || type == int.class) {
            return Integer::valueOf;
        }
        return type == Long.class || type == long.class ? Long::valueOf : null;
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (!StrictJson.isBounded(day)) {
            throw new IllegalArgumentException(StrictJson.YEARS.en());
        }
        return day;
    }

    private static UUID id(String text) {
        if (text.length() != LENGTH_OF_ID) {
            throw new IllegalArgumentException("not as long as an id");
        }
        return UUID.fromString(text);
    }

    private static Boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    /// @param query the parameter's name in the query; null for one of the path
    private record Strict<T>(@Nullable String query, Function<String, T> reading) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null || text.isEmpty() && query != null) {
                return null;
            }
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                throw query == null ? Problem.notFound() : refusal(query);
            }
        }

        private static Problem refusal(String query) {
            return new Problem(
                            KitProblem.INVALID_REQUEST,
                            "Tham số truy vấn không đúng dạng; xem danh sách vi phạm.",
                            "A query parameter is not of the right shape; see the violations.")
                    .violation(
                            "query",
                            query,
                            new Text("Giá trị không đúng kiểu.", "The value is not of the right type."));
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
