package vn.bamcoso.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;

/** Turns what went wrong in a controller into a sentence. What nobody foresaw gets a number, and the log the rest. */
@ControllerAdvice
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    /** Without letters and digits that are taken for one another on the telephone. */
    private static final String LETTERS = "23456789ABCDEFGHKLMNPQRSTUVXY";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ProblemPage page;

    Problems(ProblemPage page) {
        this.page = page;
    }

    @ExceptionHandler
    void refused(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.answer(request, response, problem);
    }

    @ExceptionHandler
    void nothingThere(NoResourceFoundException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.answer(request, response, Problem.notFound());
    }

    @ExceptionHandler
    void otherMethod(HttpRequestMethodNotSupportedException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.ALLOW, e.getSupportedMethods() == null ? "" : String.join(", ", e.getSupportedMethods()));
        page.answer(request, response, 405, "shell.problem.method", request.getMethod());
    }

    @ExceptionHandler
    void tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.answer(request, response, 413, "shell.problem.too-large");
    }

    @ExceptionHandler
    void missing(MissingServletRequestParameterException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.answer(request, response, 400, "shell.problem.missing", e.getParameterName());
    }

    @ExceptionHandler
    void wrongKind(TypeMismatchException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (NestedExceptionUtils.getMostSpecificCause(e) instanceof Problem problem) {
            page.answer(request, response, problem);
            return;
        }
        String name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : String.valueOf(e.getPropertyName());
        page.answer(request, response, 400, "shell.problem.value", name, shortened(String.valueOf(e.getValue())));
    }

    @ExceptionHandler
    void wrongFields(BindException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Texts texts = page.texts(request);
        var lines = e.getFieldErrors().stream()
                .map(error -> new ProblemPage.Line(error.getField(), "shell.problem.field", texts.get("shell.problem.field", shortened(String.valueOf(error.getRejectedValue())))))
                .toList();
        page.tell(request, response, new ProblemPage.Told(422, "shell.problem.fields", texts.get("shell.problem.fields"), lines, null));
    }

    @ExceptionHandler
    void unreadable(HttpMessageNotReadableException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.answer(request, response, 400, "shell.problem.unreadable");
    }

    /** Whom the sign-in must ask is not our business: the security filters in front answer. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void notOurs(RuntimeException e) {
        throw e;
    }

    /** The other side has gone; nobody is there to be told. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        LOG.debug("The browser closed the connection", e);
    }

    /** The database guards what must never be false; the name of the constraint is the key of a sentence. */
    @ExceptionHandler
    void database(DataAccessException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String state = NestedExceptionUtils.getMostSpecificCause(e) instanceof PSQLException cause && cause.getSQLState() != null ? cause.getSQLState() : "";
        if (e instanceof OptimisticLockingFailureException) {
            page.answer(request, response, 409, "shell.problem.changed");
        } else if (e instanceof ConcurrencyFailureException || state.startsWith("40") || state.equals("55P03")) {
            page.answer(request, response, 409, "shell.problem.busy");
        } else if (state.equals("22021") || state.equals("22P05")) { // a letter that no text can have: the byte 0
            page.answer(request, response, 400, "shell.problem.unreadable");
        } else if (outOfScope(e)) {
            page.answer(request, response, Problem.notFound());
        } else if (page.texts(request).has("constraint." + constraint(e))) {
            page.answer(request, response, 409, "constraint." + constraint(e));
        } else {
            unforeseen(e, request, response);
        }
    }

    private static String constraint(DataAccessException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof PSQLException cause && cause.getServerErrorMessage() != null
                ? String.valueOf(cause.getServerErrorMessage().getConstraint())
                : "";
    }

    /** A row policy refused the row: for this user the place is not there. */
    private static boolean outOfScope(DataAccessException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof PSQLException cause
                && "42501".equals(cause.getSQLState())
                && String.valueOf(cause.getMessage()).contains("row-level security");
    }

    @ExceptionHandler
    void unforeseen(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            response.resetBuffer();
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            page.answer(request, response, known.getStatusCode().value(), "shell.problem.request");
            return;
        }
        String incident = incident();
        LOG.error("Incident {}: {} {}", incident, request.getMethod(), request.getRequestURI(), e);
        Texts texts = page.texts(request);
        page.tell(request, response, new ProblemPage.Told(500, "shell.problem.unforeseen", texts.get("shell.problem.unforeseen"), List.of(), incident));
    }

    static String incident() {
        var number = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            number.append(i == 4 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return number.toString();
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
