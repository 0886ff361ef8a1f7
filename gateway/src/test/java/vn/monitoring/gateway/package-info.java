/// Tests of the gateway against real HTTP servers.
package vn.monitoring.gateway;
