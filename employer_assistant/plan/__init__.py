"""Route, answers and ticks become dated steps, costs and offices. Pure: no Qt, no files, no clock."""
