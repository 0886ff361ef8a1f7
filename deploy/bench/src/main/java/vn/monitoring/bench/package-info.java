/// Fills a running platform with a whole country, and measures it: the commands `load-country` and `bench`.
@NullMarked
package vn.monitoring.bench;

import org.jspecify.annotations.NullMarked;
