"""What is known of picture files, and the files made of them."""
