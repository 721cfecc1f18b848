"""How is the base map of the dossier made from Natural Earth's outlines?"""
