"""Routes and nodes: where a sentence names one, what it says of it, and what a document has said of it so far."""
