"""How are the weights made? Nothing here is part of the installed package."""
