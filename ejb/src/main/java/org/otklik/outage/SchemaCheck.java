package org.otklik.outage;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.hibernate.SessionFactory;

/** Stops the start on a database whose tables are not those of the entities. */
@Singleton
@Startup
@DependsOn("DatabaseWatch")
public class SchemaCheck {
  @PersistenceUnit private EntityManagerFactory entities;
  @Inject private DatabaseWatch database;

  @PostConstruct
  void check() {
    if (!database.isAway()) {
      entities.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
    }
  }
}
