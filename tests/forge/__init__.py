"""Forges compendium volumes with known truth: entries in our own words, printed, then damaged in known ways."""

from tests.forge.damages import DAMAGES, PRESETS
from tests.forge.truth import LostLine, Truth
from tests.forge.volume import ForgedVolume, big_volume, forge_volume

__all__ = ["DAMAGES", "PRESETS", "ForgedVolume", "LostLine", "Truth", "big_volume", "forge_volume"]
