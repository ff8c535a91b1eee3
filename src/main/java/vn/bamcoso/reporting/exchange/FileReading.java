package vn.bamcoso.reporting.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.table.OldCoding;
import vn.bamcoso.documents.table.TableFile;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.entry.Questions;
import vn.bamcoso.territory.Places;

/** Understands a file: which form and period it is for, one commune's template or a table of many, and every cell of it. */
@Component
class FileReading {
    private final Forms forms;
    private final Indicators indicators;
    private final Questions questions;
    private final Places places;

    FileReading(Forms forms, Indicators indicators, Questions questions, Places places) {
        this.forms = forms;
        this.indicators = indicators;
        this.questions = questions;
        this.places = places;
    }

    private Set<String> asked(Form.Version version) {
        return questions.of(version).stream().map(Questions.Question::key).collect(Collectors.toSet());
    }

    /**
     * What the user said about a file; needed only for one that is not a template of ours.
     *
     * @param place key of the only place that a file without places can be about
     */
    record Said(@Nullable String form, @Nullable String period, @Nullable String place, @Nullable NumberForm numbers) {}

    /** What was understood, with every fault found on the way. */
    record Read(Brought brought, List<Brought.Fault> faults, OldCoding.@Nullable Found coding) {
        Read(Brought brought, List<Brought.Fault> faults) {
            this(brought, faults, null);
        }

        private Read of(TableFile file) {
            return new Read(brought, faults, file.coding().orElse(null));
        }
    }

    /**
     * @param progress takes the number of rows done
     * @throws Problem when the file as a whole cannot be understood
     */
    Read read(TableFile file, Said said, IntConsumer progress) {
        Optional<TemplateKey> key = file.hiddenKey().flatMap(TemplateKey::parse);
        String formCode = key.map(TemplateKey::form).orElse(said.form());
        String periodCode = key.map(TemplateKey::period).orElse(said.period());
        if (formCode == null || formCode.isBlank() || periodCode == null || periodCode.isBlank()) {
            throw Problem.refused("reporting.problem.file.unknown");
        }
        Form form = forms.byCode(formCode).orElseThrow(() -> Problem.refused("reporting.problem.file.form", formCode));
        Period period = Period.parse(periodCode);
        Form.Version version = forms.requireVersion(form, period);
        if (key.isPresent() && key.get().version() != version.number()) {
            throw Problem.refused("reporting.problem.file.old-template", form.nameVi());
        }
        Titles titles = new Titles(version, indicators);
        NumberForm numbers = said.numbers();
        if (key.isPresent() && key.get().place() != null) {
            return new LineReading(form, version, period, titles, indicators, asked(version), places).read(file, key.get().place(), numbers).of(file);
        }
        if (key.isEmpty() && said.place() != null && titles.tableHead(file).isEmpty() && titles.lineHead(file).isPresent()) {
            return new LineReading(form, version, period, titles, indicators, asked(version), places).read(file, said.place(), numbers).of(file);
        }
        return new TableReading(form, version, period, titles, indicators, places).read(file, numbers, progress).of(file);
    }
}
