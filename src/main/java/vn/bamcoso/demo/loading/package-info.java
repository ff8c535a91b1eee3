/** Brings the demonstration nation into the database; Communes reads the generator's territory for whoever needs it. */
@org.springframework.modulith.NamedInterface("loading")
package vn.bamcoso.demo.loading;
