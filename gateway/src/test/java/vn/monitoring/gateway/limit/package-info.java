/// Tests of the limits, by a clock of their own.
package vn.monitoring.gateway.limit;
