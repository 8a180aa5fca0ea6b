"""Tables of master data, read, compared with the books and written."""
