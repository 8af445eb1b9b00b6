package io.tidemark.apppassword;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of app passwords. */
@ApplicationScoped
public class AppPasswordRepository {

    private static final String COLUMNS =
            "selector, principal, name, created_at, expires_at, read_only, path, last_used_at, group_names, signed_in_at,"
                    + " session";

    /** No name of a group holds it. */
    private static final String BETWEEN_GROUPS = "\n";

    @Inject
    private Sql sql;

    @Inject
    private UnitOfWork work;

    /** An app password with what is kept of its secret. */
    record Kept(AppPassword password, byte[] hash) {}

    /** Stores a new one. */
    void store(AppPassword made, byte[] hash) {
        String path = made.path() == null ? null : made.path().href();
        work.add(new StoredAppPassword(made, path, text(made.groups()), hash));
    }

    /** The one that a selector finds. */
    Optional<Kept> find(String selector) {
        return sql.first(
                "select " + COLUMNS + ", secret_hash from app_password where selector = ?",
                row -> new Kept(read(row), row.getBytes(12)),
                selector);
    }

    /** One of a user's. */
    Optional<AppPassword> find(String principal, String selector) {
        return sql.first(
                "select " + COLUMNS + " from app_password where principal = ? and selector = ?",
                AppPasswordRepository::read,
                principal,
                selector);
    }

    /** A page of a user's, in the order of their selectors. */
    List<AppPassword> page(String principal, String after, int limit) {
        return sql.list(
                "select " + COLUMNS + " from app_password where principal = ? and selector > ?"
                        + " order by selector fetch first ? rows only",
                AppPasswordRepository::read,
                principal,
                after,
                limit);
    }

    /** A page of everybody's, in the order of their selectors. */
    List<AppPassword> pageOfAll(String after, int limit) {
        return sql.list(
                "select " + COLUMNS + " from app_password where selector > ? order by selector fetch first ? rows only",
                AppPasswordRepository::read,
                after,
                limit);
    }

    /** How many a user has, sessions of browsers among them. */
    int count(String principal) {
        return sql.first("select count(*) from app_password where principal = ?", row -> row.getInt(1), principal)
                .orElse(0);
    }

    /** How many a user has made for its clients. */
    int countForClients(String principal) {
        return sql.first(
                        "select count(*) from app_password where principal = ? and not session",
                        row -> row.getInt(1),
                        principal)
                .orElse(0);
    }

    /** Takes a user's sessions away that have expired, and of the others all but the newest few. */
    void deleteOldSessions(String principal, Instant now, int kept) {
        sql.update(
                "delete from app_password where principal = ? and session and (expires_at <= ? or selector in ("
                        + "select selector from app_password where principal = ? and session and expires_at > ?"
                        + " order by created_at desc, selector offset ? rows))",
                principal,
                at(now),
                principal,
                at(now),
                kept);
    }

    /** Records that one was used, unless that was recorded after {@code since}. */
    void used(String selector, Instant now, Instant since) {
        sql.update(
                "update app_password set last_used_at = ? where selector = ?"
                        + " and (last_used_at is null or last_used_at < ?)",
                at(now),
                selector,
                at(since));
    }

    /** Records that a user has signed in otherwise, and in which groups it is. */
    void signedIn(String principal, Set<String> groups, Instant now) {
        sql.update(
                "update app_password set group_names = ?, signed_in_at = ? where principal = ?",
                text(groups),
                at(now),
                principal);
    }

    /** Takes one of a user's away, and says whether it was there. */
    boolean delete(String principal, String selector) {
        return sql.update("delete from app_password where principal = ? and selector = ?", principal, selector) > 0;
    }

    /** Takes all of a user's away. */
    void deleteAll(String principal) {
        sql.update("delete from app_password where principal = ?", principal);
    }

    /** Takes those away that expired before a moment. */
    void deleteExpired(Instant before) {
        sql.update("delete from app_password where expires_at < ?", at(before));
    }

    private static AppPassword read(ResultSet row) throws SQLException {
        String path = row.getString(7);
        return new AppPassword(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getBoolean(6),
                path == null ? null : DavPath.parse(path),
                instant(row.getObject(8, OffsetDateTime.class)),
                groups(row.getString(9)),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getBoolean(11));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String text(Set<String> groups) {
        return String.join(BETWEEN_GROUPS, new TreeSet<>(groups));
    }

    private static Set<String> groups(String text) {
        return Arrays.stream(text.split(BETWEEN_GROUPS))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
