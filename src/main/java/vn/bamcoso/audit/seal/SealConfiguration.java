package vn.bamcoso.audit.seal;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.store.StoreProblem;

@Configuration(proxyBeanMethods = false)
class SealConfiguration {
    /** @throws StoreProblem when another node seals with another key: the chain would break at every change of node */
    @Bean
    Marks marks(@Value("${BAMCOSO_AUDIT_KEY:}") String given, @Value("${bamcoso.data:data}") Path data, JdbcClient jdbc) {
        Marks marks = new Marks(AuditKey.findOrMake(given, data));
        byte[] agreed = jdbc.sql("select audit.agree(:mark)").param("mark", marks.keyMark()).query(byte[].class).single();
        if (!MessageDigest.isEqual(agreed, marks.keyMark())) {
            throw new StoreProblem("Khóa niêm phong nhật ký không phải là khóa đã dùng cho cơ sở dữ liệu này; đặt BAMCOSO_AUDIT_KEY hoặc chép data/audit.key"
                    + " từ máy chủ đầu tiên. / The key of the audit trail is not the one this database was sealed with; set BAMCOSO_AUDIT_KEY or copy"
                    + " data/audit.key from the first node.");
        }
        return marks;
    }

    @Bean
    HeadsFile headsFile(@Value("${bamcoso.data:data}") Path data, JdbcClient jdbc, Clock clock) {
        return new HeadsFile(data, jdbc.sql("select id from audit.chain").query(UUID.class).single(), clock);
    }
}
