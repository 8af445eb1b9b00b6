package io.tidemark.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.journal.Settlement.Horizon;
import org.junit.jupiter.api.Test;

/** What is settled when older transactions have ended, and not before. */
class SettlementTest {

    private static final Settlement NOTHING = new Settlement(0, 0, 0);

    @Test
    void whatHadBeenDrawnIsRememberedFirst() {
        Settlement seen = NOTHING.seen(new Horizon(500, 40, 38));
        assertThat(seen).isEqualTo(new Settlement(0, 500, 40));
        assertThat(seen.isPending()).isTrue();
    }

    @Test
    void aTransactionThatMayHaveDrawnAPlaceHoldsIt() {
        Settlement pending = new Settlement(100, 500, 40);
        assertThat(pending.seen(new Horizon(900, 60, 39))).isEqualTo(pending);
    }

    @Test
    void itIsSettledWhenAllThatAreOlderHaveEnded() {
        assertThat(new Settlement(100, 500, 40).seen(new Horizon(900, 60, 40))).isEqualTo(new Settlement(500, 900, 60));
    }

    @Test
    void whereNothingWasDrawnSinceThereIsNothingToCome() {
        Settlement settled = new Settlement(100, 500, 40).seen(new Horizon(500, 60, 60));
        assertThat(settled.place()).isEqualTo(500);
        assertThat(settled.isPending()).isFalse();
    }

    @Test
    void theTransactionsOfAnotherServerSayNothing() {
        assertThat(new Settlement(100, 500, 1_000_000).seen(new Horizon(900, 60, 60)))
                .isEqualTo(new Settlement(100, 900, 60));
    }
}
