"""Scripts that learn the plain weights of `link` and `weigh` from annotated stories."""
