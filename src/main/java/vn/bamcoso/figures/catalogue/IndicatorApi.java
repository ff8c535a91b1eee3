package vn.bamcoso.figures.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;

/** The catalogue of indicators for programs: open to every signed-in user and token; changed by the Ministry Office. */
@RestController
@RequestMapping("/api/indicators")
@Tag(name = "indicators", description = "What is counted: names, definitions, units, and how each one arises")
class IndicatorApi {
    private final Indicators indicators;
    private final Defining defining;

    IndicatorApi(Indicators indicators, Defining defining) {
        this.indicators = indicators;
        this.defining = defining;
    }

    /** @param origin entered, measured or computed; {@code overTime} and {@code overPlaces} how it is added up; {@code collectedAt} the level of place */
    record IndicatorJson(
            String code, String nameVi, String nameEn, String definitionVi, String definitionEn, String unitVi, String unitEn, String origin, String overTime, String overPlaces,
            String collectedAt, Set<String> kinds, String field, @Nullable String formula, int decimals, boolean smallCounts, String mayBeHeld, @Nullable String heldDecidedBy,
            @Nullable String remarkVi, @Nullable String remarkEn, int version) {
        static IndicatorJson of(Indicator one) {
            return new IndicatorJson(
                    one.code(), one.nameVi(), one.nameEn(), one.definitionVi(), one.definitionEn(), one.unitVi(), one.unitEn(), word(one.origin()), word(one.overTime()), word(one.overPlaces()),
                    one.collectedAt().code(), one.kinds(), one.fieldCode(), one.formula(), one.decimals(), one.smallCounts(), word(one.mayBeHeld()), one.heldDecidedBy(),
                    one.remarkVi(), one.remarkEn(), one.version());
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }

    record IndicatorList(int total, List<IndicatorJson> indicators) {}

    @GetMapping
    @Operation(summary = "The catalogue of indicators", description = "In its order; q searches names, definitions and codes, with or without accents")
    IndicatorList list(@RequestParam(defaultValue = "") String q) {
        var found = Search.find(indicators.all(), q).stream().map(IndicatorJson::of).toList();
        return new IndicatorList(found.size(), found);
    }

    @GetMapping("/{code}")
    @Operation(summary = "One indicator")
    IndicatorJson one(@PathVariable String code) {
        return IndicatorJson.of(indicators.byCode(code).orElseThrow(Problem::notFound));
    }

    @PutMapping("/{code}")
    @Operation(summary = "Word an indicator anew, or decide whether it may be held", description = "By the Ministry Office, upon the version that was read; 409 when it has changed since")
    IndicatorJson define(@PathVariable String code, @RequestBody Definition wanted) {
        defining.define(code, wanted);
        return one(code);
    }
}
