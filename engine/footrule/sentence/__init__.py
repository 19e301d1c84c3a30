"""Checked rules as sentences, in English and in Chinese: what the machine will do, in the words of a standard.

Floor 2. A sentence is made from the checked form alone. It tells everything that decides: two rules that decide
differently never read the same. What fields and codes are called, whoever asks for sentences brings along.
"""
