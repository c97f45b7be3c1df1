"""What facts, routes, conditions, steps, documents, offices and figures are; reading, checking and packing them."""
