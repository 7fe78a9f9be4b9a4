"""What is kept between builds: notes as they were read, and their HTML, by their content."""
