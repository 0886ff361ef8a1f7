/// Tests of what the contract is told by mechanism.
@NullMarked
package vn.monitoring.kit.web;

import org.jspecify.annotations.NullMarked;
