"""Every exception this program raises on purpose.

::

    GeoeventsError                    exit 1
    +-- ConfigurationError            exit 2   (also ValueError)
    +-- IngestError                   exit 3
    |   +-- UnreadableSourceError              (also OSError)
    |   +-- UnsupportedFormatError             (also ValueError)
    |   `-- BadArticleError                    (also ValueError)
    +-- GazetteerError                exit 4
    |   `-- GazetteerMissingError
    +-- GeocoderError                 exit 5
    |   +-- GeocoderUnavailableError
    |   `-- GeocoderRateLimitedError
    +-- StoreError                    exit 6
    |   +-- SchemaTooNewError
    |   `-- EditConflictError
    +-- ModelMissingError             exit 7
    `-- GateFailedError               exit 8

A message names the input, says what is wrong with it, and what to do. Errors of
libraries never leave the package that uses the library: they are raised ``from``.
"""


class GeoeventsError(Exception):
    """Base of all errors above; ``exit_code`` is what the command line returns."""

    exit_code = 1


class ConfigurationError(GeoeventsError, ValueError):
    """A setting or option has a value that cannot be used."""

    exit_code = 2


class IngestError(GeoeventsError):
    """A source could not become articles."""

    exit_code = 3


class UnreadableSourceError(IngestError, OSError):
    """The file or folder is missing, empty, or may not be read."""


class UnsupportedFormatError(IngestError, ValueError):
    """The bytes are of no kind that can be read as articles."""


class BadArticleError(IngestError, ValueError):
    """One record of a source is no article; the others go on."""


class GazetteerError(GeoeventsError):
    """The offline table of places cannot be used."""

    exit_code = 4


class GazetteerMissingError(GazetteerError):
    """The gazetteer file is not where it should be."""


class GeocoderError(GeoeventsError):
    """An online geocoder failed."""

    exit_code = 5


class GeocoderUnavailableError(GeocoderError):
    """The service did not answer, or answered nonsense."""


class GeocoderRateLimitedError(GeocoderError):
    """The service asks for fewer requests; ``retry_after`` seconds, when it says."""

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class StoreError(GeoeventsError):
    """The event store cannot be opened, read or written."""

    exit_code = 6


class SchemaTooNewError(StoreError):
    """The store was written by a later version of this program."""


class EditConflictError(StoreError):
    """Somebody else corrected the same event in between."""


class ModelMissingError(GeoeventsError):
    """The language model is not installed or is not the pinned one."""

    exit_code = 7


class GateFailedError(GeoeventsError):
    """A measured figure fell below its pinned floor."""

    exit_code = 8
