"""Generated news traffic with known truth: copies, edited as editors do, and whole affairs with their outlets."""
