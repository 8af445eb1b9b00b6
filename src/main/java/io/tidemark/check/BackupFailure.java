package io.tidemark.check;

import java.io.IOException;

/** Why there is no backup, in a sentence for whoever wanted one. */
final class BackupFailure extends IOException {

    private static final long serialVersionUID = 1L;

    BackupFailure(String message) {
        super(message);
    }
}
