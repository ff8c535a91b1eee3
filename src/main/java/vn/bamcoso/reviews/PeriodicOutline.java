package vn.bamcoso.reviews;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.papers.Voices;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.territory.Place;

/**
 * The outline of a periodic report, made from the forms of its period: each line of a form that has a figure becomes a sentence
 * with its slots (in the period, since the beginning of the year, against the same period last year); what people wrote below
 * stands proposed under difficulties and proposals with its origin; the rest is left for the writer and must be written.
 */
@Component
class PeriodicOutline {
    /** Stands where a person has to write; a report in which it still stands cannot be signed. */
    static final String UNWRITTEN = "[bổ sung]";
    private static final Locale VI = Texts.VIETNAMESE;
    private static final int COLUMNS = 6;

    private final Forms forms;
    private final Pivot pivot;
    private final List<Voices> voices;

    PeriodicOutline(Forms forms, Pivot pivot, List<Voices> voices) {
        this.forms = forms;
        this.pivot = pivot;
        this.voices = voices;
    }

    /** A line of a form with which slots it can be said. */
    private record Said(Form.Line line, Indicator indicator, boolean cumulative, boolean lastYear) {}

    private static final class Making {
        final Map<String, Slot> slots = new LinkedHashMap<>();
        final List<Template.Block> blocks = new ArrayList<>();

        void heading(int level, String number, String text) {
            blocks.add(new Template.Block("heading" + level, number, text, null));
        }

        void write(String text) {
            blocks.add(new Template.Block("paragraph", null, text, null));
        }

        String slot(String kind, Slot slot) {
            StringBuilder name = new StringBuilder(kind).append('-');
            for (int n = slots.size(); ; n = n / 26 - 1) {
                name.append((char) ('a' + n % 26));
                if (n < 26) {
                    break;
                }
            }
            slots.put(name.toString(), slot);
            return "[" + name + "]";
        }
    }

    /** @param chosen forms whose figures are said, in order */
    Template of(Place place, Period period, List<Form> chosen, LocalDate day) {
        var making = new Making();
        boolean nation = place.level().equals("nation");
        String where = nation ? "toàn quốc" : place.fullName();
        boolean brief = period.kind() == PeriodKind.MONTH || period.kind() == PeriodKind.WEEK;
        making.write("Thực hiện chế độ báo cáo định kỳ, " + (nation ? "Bộ Công an" : "Công an " + place.fullName()) + " báo cáo kết quả công tác Công an cấp xã " + period.phrase(VI)
                + " (số liệu " + where + "; so sánh với cùng kỳ năm trước, trên địa giới ngày " + vn.bamcoso.calendar.DateWords.brief(period.end(), VI) + "):");
        if (brief) {
            making.heading(1, "I.", "Tình hình");
            making.write(UNWRITTEN);
        } else {
            making.heading(1, "I.", "Đặc điểm tình hình");
            making.heading(2, "1.", "Thuận lợi");
            making.write(UNWRITTEN);
            making.heading(2, "2.", "Khó khăn");
            heard(making, Voices.Kind.DIFFICULTY, place, period);
        }
        making.heading(1, "II.", "Kết quả thực hiện");
        List<List<Said>> tables = new ArrayList<>();
        results(making, place, period, chosen, tables);
        if (brief) {
            making.heading(1, "III.", "Nhiệm vụ trong thời gian tới");
            making.write(UNWRITTEN);
            making.heading(1, "IV.", "Khó khăn, kiến nghị");
            heard(making, Voices.Kind.DIFFICULTY, place, period);
            heard(making, Voices.Kind.PROPOSAL, place, period);
        } else {
            making.heading(1, "III.", "Đánh giá chung");
            List.of("Ưu điểm", "Tồn tại, hạn chế", "Nguyên nhân", "Bài học kinh nghiệm").forEach(head -> {
                making.heading(2, (int) (making.blocks.stream().filter(block -> block.kind().equals("heading2") && List.of("Ưu điểm", "Tồn tại, hạn chế", "Nguyên nhân").contains(block.text())).count() + 1) + ".", head);
                making.write(UNWRITTEN);
            });
            making.heading(1, "IV.", "Phương hướng, nhiệm vụ, giải pháp");
            making.write(UNWRITTEN);
            making.heading(1, "V.", "Kiến nghị, đề xuất");
            heard(making, Voices.Kind.PROPOSAL, place, period);
        }
        annexes(making, place, period, tables);
        String name = "Kết quả công tác Công an cấp xã " + period.label(VI).substring(0, 1).toLowerCase(VI) + period.label(VI).substring(1);
        List<String> addressees = List.of(nation ? "Chính phủ" : "Bộ Công an (qua Văn phòng Bộ)");
        List<String> recipients = nation ? List.of("Lãnh đạo Bộ (để báo cáo)", "Các đơn vị trực thuộc Bộ", "Công an các tỉnh, thành phố trực thuộc Trung ương")
                : List.of("Lãnh đạo Công an tỉnh, thành phố", "Các phòng trực thuộc", "Công an các xã, phường, đặc khu");
        return new Template("dinh-ky", name + (nation ? "" : ", " + place.fullName()), "Work of the commune police, " + period.label(Texts.en().locale()), "BC", name, addressees, recipients, period.end(), day,
                making.slots, making.blocks);
    }

    private void results(Making making, Place place, Period period, List<Form> chosen, List<List<Said>> tables) {
        Period since = period.within(PeriodKind.YEAR).map(year -> Period.span(year.start(), period.end())).orElse(null);
        Period before = period.samePeriodLastYear().orElse(null);
        int number = 0;
        for (Form form : chosen) {
            Form.Version version = forms.versionFor(form, period).or(() -> forms.versionOn(form, period.end())).orElse(null);
            List<Said> said = version == null ? List.of() : said(version, place, period, since, before);
            tables.add(said.stream().filter(one -> one.indicator.additive() && one.indicator.part() == null).limit(COLUMNS).toList());
            String group = "";
            List<String> items = new ArrayList<>();
            for (Said one : said) {
                if (!one.line.groupVi().equals(group)) {
                    flush(making, items);
                    group = one.line.groupVi();
                    making.heading(2, ++number + ".", group);
                }
                items.add(sentence(making, one, place, period, since, before));
            }
            flush(making, items);
        }
        if (number == 0) {
            making.write(UNWRITTEN);
        }
    }

    private static void flush(Making making, List<String> items) {
        if (!items.isEmpty()) {
            making.blocks.add(new Template.Block("listing", null, String.join("\n", items), null));
            items.clear();
        }
    }

    private static String sentence(Making making, Said one, Place place, Period period, @Nullable Period since, @Nullable Period before) {
        Indicator indicator = one.indicator;
        boolean rate = indicator.unitVi().equals("%");
        var unit = rate ? vn.bamcoso.documents.numbers.Numeral.Unit.PERCENT : indicator.unitVi().equals("đồng") ? vn.bamcoso.documents.numbers.Numeral.Unit.DONG : null;
        String name = one.line.labelVi() == null || indicator.part() == null ? indicator.nameVi() : indicator.nameVi();
        String text = name + ": " + making.slot("s", new Slot(indicator.code(), place.key(), period.code(), null, "EXACT", unit, rate ? indicator.decimals() : null, null)) + (unit == null ? " " + indicator.unitVi() : "");
        if (one.cumulative && since != null) {
            text += "; từ đầu năm " + making.slot("l", new Slot(indicator.code(), place.key(), since.code(), null, "EXACT", unit, null, null)) + (unit == null ? " " + indicator.unitVi() : "");
        }
        if (one.lastYear && before != null) {
            text += "; so với cùng kỳ năm trước: " + making.slot("c", new Slot(indicator.code(), place.key(), period.code(), Slot.THAN + before.code(), "EXACT", unit, null, null));
        }
        return text + ".";
    }

    private List<Said> said(Form.Version version, Place place, Period period, @Nullable Period since, @Nullable Period before) {
        List<Period> periods = new ArrayList<>(List.of(period));
        if (since != null) {
            periods.add(since);
        }
        if (before != null) {
            periods.add(before);
        }
        List<String> codes = version.lines().stream().map(Form.Line::indicator).toList();
        Answer answer = pivot.ask(new Question(codes, periods, Level.PROVINCE, place.key(), period.end()).forOutside());
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            if (answer.total(i, 0).value() != null) {
                Indicator indicator = answer.indicators().get(i);
                boolean sum = indicator.overTime() == Indicator.OverTime.SUM && !indicator.computed();
                said.add(new Said(version.lines().get(i), indicator, since != null && sum && answer.total(i, 1).value() != null,
                        before != null && !indicator.computed() && answer.total(i, periods.size() - 1).value() != null));
            }
        }
        return said;
    }

    private void heard(Making making, Voices.Kind kind, Place place, Period period) {
        List<String> lines = voices.stream().flatMap(one -> one.of(kind, place.id(), period).stream())
                .map(voice -> voice.text().strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("[\\[\\]]", "").replaceAll("\\.$", "") + " (" + voice.origin() + ").").toList();
        if (lines.isEmpty()) {
            making.write(UNWRITTEN);
        } else {
            making.blocks.add(new Template.Block("listing", null, String.join("\n", lines), null));
        }
    }

    /** A table by place for each form: provinces of the nation, communes of a province. */
    private static void annexes(Making making, Place place, Period period, List<List<Said>> tables) {
        int number = 0;
        for (List<Said> table : tables) {
            if (!table.isEmpty()) {
                List<AnnexSpec.Column> columns = table.stream().map(one -> new AnnexSpec.Column(one.indicator.nameVi(), one.indicator.code(), period.code(), one.indicator.decimals())).toList();
                String level = place.level().equals("nation") ? "province" : "commune";
                making.blocks.add(new Template.Block("annex", null, "Phụ lục " + ++number + ". Số liệu " + period.label(VI) + " theo " + (level.equals("province") ? "tỉnh, thành phố" : "xã, phường, đặc khu"),
                        new AnnexSpec("Nơi để trống là chưa có số liệu được duyệt.", level, period.end().toString(), place.key(), level.equals("province") ? "Tỉnh, thành phố" : "Xã, phường, đặc khu", columns)));
            }
        }
    }
}
