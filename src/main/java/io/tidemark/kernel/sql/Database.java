package io.tidemark.kernel.sql;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Which database the data source leads to. */
@ApplicationScoped
public class Database {

    @Resource(lookup = "java:jboss/datasources/Tidemark")
    private DataSource dataSource;

    private boolean postgreSql;

    @PostConstruct
    void detect() {
        try (Connection connection = dataSource.getConnection()) {
            postgreSql = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Whether it is PostgreSQL, which several nodes can share; else it is H2, which only this one has open. */
    public boolean isPostgreSql() {
        return postgreSql;
    }
}
