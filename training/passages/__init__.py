"""How are the weights learned that tell which passages of a story say the same?"""
