"""Printed papers: declarative forms become PDF. The only room that knows reportlab."""
