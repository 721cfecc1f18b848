"""What stands in the published files of watchlists?"""
