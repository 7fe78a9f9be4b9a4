"""What is shared of a site besides its pages, and what its pages tell those who share them."""
