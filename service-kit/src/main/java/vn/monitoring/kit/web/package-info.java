/// What every HTTP operation shares: pages, entity tags, repeated requests, request ids.
@NullMarked
package vn.monitoring.kit.web;

import org.jspecify.annotations.NullMarked;
