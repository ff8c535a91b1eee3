package vn.bamcoso.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of the rail under their headings, in the order in which the headings first appear. */
public final class Rail {
    private Rail() {}

    public record Group(String heading, List<NavItem.Shown> lines) {}

    public static List<Group> of(List<NavItem.Shown> lines) {
        Map<String, List<NavItem.Shown>> groups = new LinkedHashMap<>();
        lines.forEach(line -> groups.computeIfAbsent(line.group(), heading -> new ArrayList<>()).add(line));
        return groups.entrySet().stream().map(group -> new Group(group.getKey(), group.getValue())).toList();
    }
}
