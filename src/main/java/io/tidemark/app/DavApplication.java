package io.tidemark.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The whole URL space of the server is WebDAV's. */
@ApplicationPath("/")
public class DavApplication extends Application {}
