"""From a sentence to what its words and figures can mean."""
