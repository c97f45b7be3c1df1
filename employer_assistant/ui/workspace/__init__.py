"""The pages about the file with all cases: where it is, who works in it, what goes out of it and comes back."""
