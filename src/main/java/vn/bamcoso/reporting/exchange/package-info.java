/** Files that bring many reports, figures over HTTP, templates that go out; {@code PastReports} for the demonstration. */
@org.springframework.modulith.NamedInterface("exchange")
@org.jspecify.annotations.NullMarked
package vn.bamcoso.reporting.exchange;
