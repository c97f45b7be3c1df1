"""The pages of a case after its questions (result, road, documents, offices, print) and those on law and help."""
