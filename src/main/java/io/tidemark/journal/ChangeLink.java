package io.tidemark.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A numbered change in the chain: its hash covers its rows, its number and the hash of the change before it. */
record ChangeLink(long number, UUID changeId, Instant at, byte[] hash) {

    /** What the first change of a store follows. */
    static final ChangeLink BEGINNING = new ChangeLink(0, new UUID(0, 0), Instant.EPOCH, new byte[32]);

    /** The link of the change that has those rows, after this one. */
    ChangeLink next(List<UnnumberedRow> rows) {
        MessageDigest digest = sha256();
        digest.update(hash);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number + 1).flip());
        for (UnnumberedRow row : rows) {
            digest.update(row.canonical().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        UnnumberedRow first = rows.get(0);
        return new ChangeLink(number + 1, first.changeId(), first.at(), digest.digest());
    }

    /** Reads a link from its columns, in the order of the record's. */
    static ChangeLink read(ResultSet row) throws SQLException {
        return new ChangeLink(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getBytes(4));
    }

    /** Whether another link says all the same. */
    boolean isSame(ChangeLink other) {
        return number == other.number
                && changeId.equals(other.changeId)
                && at.equals(other.at)
                && MessageDigest.isEqual(hash, other.hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
