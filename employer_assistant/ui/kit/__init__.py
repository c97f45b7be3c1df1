"""The visual system: colours, type scale, and the few widgets all pages are made of."""
