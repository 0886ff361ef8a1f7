/// Shows the platform doing its main job with four real plans, as the demo users, through the gateway.
@NullMarked
package vn.monitoring.demo;

import org.jspecify.annotations.NullMarked;
