package vn.monitoring.kit.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;

/// JSON as a request may bring it: UTF-8 and nothing else, one value and nothing behind it, every name once, bounded in
/// depth and in the length of names, texts and numbers, without the characters that [StrictParser] refuses, dates and
/// numbers within what the database holds. What the platform itself has stored is read with the usual mapper.
public final class StrictJson {

    static final int DEEPEST = 64;
    static final int LONGEST_TEXT = 200_000;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_NUMBER = 100;
    private static final int LAST_YEAR = 9999;
    /// Decimal places and digits before the point that a number may have.
    private static final int WIDEST = 60;

    private StrictJson() {}

    /// A mapper that reads strictly and is otherwise configured as the given one.
    static ObjectMapper from(ObjectMapper usual) {
        return usual.copyWith(factory())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .registerModule(bounds());
    }

    /// For parsers of streams of values, which end where the stream ends.
    public static JsonFactory factory() {
        return new StrictFactory(new JsonFactoryBuilder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build()));
    }

    /// A reader that ends with a `CharacterCodingException` where the bytes are no UTF-8.
    public static Reader utf8(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /// Whether a text has only characters that the database stores: no NUL, no half of a surrogate pair.
    public static boolean isClean(String text) {
        return StrictParser.isClean(text);
    }

    /// Whether a number can be stored and counted with.
    static boolean isBounded(BigDecimal number) {
        return Math.abs((long) number.scale()) <= WIDEST && number.precision() <= WIDEST;
    }

    private static SimpleModule bounds() {
        return new SimpleModule("bounds")
                .addDeserializer(
                        BigDecimal.class,
                        new Bounded<>(
                                BigDecimal.class,
                                NumberDeserializers.BigDecimalDeserializer.instance,
                                StrictJson::isBounded,
                                new Text("Số quá lớn hoặc quá dài.", "The number is too large or too long.")))
                .addDeserializer(
                        LocalDate.class,
                        new Bounded<>(LocalDate.class, LocalDateDeserializer.INSTANCE, StrictJson::isBounded, YEARS))
                .addDeserializer(
                        Instant.class,
                        new Bounded<>(
                                Instant.class,
                                InstantDeserializer.INSTANT,
                                instant -> instant.compareTo(Instant.EPOCH.minusSeconds(62_135_596_800L)) >= 0
                                        && instant.compareTo(LocalDate.of(LAST_YEAR, 12, 31)
                                                        .atStartOfDay(ZoneOffset.UTC)
                                                        .toInstant())
                                                < 0,
                                YEARS));
    }

    static final Text YEARS = new Text("Năm phải từ 0001 đến 9999.", "The year has to be between 0001 and 9999.");

    /// Whether a day can be stored.
    static boolean isBounded(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
    }

    static Problem refusal(String field, Text message) {
        return new Problem(
                        KitProblem.INVALID_REQUEST,
                        "Nội dung JSON có giá trị không nhận được; xem danh sách vi phạm.",
                        "The JSON content has a value that cannot be taken; see the violations.")
                .violation("body", field, message);
    }

    /// Reads as another deserializer does, then looks whether the value is within bounds.
    private static final class Bounded<T> extends StdScalarDeserializer<T> {

        private final transient JsonDeserializer<T> usual;
        private final transient Function<T, Boolean> bounds;
        private final transient Text message;

        Bounded(Class<T> type, JsonDeserializer<T> usual, Function<T, Boolean> bounds, Text message) {
            super(type);
            this.usual = usual;
            this.bounds = bounds;
            this.message = message;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            T value = usual.deserialize(parser, context);
            if (value != null && !bounds.apply(value)) {
                throw refusal(StrictParser.place(parser.getParsingContext()), message);
            }
            return value;
        }
    }

    private static final class StrictFactory extends JsonFactory {

        StrictFactory(JsonFactoryBuilder builder) {
            super(builder);
        }

        @Override
        public JsonParser createParser(InputStream bytes) throws IOException {
            return new StrictParser(super.createParser(utf8(bytes)));
        }

        @Override
        public JsonParser createParser(byte[] bytes) throws IOException {
            return createParser(new ByteArrayInputStream(bytes));
        }

        @Override
        public JsonParser createParser(Reader text) throws IOException {
            return new StrictParser(super.createParser(text));
        }

        @Override
        public JsonParser createParser(String text) throws IOException {
            return new StrictParser(super.createParser(text));
        }

        @Override
        public JsonFactory copy() {
            return factory();
        }
    }
}
