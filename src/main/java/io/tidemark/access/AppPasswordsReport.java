package io.tidemark.access;

import io.tidemark.apppassword.AppPassword;
import io.tidemark.apppassword.AppPasswords;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.report.HoldingsReport;
import io.tidemark.target.Target;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** {@code T:app-passwords}: whose app passwords there are (docs/protocol.md, Who holds what). */
@ApplicationScoped
public class AppPasswordsReport extends HoldingsReport<AppPassword> {

    private static final Pattern SELECTOR = Pattern.compile("[0-9a-v]{16}");

    @EJB
    private AppPasswords passwords;

    @Inject
    private AppPasswordTree tree;

    @Override
    public QName name() {
        return Tidemark.APP_PASSWORDS;
    }

    /**
     * Answers 200.
     *
     * @throws DavException as the other lists do; 403 {@code own-credentials-required} when the caller itself came with an
     *     app password
     */
    @Override
    public Response answer(Target target, XmlElement body, DavRequest request) {
        if (!tree.areOpen()) {
            throw DavException.of(403, Conditions.OWN_CREDENTIALS_REQUIRED);
        }
        return super.answer(target, body, request);
    }

    @Override
    protected List<AppPassword> page(@Nullable String principal, @Nullable String after, int limit) {
        String last = after == null ? "" : after;
        return principal == null ? passwords.pageOfAll(last, limit) : passwords.page(principal, last, limit);
    }

    @Override
    protected String cursor(AppPassword password) {
        return password.selector();
    }

    @Override
    protected boolean isCursor(String text) {
        return SELECTOR.matcher(text).matches();
    }

    @Override
    protected void write(AppPassword password, XmlWriter xml) {
        DavPath path = DavPath.of(
                List.of(Principals.SUBTREE, Principals.APP_PASSWORDS, password.principal(), password.selector()),
                false);
        xml.start(Tidemark.APP_PASSWORD);
        xml.start(Rfc4918.LOCATION).href(path.href()).end();
        xml.element(Tidemark.USER, password.principal());
        AppPasswordProperty.describe(password, xml);
        xml.end();
    }
}
