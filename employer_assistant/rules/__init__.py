"""From answers to interview, assessment, levers and difference. Pure: no Qt, no files, no clock."""
