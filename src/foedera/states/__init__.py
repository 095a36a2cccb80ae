"""States through time: the register of parties, and the resolver of their names."""

from foedera.states.bonds import Tie, ties
from foedera.states.identities import Code, Name, Register, State, register
from foedera.states.locating import Place, capital, place, places
from foedera.states.membership import Membership, members
from foedera.states.resolver import Candidate, resolve, settled
from foedera.states.splitting import NamePart, known_names, split_names
from foedera.states.strict import AmbiguousStateError, UnknownStateError, state

__all__ = [
    "AmbiguousStateError",
    "Candidate",
    "Code",
    "Membership",
    "Name",
    "NamePart",
    "Place",
    "Register",
    "State",
    "Tie",
    "UnknownStateError",
    "capital",
    "known_names",
    "members",
    "place",
    "places",
    "register",
    "resolve",
    "settled",
    "split_names",
    "state",
    "ties",
]
