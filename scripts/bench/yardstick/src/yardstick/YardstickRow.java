package yardstick;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A key and some bytes. */
@Entity
@Table(name = "yardstick_row")
public class YardstickRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "body", length = 16384)
    private byte[] body;

    /** For Hibernate. */
    protected YardstickRow() {}

    YardstickRow(long id, byte[] body) {
        this.id = id;
        this.body = body;
    }

    byte[] body() {
        return body;
    }
}
