package vn.bamcoso.audit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The trail knows users by number; identity fills in what they are called. */
public interface Names {
    /** Name and login by number; a number without a user is missing. */
    Map<Integer, String> of(Collection<Integer> users);

    /** The user with this login. */
    Optional<Integer> byLogin(String login);
}
