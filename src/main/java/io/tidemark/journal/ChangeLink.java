package io.tidemark.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A numbered change in the chain: its hash covers its rows, its number and the hash of the change before it. */
record ChangeLink(long number, UUID changeId, Instant at, byte[] hash) {

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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
