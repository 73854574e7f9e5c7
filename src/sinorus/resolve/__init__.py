"""From what sentences say to whole records: anchoring time, carrying what a sentence leaves out, merging, admitting."""
