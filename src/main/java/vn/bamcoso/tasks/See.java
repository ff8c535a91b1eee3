package vn.bamcoso.tasks;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** After something was done: see the page that shows it (303), so that a reload does not do it again. */
public final class See {
    private See() {}

    public static View other(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}
