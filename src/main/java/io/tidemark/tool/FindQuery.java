package io.tidemark.tool;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The language in which people say what they look for: words, "words in a row", and {@code name:}, {@code author:}, {@code type:},
 * {@code label:}, {@code before:} and {@code after:} with a value. All of it must hold. The page's {@code dav/query.js} reads the
 * same one, and both are tested by one table.
 */
public final class FindQuery {

    private static final String KEYS = "name|author|type|label|before|after";
    private static final Pattern TOKENS = Pattern.compile(
            "(?:(" + KEYS + "):)?(?:\"([^\"]*)\"|([^\\s\"]+))|\"",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NO_VALUE = Pattern.compile("(" + KEYS + "):", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");
    private static final Pattern MOMENT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final int FIRST_YEAR = 1_000;

    private final ZoneId zone;

    /**
     * A reader of queries.
     *
     * @param zone where days begin
     */
    public FindQuery(ZoneId zone) {
        this.zone = zone;
    }

    /** The same of the arguments of a command: what the shell takes for one of them was between quotation marks. */
    public String condition(List<String> arguments) {
        return condition(text(arguments));
    }

    static String text(List<String> arguments) {
        return arguments.stream()
                .map(argument -> argument.contains("\"") || argument.chars().noneMatch(Character::isWhitespace)
                        ? argument
                        : argument.replaceFirst("^((?i:" + KEYS + "):)?\\s*(.*)$", "$1\"$2\""))
                .collect(Collectors.joining(" "));
    }

    /**
     * The condition of a {@code DAV:basicsearch} that a text means.
     *
     * @return XML, to stand in {@code D:where}
     * @throws IllegalArgumentException for nothing, and for a value that is missing or no time
     */
    public String condition(String text) {
        List<String> words = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        for (Matcher token = TOKENS.matcher(text); token.find(); ) {
            String quoted = token.group(2);
            String value = quoted == null ? token.group(3) : quoted;
            if (value == null) {
                continue;
            }
            if (token.group(1) != null) {
                conditions.add(about(token.group(1).toLowerCase(Locale.ROOT), value));
            } else if (quoted == null && NO_VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException(value + " needs a value.");
            } else {
                words.add(quoted == null ? value : '"' + value + '"');
            }
        }
        if (!words.isEmpty()) {
            conditions.add(0, element("contains", String.join(" ", words)));
        }
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("It is not said what is looked for.");
        }
        return conditions.size() > 1 ? "<D:and>" + String.join("", conditions) + "</D:and>" : conditions.get(0);
    }

    private String about(String key, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(key + ": needs a value.");
        }
        return switch (key) {
            case "name" ->
                like(
                        "displayname",
                        value.contains("*") ? pattern(value).replace('*', '%') : '%' + pattern(value) + '%');
            case "author" -> compared("eq", " caseless=\"yes\"", "author", value);
            case "label" -> compared("eq", " caseless=\"yes\"", "revisionlabel", value);
            case "type" -> type(value);
            case "before" -> compared("lt", "", "getlastmodified", moment(value));
            default -> compared("gte", "", "getlastmodified", moment(value));
        };
    }

    private static String type(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "folder" -> "<D:is-collection/>";
            case "file" -> "<D:not><D:is-collection/></D:not>";
            default -> like("getcontenttype", (value.contains("/") ? "" : "%") + pattern(value) + '%');
        };
    }

    /** A text as it stands in a pattern of {@code DAV:like}. */
    private static String pattern(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }

    private static String like(String property, String pattern) {
        return compared("like", "", property, pattern);
    }

    private static String compared(String operator, String attribute, String property, String value) {
        return "<D:" + operator + attribute + "><D:prop><D:" + property + "/></D:prop>" + element("literal", value)
                + "</D:" + operator + '>';
    }

    private static String element(String name, String text) {
        return "<D:" + name + '>' + XmlText.escaped(text) + "</D:" + name + '>';
    }

    /** A time as the server takes it: that of a day, a month or a year is its beginning. */
    private String moment(String value) {
        Matcher day = DAY.matcher(value);
        try {
            if (day.matches() && Integer.parseInt(day.group(1)) >= FIRST_YEAR) {
                return LocalDate.of(Integer.parseInt(day.group(1)), number(day.group(2)), number(day.group(3)))
                        .atStartOfDay(zone)
                        .toInstant()
                        .toString();
            }
            if (MOMENT.matcher(value).matches()) {
                Instant moment = OffsetDateTime.parse(value).toInstant();
                return moment.truncatedTo(ChronoUnit.SECONDS).toString();
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(value + " is no time: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(value + " is no time, such as 2026, 2026-11, or 2026-11-30.");
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}
