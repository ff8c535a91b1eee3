package vn.bamcoso.store;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import vn.bamcoso.access.ScopedTransactions;

@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    /** Given by the program that starts it; a test, and the benchmark, say where it is. */
    @Bean
    @ConditionalOnMissingBean
    Database database(
            @Value("${bamcoso.db.url}") String url, @Value("${bamcoso.db.user}") String user, @Value("${bamcoso.db.password}") String password) {
        return new Database(url, user, password);
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(Database database, @Value("${bamcoso.db.pool:24}") int size) {
        return database.pool(size);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new ScopedTransactions(dataSource);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
