package io.tidemark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/schema.md} equal to the migrations: a table, column, index or sequence that only one of them has fails
 * here. Both are read as sets of lines such as {@code column member.name}.
 */
class SchemaDocumentationTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path PAGE = Path.of("docs/schema.md");

    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final Pattern ADDED = Pattern.compile("add (?:column )?(.*)");
    private static final Pattern DROPPED = Pattern.compile("drop (column|constraint) (\\w+).*");
    private static final Pattern KEY = Pattern.compile("constraint (\\w+) (?:primary key|unique).*");

    private static final Pattern HEADING = Pattern.compile("## `(\\w+)`");
    private static final Pattern HEAD_ROW = Pattern.compile("\\| (column|index|sequence) \\|.*");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| *([^ |].*)\\|");

    /** What each kind of statement does to the schema. */
    private static final Map<Pattern, BiConsumer<Matcher, Set<String>>> RULES = Map.of(
            Pattern.compile("create table (\\w+) \\((.*)\\)"),
            (found, schema) -> {
                schema.add("table " + found.group(1));
                parts(found.group(2)).forEach(part -> add(found.group(1), part, schema));
            },
            Pattern.compile("alter table (\\w+) (.*)"),
            (found, schema) -> parts(found.group(2)).forEach(part -> alter(found.group(1), part, schema)),
            Pattern.compile("drop table (\\w+).*"),
            (found, schema) -> drop(found.group(1), schema),
            Pattern.compile("create (?:unique )?index (\\w+) on (\\w+).*"),
            (found, schema) -> schema.add("index " + found.group(2) + '.' + found.group(1)),
            Pattern.compile("drop index (\\w+)"),
            (found, schema) ->
                    schema.removeIf(line -> line.startsWith("index ") && line.endsWith('.' + found.group(1))),
            // A placeholder: how a column is stored, on PostgreSQL.
            Pattern.compile("\\$\\{\\w+\\}"),
            (found, schema) -> {},
            Pattern.compile("create sequence (\\w+).*"),
            (found, schema) -> schema.add("sequence " + found.group(1)),
            Pattern.compile("drop sequence (\\w+)"),
            (found, schema) -> schema.remove("sequence " + found.group(1)));

    @Test
    void thePageNamesAllThatTheMigrationsMake() throws IOException {
        Set<String> missing = migrated();
        missing.removeAll(documented());
        assertThat(missing).as("in the migrations, but not in docs/schema.md").isEmpty();
    }

    @Test
    void thePageNamesNothingElse() throws IOException {
        Set<String> gone = documented();
        gone.removeAll(migrated());
        assertThat(gone).as("in docs/schema.md, but not in the migrations").isEmpty();
    }

    private static Set<String> migrated() throws IOException {
        Set<String> schema = new TreeSet<>();
        for (Path migration : migrations()) {
            for (String statement : statements(Files.readString(migration))) {
                apply(statement, schema);
            }
        }
        return schema;
    }

    private static List<Path> migrations() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            return files.filter(SchemaDocumentationTest::isMigration)
                    .sorted(Comparator.comparingInt(SchemaDocumentationTest::version))
                    .toList();
        }
    }

    private static boolean isMigration(Path file) {
        return VERSION.matcher(file.getFileName().toString()).matches();
    }

    private static int version(Path migration) {
        return Integer.parseInt(
                VERSION.matcher(migration.getFileName().toString()).replaceAll("$1"));
    }

    /** The statements of a script, each on one line, in lower case and with single spaces. */
    private static List<String> statements(String script) {
        String bare = script.replaceAll("--[^\n]*", " ")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([()]) ?", " $1 ")
                .replaceAll(" +", " ")
                .toLowerCase(Locale.ROOT);
        return List.of(bare.split(" ?; ?", 0)).stream()
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static void apply(String statement, Set<String> schema) {
        for (Map.Entry<Pattern, BiConsumer<Matcher, Set<String>>> rule : RULES.entrySet()) {
            Matcher matcher = rule.getKey().matcher(statement);
            if (matcher.matches()) {
                rule.getValue().accept(matcher, schema);
                return;
            }
        }
        assertThat(statement).as("a statement that this test can read").matches("(insert|update|delete) .*");
    }

    private static void drop(String table, Set<String> schema) {
        schema.removeIf(line -> line.equals("table " + table)
                || line.startsWith("column " + table + '.')
                || line.startsWith("index " + table + '.'));
    }

    private static void alter(String table, String part, Set<String> schema) {
        Matcher added = ADDED.matcher(part);
        Matcher dropped = DROPPED.matcher(part);
        if (added.matches()) {
            add(table, added.group(1), schema);
        } else if (dropped.matches()) {
            String kind = dropped.group(1).equals("column") ? "column " : "index ";
            schema.remove(kind + table + '.' + dropped.group(2));
        } else {
            assertThat(part).as("a change of %s that this test can read", table).startsWith("alter column ");
        }
    }

    /** One part of a table's definition: a column, or a constraint, of which keys have an index. */
    private static void add(String table, String part, Set<String> schema) {
        Matcher key = KEY.matcher(part);
        if (key.matches()) {
            schema.add("index " + table + '.' + key.group(1));
        } else if (!part.startsWith("constraint ")) {
            schema.add("column " + table + '.' + part.substring(0, part.indexOf(' ')));
        }
    }

    /** Splits at the commas that are not inside parentheses. */
    private static List<String> parts(String definition) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < definition.length(); i++) {
            char c = definition.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(definition.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(definition.substring(start).strip());
        return parts;
    }

    /** A section per table, in it a table of columns and one of indexes; and one table of sequences. No row is empty. */
    private static Set<String> documented() throws IOException {
        Set<String> schema = new TreeSet<>();
        String table = "";
        String kind = "";
        for (String line : Files.readAllLines(PAGE)) {
            Matcher heading = HEADING.matcher(line);
            Matcher head = HEAD_ROW.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
                table = heading.group(1);
                schema.add("table " + table);
            } else if (line.startsWith("#") || line.isBlank()) {
                kind = "";
            } else if (head.matches()) {
                kind = head.group(1);
            } else if (row.matches() && !kind.isEmpty()) {
                String owner = kind.equals("sequence") ? "" : table + '.';
                schema.add(kind + ' ' + owner + row.group(1));
            }
        }
        return schema;
    }
}
