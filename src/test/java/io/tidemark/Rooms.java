package io.tidemark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rooms of the house and who may use whom, as {@code rooms.properties} says: a package of {@code io.tidemark} each. */
final class Rooms {
    private static final String BASE = "io.tidemark.";
    private static final Map<String, Set<String>> MAY_USE = read();

    private Rooms() {}

    private static Map<String, Set<String>> read() {
        var rooms = new Properties();
        try (InputStream in = Rooms.class.getResourceAsStream("/rooms.properties")) {
            rooms.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rooms.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(room -> room, room -> words(rooms.getProperty(room))));
    }

    private static Set<String> words(String list) {
        return Pattern.compile(" +")
                .splitAsStream(list)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** A copy of the table, to strike out of. */
    static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new TreeMap<>();
        MAY_USE.forEach((room, used) -> table.put(room, new TreeSet<>(used)));
        return table;
    }

    /** The room that a package is. */
    static String of(String packageName) {
        return packageName.startsWith(BASE) ? packageName.substring(BASE.length()) : packageName;
    }

    static boolean isRoom(String packageName) {
        return packageName.startsWith(BASE) && MAY_USE.containsKey(of(packageName));
    }

    static boolean mayUse(String packageName, String used) {
        return packageName.equals(used)
                || MAY_USE.getOrDefault(of(packageName), Set.of()).contains(of(used));
    }

    /** The rooms that by way of others use themselves. */
    static Set<String> inACycle() {
        Map<String, Set<String>> reached = new HashMap<>();
        MAY_USE.forEach((room, used) -> reached.put(room, new HashSet<>(used)));
        for (int i = 0; i < MAY_USE.size(); i++) {
            reached.values()
                    .forEach(rooms ->
                            Set.copyOf(rooms).forEach(room -> rooms.addAll(reached.getOrDefault(room, Set.of()))));
        }
        reached.entrySet().removeIf(entry -> !entry.getValue().contains(entry.getKey()));
        return reached.keySet();
    }
}
