"""Employer Assistant: from the applicant abroad to the first working day, step by step."""

__version__ = "0.1.0"
