/**
 * Uploads that come in several requests: those of the IETF's draft for resumable uploads, and Nextcloud's chunks. What has
 * come shows nowhere until it is whole; then it is one PUT.
 */
@NullMarked
package io.tidemark.upload;

import org.jspecify.annotations.NullMarked;
