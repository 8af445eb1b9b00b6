package misfit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity whose table lacks a column; outside {@code io.tidemark}, so that no other test deploys it. */
@Entity
@Table(name = "flyway_schema_history")
public class Misfit {
    @Id
    @Column(name = "installed_rank")
    private int rank;

    @Column(name = "no_such_column")
    private String missing;

    protected Misfit() {}
}
