/**
 * Owns the demonstration nation: a synthetic country in which every commune has reported since 2018 and which adds up
 * exactly to the figures that the press printed, with users for every role. It is made only by {@code ./bamcoso demo};
 * nothing imports it, but for the benchmark, which loads the same country at full size.
 */
@org.springframework.modulith.ApplicationModule
package vn.bamcoso.demo;
