"""What people without an account are given: the PDF of a sealed report, and what a check of it says."""
