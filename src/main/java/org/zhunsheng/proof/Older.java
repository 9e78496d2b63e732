package org.zhunsheng.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Whether the log only grew since an older checkpoint: the one that the receipt carries, and the one that somebody kept. */
record Older(Receipt receipt, Trust trust, Trust.Stated now, List<Flaw.Found> flaws) {

    /** Nobody can tell: the receipt was not asked to say. */
    static final class Unknown extends RuntimeException {

        Unknown(String message) {
            super(message);
        }
    }

    /** @param kept null where nobody brought one */
    void compare(String kept) {
        Checkpoint carried = receipt.since() == null ? null : beginning(receipt.since());
        if (kept == null) {
            return;
        }
        List<Flaw.Found> broken = new ArrayList<>();
        Trust.Stated older = trust.stated(kept, broken, Flaw.OLDER);
        if (!broken.isEmpty()) {
            broken.forEach(found -> flaws.add(found.flaw() == Flaw.OTHER_LOG || found.flaw() == Flaw.OLDER ? found : Flaw.OLDER.at(found.text())));
            return;
        }
        Checkpoint before = older.checkpoint();
        Checkpoint later = now.checkpoint();
        if (before.size() == later.size()) {
            if (!before.sameTree(later)) {
                flaws.add(Flaw.REBUILT.at(before.size()));
            }
        } else if (before.size() > later.size()) {
            if (before.time().isAfter(later.time())) {
                throw new Unknown("所给检查点晚于凭证，请为这个决定重新取凭证 / the checkpoint is later than the receipt: fetch the receipt again");
            }
            flaws.add(Flaw.TRUNCATED.at(before.size()));
        } else if (carried == null || carried.size() != before.size()) {
            throw new Unknown("凭证不含与该检查点之间的证明，请用 ?since=" + before.size() + " 重新取凭证 / the receipt carries no proof from that checkpoint: fetch it with ?since="
                    + before.size());
        } else if (!carried.sameTree(before)) {
            flaws.add(Flaw.REBUILT.at(before.size()));
        }
    }

    private Checkpoint beginning(Receipt.Since since) {
        List<Flaw.Found> broken = new ArrayList<>();
        Trust.Stated older = trust.stated(since.checkpoint(), broken, Flaw.OLDER);
        broken.forEach(found -> flaws.add(found.flaw() == Flaw.OLDER ? found : Flaw.OLDER.at(found.text())));
        if (older == null || !older.attested()) {
            return null;
        }
        Checkpoint before = older.checkpoint();
        Checkpoint later = now.checkpoint();
        Map<Hashing, Boolean> leads = new EnumMap<>(Hashing.class);
        for (Hashing hashing : Hashing.values()) {
            leads.put(hashing, new Proofs(hashing).roots(before.size(), later.size(), before.root(hashing), later.root(hashing),
                    since.consistency().under(hashing)).filter(roots -> Arrays.equals(roots.earlier(), before.root(hashing))
                    && Arrays.equals(roots.later(), later.root(hashing))).isPresent());
        }
        if (!leads.containsValue(true)) {
            flaws.add(Flaw.REBUILT.at(before.size()));
        } else {
            leads.forEach((hashing, holds) -> {
                if (!holds) {
                    flaws.add(Flaw.CONSISTENCY.at(hashing));
                }
            });
        }
        return before;
    }
}
