package vn.bamcoso.tasks.directive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document from which tasks come.
 *
 * @param kind resolution, directive, plan, conclusion, decision, programme, scheme, letter, dispatch or law
 * @param outside issued outside the police: recorded here, never produced in the state form
 */
public record Directive(
        int id, String kind, String number, LocalDate day, String signer, String issuer, boolean outside, String title, String text, @Nullable Integer paperId, boolean demo, int officeId, short field) {}
