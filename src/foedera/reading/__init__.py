"""A file becomes pages: plain text and HTML in any encoding."""

from foedera.reading.volumes import read_bytes, read_volume, read_volumes

__all__ = ["read_bytes", "read_volume", "read_volumes"]
