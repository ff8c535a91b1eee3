package vn.bamcoso.identity.signin;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.AuthenticatedPrincipal;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.identity.Grants.Grant;

/**
 * A user in a request, read afresh from the database each time: a user disabled a second ago is out, on every node.
 *
 * @param passwordOnce the password was given by an administrator: nothing opens but the page that changes it
 * @param grants that hold today, widest first; under the chosen one only, when one was chosen
 */
record SignedIn(int id, String login, String name, String language, boolean passwordOnce, List<Grant> grants, int actingGrant) implements AuthenticatedPrincipal {
    @Override
    public String getName() {
        return login;
    }

    CurrentUser from(String address) {
        Set<String> roles = grants.stream().map(Grant::role).collect(Collectors.toSet());
        return new CurrentUser(id, name, actingGrant, address, roles);
    }
}
