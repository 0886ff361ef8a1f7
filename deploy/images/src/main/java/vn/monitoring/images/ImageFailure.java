package vn.monitoring.images;

/// An image that cannot be made, told so that the operator knows what to do.
final class ImageFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    ImageFailure(String message) {
        super(message);
    }

    ImageFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
