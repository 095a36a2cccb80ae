"""A file becomes pages: plain text and HTML in any encoding."""
