package vn.bamcoso.identity.signin;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.LanguageChoice;

/** Keeps the language that a user chose in the head of a page; a taste, not an act, so the trail does not hold it. */
@Component
class LanguageOfUser implements LanguageChoice {
    private final JdbcClient jdbc;

    LanguageOfUser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void choose(CurrentUser user, String language) {
        jdbc.sql("update identity.app_user set language = :language where id = :id").param("language", language).param("id", user.id()).update();
    }
}
