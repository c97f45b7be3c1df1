"""The page on which newer content is looked at, installed and taken back."""
