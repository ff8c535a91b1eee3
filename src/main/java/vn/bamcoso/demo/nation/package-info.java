/** The generator: pure, from the territory, the targets and fixed luck. The benchmark takes its crowds from here too. */
@org.springframework.modulith.NamedInterface("nation")
package vn.bamcoso.demo.nation;
