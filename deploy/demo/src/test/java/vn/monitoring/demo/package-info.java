/// Tests of the demo, and the end-to-end suite on the real platform.
package vn.monitoring.demo;
