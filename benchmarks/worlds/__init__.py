"""Generated news traffic with known truth. So far: copies, edited as editors do; whole affairs are still to come."""
