"""Official fillable PDF forms recognised by the names of their fields and filled from a case."""
