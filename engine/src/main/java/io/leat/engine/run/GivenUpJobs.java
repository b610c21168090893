package io.leat.engine.run;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The jobs that stand for good, with what stopped them: a checkpoint was taken although their sinks lack something of what came
 * before it. If they went on after that, their sinks would have a gap.
 */
final class GivenUpJobs implements Archivable {
    static final String PART = "jobs given up";
    private final Map<String, LeatException> reasons = new TreeMap<>();

    void put(LiveJob job) {
        job.failure().ifPresent(reason -> reasons.put(job.part(), reason));
    }

    /** Why a job was given up, if it was; jobs are known by the names of their parts in checkpoints. */
    Optional<LeatException> reason(String part) {
        return Optional.ofNullable(reasons.get(part));
    }

    boolean isEmpty() {
        return reasons.isEmpty();
    }

    @Override
    public void archive(StateArchive archive) {
        List<String> jobs = new ArrayList<>(reasons.keySet());
        int count = archive.number(jobs.size());
        for (int i = 0; i < count; i++) {
            String job = archive.text(archive.isRestoring() ? "" : jobs.get(i));
            LeatException known = reasons.get(job);
            String code = archive.text(known == null ? "" : known.code().name());
            String message = archive.text(known == null ? "" : known.getMessage());
            if (archive.isRestoring()) {
                reasons.put(job, LeatException.of(ErrorCode.valueOf(code), message));
            }
        }
    }
}
