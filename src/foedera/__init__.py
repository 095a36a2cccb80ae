"""Foedera reads treaty compendia and keeps the way back from every datum to the printed characters."""
