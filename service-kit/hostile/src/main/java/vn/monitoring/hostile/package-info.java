/// Requests made from an OpenAPI document: valid ones, those at the limits of their schemas, and those that no decent
/// client
/// sends; the wire that sends them byte by byte; and what an answer to them may be.
@NullMarked
package vn.monitoring.hostile;

import org.jspecify.annotations.NullMarked;
