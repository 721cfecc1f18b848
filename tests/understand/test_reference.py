"""Does a pronoun lead back to a person that is remembered, and to none that was taken back?"""

from whence.model.statement import Voice
from whence.understand.reference import Memory, Referent
