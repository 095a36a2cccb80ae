"""States through time: the register of parties, and the resolver of their names."""
