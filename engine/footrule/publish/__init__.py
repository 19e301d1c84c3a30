"""A standard as a document of record: one page of HTML, made from what was checked.

Floor 5. The text of the page and the rules that decide cannot drift apart, since the one is made from the other.
"""
