package vn.bamcoso.tasks.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlikeTest {
    private static Proposals.Proposal proposal(long id, int to, String words, @Nullable String replied, @Nullable Long under) {
        return new Proposals.Proposal(id, null, null, "Công an xã " + id, to, "V05", "", "", words, null, replied, null, null, Instant.EPOCH, 0, under, true);
    }

    @Test
    void thoseThatShareTheMostWordsAreOfferedFirstAndOnlyOpenOnesToTheSameOffice() {
        var asked = proposal(1, 7, "Đề nghị cấp thêm máy tính cho Công an xã", null, null);
        var all = List.of(
                asked, proposal(2, 7, "Đề nghị tổ chức tập huấn", null, null), proposal(3, 7, "Đề nghị bổ sung máy tính cho Công an xã", null, null), proposal(4, 8, "Đề nghị cấp thêm máy tính cho Công an xã", null, null),
                proposal(5, 7, "Đề nghị cấp thêm máy tính", "explained", null), proposal(6, 7, "Cấp thêm máy tính", null, 3L));
        assertThat(Alike.to(asked, all)).extracting(Proposals.Proposal::id).containsExactly(3L, 2L);
    }
}
