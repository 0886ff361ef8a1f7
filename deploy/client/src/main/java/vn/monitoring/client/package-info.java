/// The platform's API as a program outside of it uses it: sign-in, requests, answers, and what such a program prints.
@NullMarked
package vn.monitoring.client;

import org.jspecify.annotations.NullMarked;
