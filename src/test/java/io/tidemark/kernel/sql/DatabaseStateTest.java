package io.tidemark.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.kernel.sql.DatabaseState.Trouble;
import jakarta.ejb.EJBException;
import jakarta.resource.ResourceException;
import jakarta.transaction.RollbackException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which failures are the database's, and what is remembered of them. */
class DatabaseStateTest {

    private final DatabaseState state = new DatabaseState();

    @ParameterizedTest
    @CsvSource({
        "08001, 0, GONE",
        "08006, 0, GONE",
        "57P01, 0, GONE",
        "57P03, 0, GONE",
        "90098, 90098, GONE",
        "90030, 90030, GONE",
        "57014, 0, BUSY",
        "55P03, 0, BUSY",
        "HYT00, 50200, BUSY",
        "53300, 0, BUSY",
        "53100, 0, FULL"
    })
    void statesOfTheDatabase(String sqlState, int code, Trouble trouble) {
        SQLException failure = new SQLException("what it says", sqlState, code);
        assertThat(state.trouble(new EJBException(new RuntimeException(failure))))
                .isEqualTo(trouble);
        assertThat(state.isGone()).isEqualTo(trouble == Trouble.GONE);
    }

    @ParameterizedTest
    @CsvSource({"23505", "42601", "22001", "40001"})
    void faultsOfStatementsAreNotTheDatabases(String sqlState) {
        assertThat(state.trouble(new SqlFailure(new SQLException("what it says", sqlState))))
                .isNull();
        assertThat(state.isGone()).isFalse();
    }

    @Test
    void anEmptyPoolIsBusyUnlessTheDatabaseIsTheReason() {
        assertThat(state.trouble(new SQLException(new ResourceException("IJ000655"))))
                .isEqualTo(Trouble.BUSY);
        SQLException refused = new SQLException("Connection refused", "08001");
        assertThat(state.trouble(new SQLException(new ResourceException("IJ031084", refused))))
                .isEqualTo(Trouble.GONE);
    }

    @Test
    void aTransactionThatTookTooLongIsBusy() {
        RuntimeException closed = new IllegalStateException("The result set is closed");
        closed.addSuppressed(new RollbackException("WFLYEJB0447: Transaction was already rolled back"));
        assertThat(state.trouble(new EJBException(closed))).isEqualTo(Trouble.BUSY);
        assertThat(state.trouble(new RollbackException("of another reason"))).isNull();
    }

    @Test
    void whatIsGoneIsBackWhenItAnswers() {
        SQLException silent = new SQLException("An I/O error", "08006", new SocketTimeoutException());
        assertThat(state.trouble(silent)).isEqualTo(Trouble.GONE);
        assertThat(state.isGone()).isTrue();
        state.answered();
        assertThat(state.isGone()).isFalse();
    }
}
