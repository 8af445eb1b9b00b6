/** What the integration tests stand on: one server and one deployment for all of them, and a client. */
package io.tidemark.harness;
