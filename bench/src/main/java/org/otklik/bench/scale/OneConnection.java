package org.otklik.bench.scale;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The transaction's one connection, as the server's pool hands it to each statement. */
final class OneConnection implements AutoCloseable {
  private final Connection connection;

  OneConnection(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
  }

  DataSource dataSource() {
    Connection shared =
        proxy(
            Connection.class,
            (ignored, method, arguments) ->
                method.getName().equals("close") ? null : method.invoke(connection, arguments));
    return proxy(DataSource.class, (ignored, method, arguments) -> shared);
  }

  private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  void commit() throws SQLException {
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
