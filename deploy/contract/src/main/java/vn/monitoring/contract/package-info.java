/// Makes the published contract of the services' documents: one OpenAPI and one AsyncAPI document.
@NullMarked
package vn.monitoring.contract;

import org.jspecify.annotations.NullMarked;
