"""What did the project write and label itself, to learn from and to test on?"""
