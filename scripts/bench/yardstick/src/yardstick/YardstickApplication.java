package yardstick;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The bare endpoints that Tidemark is measured against. */
@ApplicationPath("/")
public class YardstickApplication extends Application {}
