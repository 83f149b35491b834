package org.otklik.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/** Makes the one {@link Jdbi}, on the application's data source, in the caller's transaction. */
@ApplicationScoped
public class JdbiProducer {
  @Resource(lookup = "java:jboss/datasources/AppDS")
  private DataSource dataSource;

  /** A singleton without a proxy: Jdbi keeps the statements it has parsed. */
  @Produces
  @Singleton
  Jdbi jdbi() {
    return create(dataSource);
  }

  /** On any data source whose transactions somebody else begins and ends. */
  public static Jdbi create(DataSource dataSource) {
    Jdbi jdbi =
        Jdbi.create(dataSource)
            .setTransactionHandler(new CMTTransactionHandler())
            .registerArrayType(Boolean.class, "bool")
            .registerArrayType(Short.class, "int2")
            .registerArrayType(Integer.class, "int4")
            .registerArrayType(Long.class, "int8")
            .registerArrayType(Float.class, "float4")
            .registerArrayType(Double.class, "float8")
            .registerArrayType(String.class, "text");
    // By default it tells the arguments, too, which may be personal.
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(
            problem ->
                problem.getShortMessage() + ": " + problem.getStatementContext().getRawSql());
    return jdbi;
  }
}
