package vn.bamcoso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Chromium 109 is the last for Windows 7, and communes have such computers: styles, scripts and pages use nothing that is younger,
 * but for what only decorates. Each rule carries a sample that it must find.
 */
class OldBrowserTest {
    private static final Pattern CSS_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern JS_COMMENT = Pattern.compile("(?m)^\\s*//.*$|/\\*.*?\\*/", Pattern.DOTALL);

    /** @param since the first Chromium that knows it */
    private record Young(String what, int since, String pattern, String sample) {
        boolean in(String text) {
            return Pattern.compile(pattern).matcher(text).find();
        }
    }

    private static final List<Young> STYLES = List.of(
            new Young("color-mix", 111, "color-mix\\(", "color: color-mix(in srgb, red, blue)"),
            new Young("light-dark", 123, "light-dark\\(", "color: light-dark(#000, #fff)"),
            new Young("wide colours", 111, "\\b(?:oklch|oklab|lab|lch)\\(|\\bcolor\\(", "color: oklch(0.5 0.2 30)"),
            new Young("colours from others", 119, "\\b(?:rgb|hsl)a?\\(\\s*from\\b", "color: rgb(from red r g b)"),
            new Young("subgrid", 117, "\\bsubgrid\\b", "grid-template-columns: subgrid"),
            new Young("@scope, @starting-style, @view-transition", 117, "@(?:scope|starting-style|view-transition|position-try)\\b", "@starting-style { a { opacity: 0 } }"),
            new Young("boxes in the margin of a page", 131, "@(?:top|bottom|left|right)-(?:left|right|center|top|bottom|middle)", "@page { @bottom-right { content: '1' } }"),
            new Young("trigonometry, rounding", 111, "\\b(?:sin|cos|tan|round|mod|rem|pow|sqrt|hypot|sign|abs)\\(", "width: round(1.5rem, 1px)"),
            new Young("masks without prefix", 120, "(?<![-\\w])mask(?:-image|-size|-position|-repeat)?\\s*:", "mask: url(a.svg)"),
            new Young("scrollbars", 121, "\\bscrollbar-(?:width|color)\\b", "scrollbar-width: thin"),
            new Young("nth-child of", 111, ":nth-(?:last-)?child\\([^)]*\\bof\\b", "tr:nth-child(2 of .a)"),
            new Young("younger pseudo-classes", 111, ":(?:popover-open|user-valid|user-invalid|dir\\(|open\\b(?!-))", "input:user-invalid"),
            new Young("fields as wide as their content", 123, "\\bfield-sizing\\b", "field-sizing: content"),
            new Young("anchors", 125, "\\b(?:anchor-name|position-anchor|position-area)\\b|\\banchor\\(", "anchor-name: --a"),
            new Young("scroll-driven animation", 115, "\\banimation-timeline\\b|\\b(?:scroll|view)-timeline\\b", "animation-timeline: scroll()"),
            new Young("younger units", 111, "[\\d.](?:rlh|rex|rch|rcap|ric|cap)\\b", "height: 2rlh"),
            new Young("images by resolution without prefix", 113, "(?<!-webkit-)\\bimage-set\\(", "background: image-set(url(a) 1x)"),
            new Young("text-box, initial-letter", 110, "\\btext-box(?:-trim|-edge)?\\b|\\binitial-letter\\b", "initial-letter: 2"),
            new Young("a query for scripting", 120, "\\(\\s*scripting\\b", "@media (scripting: none) { a { top: 0 } }"));

    private static final List<Young> SCRIPTS = List.of(
            new Young("arrays by copy", 110, "\\.(?:toSorted|toReversed|toSpliced)\\(", "a.toSorted()"),
            new Young("groupBy", 117, "\\b(?:Object|Map)\\.groupBy\\(", "Object.groupBy(a, f)"),
            new Young("Array.fromAsync", 121, "\\bArray\\.fromAsync\\(", "await Array.fromAsync(a)"),
            new Young("Promise.withResolvers, .try", 119, "\\bPromise\\.(?:withResolvers|try)\\(", "Promise.withResolvers()"),
            new Young("URL.canParse, .parse", 120, "\\bURL\\.(?:canParse|parse)\\(", "URL.canParse(a)"),
            new Young("sets as in a book", 122, "\\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\\(|\\b(?:set|seen|known|opened)\\.(?:union|intersection|difference)\\(", "a.isSubsetOf(b)"),
            new Young("iterators with map and filter", 122, "\\.(?:values|keys|entries|matchAll)\\([^()]*\\)\\s*\\.(?:map|filter|reduce|toArray|take|drop|flatMap|some|every|find|forEach)\\(", "m.values().map(f)"),
            new Young("imports with attributes", 123, "\\bimport\\b[^;\\n]*\\bwith\\s*\\{", "import a from './a.json' with { type: 'json' }"),
            new Young("popovers", 114, "\\.(?:showPopover|hidePopover|togglePopover)\\(", "a.showPopover()"),
            new Young("view transitions", 111, "\\bstartViewTransition\\(", "document.startViewTransition(f)"),
            new Young("AbortSignal.any", 116, "\\bAbortSignal\\.any\\(", "AbortSignal.any([a])"),
            new Young("form data with the button", 112, "new FormData\\([^()]+,", "new FormData(form, button)"),
            new Young("bytes and base64", 140, "\\.(?:fromBase64|toBase64|fromHex|toHex)\\(", "bytes.toBase64()"),
            new Young("younger ways with HTML", 124, "\\.(?:setHTML|setHTMLUnsafe|getHTML|moveBefore|requestClose)\\(", "a.setHTMLUnsafe(b)"),
            new Young("scheduler.yield", 129, "\\bscheduler\\.yield\\(", "await scheduler.yield()"),
            new Young("the v flag", 112, "/[dgimsuy]*v[dgimsuy]*\\.(?:test|exec)\\(", "/[a--b]/v.test(c)"),
            new Young("RegExp.escape", 136, "\\bRegExp\\.escape\\(", "RegExp.escape(a)"));

    private static final List<Young> PAGES = List.of(
            new Young("popover", 114, "\\spopover(?:target)?\\b(?=[\\s=>])", "<div popover>"),
            new Young("details that close one another", 120, "<details[^>]*\\sname=", "<details name=\"a\">"),
            new Young("command buttons", 135, "\\s(?:commandfor|closedby|interestfor)=", "<button commandfor=\"a\">"),
            new Young("shadow roots", 111, "\\sshadowrootmode=", "<template shadowrootmode=\"open\">"),
            new Young("search", 118, "<search\\b", "<search>"));

    private static List<String> young(List<Young> rules, List<Path> files, Pattern comment) throws IOException {
        var found = new ArrayList<String>();
        for (Path file : files) {
            String text = comment.matcher(Files.readString(file)).replaceAll("");
            rules.stream().filter(rule -> rule.in(text)).forEach(rule -> found.add(file.getFileName() + ": " + rule.what() + " (Chromium " + rule.since() + ")"));
        }
        return found;
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            List<Path> found = all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
            assertThat(found).as(folder + " " + ending).isNotEmpty();
            return found;
        }
    }

    @Test
    void stylesUseNothingThatChromium109DoesNotKnow() throws IOException {
        List<Path> files = files("src/main/resources/static/css", ".css");
        assertThat(young(STYLES, files, CSS_COMMENT)).isEmpty();
        var nested = new ArrayList<String>();
        for (Path file : files) {
            nested(Files.readString(file)).forEach(rule -> nested.add(file.getFileName() + ": " + rule));
        }
        assertThat(nested).as("a rule within a rule (Chromium 112)").isEmpty();
    }

    @Test
    void scriptsUseNothingThatChromium109DoesNotKnow() throws IOException {
        assertThat(young(SCRIPTS, files("src/main/resources/static/js", ".js"), JS_COMMENT)).isEmpty();
    }

    @Test
    void pagesUseNothingThatChromium109DoesNotKnow() throws IOException {
        assertThat(young(PAGES, files("src/main/java", ".jte"), Pattern.compile("<%--.*?--%>", Pattern.DOTALL))).isEmpty();
    }

    @Test
    void everyRuleFindsItsSample() {
        assertThat(Stream.of(STYLES, SCRIPTS, PAGES).flatMap(List::stream).filter(rule -> !rule.in(rule.sample())).map(Young::what)).isEmpty();
        assertThat(Stream.of(STYLES, SCRIPTS, PAGES).flatMap(List::stream).map(Young::since)).allMatch(version -> version > 109);
        assertThat(nested("@layer a { .b { color: red; &:hover { color: blue } } }")).containsExactly("&:hover");
        assertThat(nested("@layer a { @media print { .b { color: red } .c { top: 0 } } @font-face { src: url(a) } }")).isEmpty();
    }

    /** Selectors of rules that stand within another rule. */
    private static List<String> nested(String css) {
        var nested = new ArrayList<String>();
        var open = new ArrayDeque<Boolean>();
        Matcher part = Pattern.compile("\"[^\"]*\"|'[^']*'|[{};]|[^\"'{};]+").matcher(CSS_COMMENT.matcher(css).replaceAll(""));
        String before = "";
        while (part.find()) {
            switch (part.group()) {
                case "{" -> {
                    boolean rule = !before.strip().startsWith("@");
                    if (rule && Boolean.TRUE.equals(open.peek())) {
                        nested.add(before.strip());
                    }
                    open.push(rule);
                    before = "";
                }
                case "}" -> {
                    open.poll();
                    before = "";
                }
                case ";" -> before = "";
                default -> before += part.group();
            }
        }
        return nested;
    }
}
