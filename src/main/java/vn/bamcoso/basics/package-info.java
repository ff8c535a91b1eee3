/** Owns the few types and words that every room uses: problems, texts in two languages, Viet Nam's days. Needs nothing. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package vn.bamcoso.basics;
