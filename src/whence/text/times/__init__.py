"""Which times does running English text name, and which date does each stand for?"""
