package io.tidemark.upload;

import io.tidemark.files.OptionsHeaders;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** OPTIONS tells where an upload can be resumable, and what it must keep to. */
@ApplicationScoped
public class ResumableOptions implements OptionsHeaders {

    @Inject
    private UploadCeiling ceiling;

    @Override
    public Map<String, String> of(Target target) {
        boolean file = target instanceof FilesTarget && !target.isCollection();
        boolean upload = target instanceof UploadTarget && !target.isCollection();
        return file || upload
                ? Map.of(
                        "Accept-Patch",
                        UploadFields.PARTIAL,
                        UploadFields.LIMIT,
                        UploadFields.limit(ceiling.maxBytes(), ceiling.maxAge().toSeconds()))
                : Map.of();
    }
}
