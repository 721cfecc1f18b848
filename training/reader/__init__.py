"""How does the reader of statements learn from annotated texts?"""
