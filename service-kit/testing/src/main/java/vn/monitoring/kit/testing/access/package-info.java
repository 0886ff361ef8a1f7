/// Tests of who may do what, made from the reviewed file `docs/access/matrix.csv` and run over HTTP with signed tokens.
@NullMarked
package vn.monitoring.kit.testing.access;

import org.jspecify.annotations.NullMarked;
