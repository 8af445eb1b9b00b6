package io.tidemark.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.journal.NumberedWatermark.Horizon;
import org.junit.jupiter.api.Test;

/** What is settled when older transactions have ended, and not before. */
class NumberedWatermarkTest {

    private static final NumberedWatermark NOTHING = new NumberedWatermark(0, 0, 0);

    @Test
    void whatHadBeenDrawnIsRememberedFirst() {
        NumberedWatermark seen = NOTHING.seen(new Horizon(500, 40, 38));
        assertThat(seen).isEqualTo(new NumberedWatermark(0, 500, 40));
        assertThat(seen.isPending()).isTrue();
    }

    @Test
    void aTransactionThatMayHaveDrawnAPlaceHoldsIt() {
        NumberedWatermark pending = new NumberedWatermark(100, 500, 40);
        assertThat(pending.seen(new Horizon(900, 60, 39))).isEqualTo(pending);
    }

    @Test
    void itIsSettledWhenAllThatAreOlderHaveEnded() {
        assertThat(new NumberedWatermark(100, 500, 40).seen(new Horizon(900, 60, 40)))
                .isEqualTo(new NumberedWatermark(500, 900, 60));
    }

    @Test
    void whereNothingWasDrawnSinceThereIsNothingToCome() {
        NumberedWatermark settled = new NumberedWatermark(100, 500, 40).seen(new Horizon(500, 60, 60));
        assertThat(settled.place()).isEqualTo(500);
        assertThat(settled.isPending()).isFalse();
    }

    @Test
    void theTransactionsOfAnotherServerSayNothing() {
        assertThat(new NumberedWatermark(100, 500, 1_000_000).seen(new Horizon(900, 60, 60)))
                .isEqualTo(new NumberedWatermark(100, 900, 60));
    }
}
