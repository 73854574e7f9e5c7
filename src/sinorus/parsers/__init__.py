"""From mentions to records: one file a record type, and the clause they share. No word of any language stands here."""
