package io.tidemark;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rooms of the house and who may use whom: a package of {@code io.tidemark} each. It differs from the plan in two
 * lines: {@code files} uses {@code property}, because MKCOL sets properties, and {@code access} uses {@code target},
 * {@code property} and {@code files}, because principals are resources with properties, and app passwords take POST and
 * DELETE. The command lines of {@code tool}, which is not in
 * the WAR, speak to the server over HTTP alone; those of {@code check}, not in it either, read the database. Constants do not show, as the compiler copies them: everybody may know
 * the names of the roles.
 */
final class Rooms {
    private static final String BASE = "io.tidemark.";

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("kernel.error", Set.of()),
            entry("kernel.sql", Set.of()),
            entry("kernel.xml", Set.of("kernel.error")),
            entry("kernel.caller", Set.of()),
            entry("kernel.memory", Set.of()),
            entry("kernel.http", Set.of("kernel.error", "kernel.xml")),
            entry("kernel.http.method", Set.of()),
            entry("tool", Set.of()),
            entry("check", Set.of("journal", "namespace", "content", "quota")),
            entry("content", Set.of("kernel.error", "kernel.http", "kernel.sql")),
            entry("journal", Set.of("kernel.sql")),
            entry("namespace", Set.of("content", "journal", "kernel.sql")),
            entry("target", Set.of("namespace", "content", "kernel.error", "kernel.http", "kernel.sql", "kernel.xml")),
            entry("guard", Set.of("target", "namespace", "content", "kernel.error", "kernel.http", "kernel.sql")),
            entry(
                    "property",
                    Set.of(
                            "guard",
                            "target",
                            "namespace",
                            "journal",
                            "content",
                            "kernel.error",
                            "kernel.http",
                            "kernel.http.method",
                            "kernel.sql",
                            "kernel.xml")),
            entry(
                    "quota",
                    Set.of(
                            "property",
                            "guard",
                            "target",
                            "namespace",
                            "content",
                            "kernel.caller",
                            "kernel.error",
                            "kernel.sql",
                            "kernel.xml")),
            entry("apppassword", Set.of("kernel.caller", "kernel.error", "kernel.http", "kernel.sql")),
            entry("audit", Set.of("apppassword", "journal", "kernel.error", "kernel.http")),
            entry("signon", Set.of("apppassword", "audit", "kernel.caller", "kernel.memory")),
            entry(
                    "access",
                    Set.of(
                            "apppassword",
                            "files",
                            "property",
                            "target",
                            "namespace",
                            "kernel.caller",
                            "kernel.error",
                            "kernel.http",
                            "kernel.xml")),
            entry(
                    "rights",
                    Set.of(
                            "access",
                            "guard",
                            "target",
                            "namespace",
                            "journal",
                            "kernel.caller",
                            "kernel.error",
                            "kernel.http",
                            "kernel.http.method",
                            "kernel.sql",
                            "kernel.xml")),
            entry(
                    "rights.report",
                    Set.of(
                            "rights",
                            "access",
                            "report",
                            "property",
                            "target",
                            "kernel.caller",
                            "kernel.error",
                            "kernel.http",
                            "kernel.xml")),
            entry("rights.property", Set.of("rights", "access", "property", "target", "kernel.http", "kernel.xml")),
            entry(
                    "report",
                    Set.of(
                            "property",
                            "guard",
                            "target",
                            "kernel.error",
                            "kernel.http",
                            "kernel.http.method",
                            "kernel.xml")),
            entry(
                    "files",
                    Set.of(
                            "property",
                            "guard",
                            "target",
                            "namespace",
                            "content",
                            "kernel.error",
                            "kernel.http",
                            "kernel.http.method",
                            "kernel.sql",
                            "kernel.xml")),
            entry(
                    "lock",
                    Set.of(
                            "property",
                            "guard",
                            "target",
                            "namespace",
                            "content",
                            "kernel.caller",
                            "kernel.error",
                            "kernel.http",
                            "kernel.http.method",
                            "kernel.sql",
                            "kernel.xml")),
            entry(
                    "version",
                    Set.of(
                            "guard",
                            "target",
                            "namespace",
                            "kernel.error",
                            "kernel.http",
                            "kernel.http.method",
                            "kernel.sql",
                            "kernel.xml")),
            entry(
                    "version.checkout",
                    Set.of(
                            "version",
                            "lock",
                            "report",
                            "files",
                            "guard",
                            "target",
                            "namespace",
                            "kernel.caller",
                            "kernel.error",
                            "kernel.http",
                            "kernel.http.method",
                            "kernel.sql",
                            "kernel.xml")),
            entry(
                    "version.property",
                    Set.of("version", "property", "target", "namespace", "kernel.error", "kernel.http", "kernel.xml")),
            entry(
                    "version.deletion",
                    Set.of(
                            "property",
                            "guard",
                            "target",
                            "namespace",
                            "kernel.caller",
                            "kernel.error",
                            "kernel.http",
                            "kernel.http.method",
                            "kernel.sql",
                            "kernel.xml")),
            entry(
                    "version.lineage",
                    Set.of(
                            "version",
                            "report",
                            "property",
                            "target",
                            "namespace",
                            "kernel.error",
                            "kernel.http",
                            "kernel.sql",
                            "kernel.xml")),
            entry(
                    "configuration",
                    Set.of(
                            "kernel.caller",
                            "version",
                            "property",
                            "files",
                            "guard",
                            "target",
                            "namespace",
                            "journal",
                            "kernel.error",
                            "kernel.http",
                            "kernel.http.method",
                            "kernel.sql",
                            "kernel.xml")),
            entry("configuration.property", Set.of("configuration", "property", "target", "kernel.http", "kernel.xml")),
            entry(
                    "configuration.inheritance",
                    Set.of(
                            "configuration",
                            "configuration.property",
                            "target",
                            "namespace",
                            "journal",
                            "kernel.http",
                            "kernel.sql",
                            "kernel.xml")),
            entry(
                    "configuration.exchange",
                    Set.of(
                            "configuration",
                            "configuration.inheritance",
                            "files",
                            "guard",
                            "target",
                            "namespace",
                            "journal",
                            "kernel.error",
                            "kernel.http",
                            "kernel.sql",
                            "kernel.xml")),
            entry(
                    "configuration.report",
                    Set.of(
                            "configuration",
                            "configuration.property",
                            "report",
                            "property",
                            "target",
                            "kernel.error",
                            "kernel.http",
                            "kernel.xml")),
            entry(
                    "configuration.dynamic",
                    Set.of(
                            "configuration",
                            "property",
                            "target",
                            "namespace",
                            "kernel.error",
                            "kernel.http",
                            "kernel.memory",
                            "kernel.sql",
                            "kernel.xml")),
            entry(
                    "checkinset",
                    Set.of(
                            "configuration",
                            "version.checkout",
                            "files",
                            "guard",
                            "target",
                            "namespace",
                            "kernel.error",
                            "kernel.http",
                            "kernel.http.method",
                            "kernel.sql")),
            entry(
                    "checkinset.property",
                    Set.of(
                            "checkinset",
                            "configuration",
                            "property",
                            "target",
                            "namespace",
                            "journal",
                            "kernel.error",
                            "kernel.http",
                            "kernel.xml")),
            entry(
                    "map",
                    Set.of(
                            "configuration",
                            "files",
                            "target",
                            "namespace",
                            "journal",
                            "kernel.error",
                            "kernel.http",
                            "kernel.http.method",
                            "kernel.sql",
                            "kernel.xml")),
            entry(
                    "sync",
                    Set.of(
                            "report",
                            "property",
                            "guard",
                            "target",
                            "namespace",
                            "journal",
                            "kernel.error",
                            "kernel.http",
                            "kernel.sql",
                            "kernel.xml")),
            entry(
                    "app",
                    Set.of(
                            "audit",
                            "report",
                            "property",
                            "target",
                            "namespace",
                            "journal",
                            "kernel.error",
                            "kernel.http",
                            "kernel.sql",
                            "kernel.xml")));

    private Rooms() {}

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
